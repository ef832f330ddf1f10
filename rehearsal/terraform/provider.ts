import { toPlainObject } from "../world/plain.ts";
import { decode } from "./codec.ts";
import { openEphemeral, readData, validateData } from "./data-calls.ts";
import { warning } from "./diagnostics.ts";
import { type CallRequest, callFunction } from "./function-calls.ts";
import { importResource } from "./import.ts";
import type { CallName } from "./protocol.ts";
import type { ApplyRequest, ImportRequest, MoveRequest, PlanRequest, ReadRequest, TypedConfigRequest, UpgradeRequest } from "./requests.ts";
import { apply, plan, read, validate } from "./resource-calls.ts";
import { functionMessages } from "./schema-message.ts";
import type { Session } from "./simulation.ts";
import { move, upgrade } from "./upgrade.ts";
import { isObject } from "./value.ts";

type Handler = (session: Session, request: never) => object | Promise<object>;

const SCALES = "Nothing real is touched: it proves wiring, types, order and state, not that the cloud accepts the configuration.";

function configure(session: Session, q: { readonly config?: TypedConfigRequest["config"] }): object {
  const config = decode(q.config);
  session.config = isObject(config) ? toPlainObject(config) : {};
  return { diagnostics: [warning(`Rehearsal: ${session.simulation.source} is simulated`, SCALES)] };
}

/** What a simulated provider answers to each call, apart from its schema, which is encoded once and sent as bytes. */
export const HANDLERS: Readonly<Record<Exclude<CallName, "GetProviderSchema">, Handler>> = {
  GetMetadata: ({ simulation: { schema } }: Session) => ({
    resources: schema.resourceTypes.map((type_name) => ({ type_name })),
    data_sources: schema.dataSourceTypes.map((type_name) => ({ type_name })),
    ephemeral_resources: schema.ephemeralTypes.map((type_name) => ({ type_name })),
    functions: Object.keys(schema.functions).map((name) => ({ name })),
    server_capabilities: { get_provider_schema_optional: true },
  }),
  // Protocol 5 wants the configuration back; version 6 has no such field and ignores it.
  ValidateProviderConfig: (_: Session, q: { readonly config?: object }) => (q.config === undefined ? {} : { prepared_config: q.config }),
  ValidateResourceConfig: (session: Session, q: TypedConfigRequest) => validate(session, q),
  ValidateDataResourceConfig: (session: Session, q: TypedConfigRequest) => validateData(session, q),
  ValidateEphemeralResourceConfig: () => ({}),
  ConfigureProvider: configure,
  UpgradeResourceState: (session: Session, q: UpgradeRequest) => upgrade(session, q),
  ReadResource: (session: Session, q: ReadRequest) => read(session, q),
  PlanResourceChange: (session: Session, q: PlanRequest) => plan(session, q),
  ApplyResourceChange: (session: Session, q: ApplyRequest) => apply(session, q),
  ImportResourceState: (session: Session, q: ImportRequest) => importResource(session, q.type_name, q.id),
  MoveResourceState: (session: Session, q: MoveRequest) => move(session, q),
  ReadDataSource: (session: Session, q: TypedConfigRequest) => readData(session, q),
  OpenEphemeralResource: (session: Session, q: TypedConfigRequest) => openEphemeral(session, q),
  RenewEphemeralResource: () => ({}),
  CloseEphemeralResource: () => ({}),
  GetFunctions: ({ simulation }: Session) => ({ functions: functionMessages(simulation.schema) }),
  CallFunction: (session: Session, q: CallRequest) => callFunction(session, q),
  GetResourceIdentitySchemas: () => ({}),
  StopProvider: () => ({}),
};
