import type { Schema } from "../../clouds/schema/index.ts";
import { type DynamicValue, decode, encode } from "./codec.ts";
import { failure } from "./diagnostics.ts";
import type { CallName } from "./protocol.ts";
import type { ImportRequest, PlanRequest, ReadRequest, TypedConfigRequest } from "./requests.ts";
import { resourceSchema, type Session, type Simulation } from "./simulation.ts";
import { isObject, UNKNOWN, type Value } from "./value.ts";
import { shapeOf } from "./walk.ts";

type Handler = (session: Session, request: never) => object;

const unknown = new WeakMap<Schema, DynamicValue>();

function allUnknown(schema: Schema): DynamicValue {
  let value = unknown.get(schema);
  if (value === undefined) {
    value = encode(each(schema, (isWrittenOnly) => (isWrittenOnly ? null : UNKNOWN)));
    unknown.set(schema, value);
  }
  return value;
}

/** Every attribute and every block is unknown, the written ones too: of a stand-in nothing is known. */
function plan({ simulation }: Session, q: PlanRequest): object {
  if (decode(q.proposed_new_state) === null) return { planned_state: q.proposed_new_state ?? encode(null) };
  // Only of an old provider does the engine take another value than the written one.
  return { planned_state: allUnknown(resourceSchema(simulation, q.type_name)), legacy_type_system: true };
}

/** A value of any type carries its type. */
const NO_BLOCKS = { list: [Buffer.from('["tuple",[]]'), []], map: [Buffer.from('["object",{}]'), {}] } as const;

/** Something exists, and nothing is said of it. */
function imported({ simulation }: Session, { type_name }: ImportRequest): object {
  const state = each(resourceSchema(simulation, type_name), (_, mode) => (mode === undefined ? null : NO_BLOCKS[mode]));
  return { imported_resources: [{ type_name, state: encode(state), private: new Uint8Array() }] };
}

function each(
  schema: Schema,
  make: (isWrittenOnly: boolean, mode: "list" | "map" | undefined, name: string) => Value,
): Readonly<Record<string, Value>> {
  const { names, attributes, nested } = shapeOf(schema.block);
  const mode = (name: string): "list" | "map" | undefined =>
    nested[name] === undefined ? undefined : nested[name].mode === "map" ? "map" : "list";
  return Object.fromEntries(names.map((name) => [name, make(attributes[name]?.write_only === true, mode(name), name)]));
}

/** What is opened keeps what is written of it: engines insist. It is in no plan. */
function opened({ simulation }: Session, q: TypedConfigRequest): object {
  const [schema, config] = [simulation.schema.ephemeral(q.type_name), decode(q.config)];
  if (schema === undefined || !isObject(config)) return nothingKnown({ simulation });
  const result = each(schema, (isWrittenOnly, _, name) => (isWrittenOnly ? null : (config[name] ?? UNKNOWN)));
  return { result: encode(result) };
}

const nothingKnown = ({ simulation }: Pick<Session, "simulation">): object => ({
  diagnostics: [failure("Not simulated", `The rehearsal has no simulation of ${simulation.source}.`)],
});

/** What a stand-in answers otherwise than a simulated provider. */
const STAND_IN: Partial<Readonly<Record<CallName, Handler>>> = {
  ValidateResourceConfig: () => ({}),
  ValidateDataResourceConfig: () => ({}),
  ConfigureProvider: () => ({}),
  PlanResourceChange: plan,
  ApplyResourceChange: nothingKnown,
  ReadResource: (_: Session, q: ReadRequest) => ({ ...(q.current_state && { new_state: q.current_state }) }),
  ImportResourceState: imported,
  ReadDataSource: nothingKnown,
  OpenEphemeralResource: opened,
  CallFunction: () => ({ result: encode(UNKNOWN) }),
};

/** Of what a call names the type. */
const ASKED_OF: Partial<Readonly<Record<CallName, "resource" | "data" | "ephemeral">>> = {
  ValidateResourceConfig: "resource",
  ValidateDataResourceConfig: "data",
  PlanResourceChange: "resource",
  ApplyResourceChange: "resource",
  ReadResource: "resource",
  ImportResourceState: "resource",
  ReadDataSource: "data",
  OpenEphemeralResource: "ephemeral",
};

/** Who answers a call in the place of a simulated provider; undefined: it does so itself. */
export function standInFor({ standIn, newer }: Simulation, name: CallName, message: object): Handler | undefined {
  const isNewer = "type_name" in message && newer?.has(`${ASKED_OF[name]}.${message.type_name}`) === true;
  return standIn === true || isNewer ? STAND_IN[name] : undefined;
}
