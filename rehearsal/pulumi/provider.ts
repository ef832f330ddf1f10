import { pulumiPackageOf } from "../../clouds/pulumi.ts";
import { cloudToken, type TokenKind } from "../../clouds/pulumi-tokens.ts";
import { bridgedSpelling, PulumiProperties, type Schema } from "../../clouds/schema/index.ts";
import { type DynamicValue, decode, encode } from "../terraform/codec.ts";
import { readData } from "../terraform/data-calls.ts";
import type { Diagnostic } from "../terraform/diagnostics.ts";
import { importResource } from "../terraform/import.ts";
import { apply, plan, read, validate } from "../terraform/resource-calls.ts";
import type { Session } from "../terraform/simulation.ts";
import { equal, isObject, type ObjectValue } from "../terraform/value.ts";
import { toPlainObject } from "../world/plain.ts";
import { attributesOf, keyIn, outputsOf, received } from "./properties.ts";
import { pulumiWire, type Struct } from "./wire.ts";

/** Requests of the protocol, as far as they are read. */
interface Request {
  getUrn(): string;
  getId(): string;
  getPreview(): boolean;
  getTok(): string;
  getArgs(): Struct | undefined;
  getNews(): Struct | undefined;
  getOlds(): Struct | undefined;
  getInputs(): Struct | undefined;
  getProperties(): Struct | undefined;
  getIgnorechangesList(): readonly string[];
}

/** A type of the package: what it is called and how it is spelled. */
interface Known {
  readonly type: string;
  readonly schema: Schema;
  readonly properties: PulumiProperties;
}

const kinds = new Map<string, Known>();

function known({ simulation }: Session, token: string, kind: TokenKind): Known {
  const key = `${simulation.source} ${kind} ${token}`;
  let found = kinds.get(key);
  if (found === undefined) {
    const colon = token.indexOf(":");
    const meaning = cloudToken(token.slice(0, colon), token.slice(colon + 1), kind);
    const type = meaning?.type;
    const schema = type === undefined ? undefined : kind === "data" ? simulation.schema.dataSource(type) : simulation.schema.resource(type);
    if (type === undefined || schema === undefined)
      throw new Error(`The package has no ${kind === "data" ? "function" : "resource"} ${token}.`);
    found = { type, schema, properties: new PulumiProperties(schema.block, meaning?.spelling ?? bridgedSpelling(schema.block)) };
    kinds.set(key, found);
  }
  return found;
}

const tokenOf = (urn: string): string => (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";

/** What a simulated provider answers to each call of Pulumi's protocol: the same world, schema and behaviour as for Terraform's. */
export const PULUMI_HANDLERS: Readonly<Record<string, (session: Session, request: Request) => object | Promise<object>>> = {
  getPluginInfo: ({ simulation }) => pulumiWire().pluginInfo(pulumiPackageOf(simulation.source)?.version ?? "1.0.0"),
  attach: () => pulumiWire().empty(),
  parameterize: () => {
    throw new Error("Only the bridge to Terraform providers is told which provider it is.");
  },
  cancel: () => pulumiWire().empty(),
  checkConfig: (_session, request) => checked(request.getNews(), []),
  diffConfig: () => new (pulumiWire().messages.DiffResponse)(),
  configure(session, request) {
    session.config = toPlainObject(received(request.getArgs()));
    const response = new (pulumiWire().messages.ConfigureResponse)();
    response.setAcceptsecrets(true);
    response.setSupportspreview(true);
    return response;
  },
  check(session, request) {
    const one = known(session, tokenOf(request.getUrn()), "resource");
    const strangers: string[] = [];
    const config = attributesOf(one.properties, one.schema, received(request.getNews()), (name) => strangers.push(name));
    const missing = Object.entries(one.schema.block.attributes ?? {}).flatMap(([name, { required }]) =>
      required === true && config[name] === null ? [name] : [],
    );
    const { diagnostics = [] } = validate(session, { type_name: one.type, config: encode(config) });
    return checked(request.getNews(), [
      ...strangers.map((name) => [name, `${name} is no property of ${one.type}`] as const),
      ...missing.map(
        (name) => [one.properties.nameOf(name) ?? name, `${one.properties.nameOf(name) ?? name} is required and not set`] as const,
      ),
      ...errorsOf(diagnostics).map(
        ({ attribute, summary, detail }) =>
          [one.properties.nameOf(attribute?.steps[0]?.attribute_name ?? "") ?? "", `${summary}: ${detail}`] as const,
      ),
    ]);
  },
  diff(session, request) {
    const { one, prior, planned, replaces } = change(session, request);
    const changed = Object.keys(planned).filter((name) => !equal(prior[name] ?? null, planned[name] ?? null));
    const ignored = new Set(request.getIgnorechangesList());
    const names = changed.flatMap((name) => one.properties.nameOf(name) ?? []).filter((name) => !ignored.has(name));
    const { DiffResponse } = pulumiWire().messages;
    const response = new DiffResponse();
    response.setChanges(names.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
    response.setDiffsList(names);
    response.setReplacesList(replaces.flatMap((name) => one.properties.nameOf(name) ?? []).filter((name) => names.includes(name)));
    return response;
  },
  async create(session, request) {
    const one = known(session, tokenOf(request.getUrn()), "resource");
    const config = attributesOf(one.properties, one.schema, received(request.getProperties()));
    const proposed = encode(config);
    const { planned_state } = plan(session, { type_name: one.type, proposed_new_state: proposed, config: proposed });
    const response = new (pulumiWire().messages.CreateResponse)();
    if (request.getPreview()) {
      response.setProperties(pulumiWire().struct(outputsOf(one.properties, one.schema, objectIn(planned_state), null)));
      return response;
    }
    const made = await apply(session, { type_name: one.type, config: proposed, ...(planned_state && { planned_state }) });
    refuseOn(made.diagnostics);
    const state = objectIn(made.new_state);
    response.setId(idOf(state, made.private));
    response.setProperties(pulumiWire().struct(outputsOf(one.properties, one.schema, state, textOf(made.private))));
    return response;
  },
  async update(session, request) {
    const { one, prior, planned, key } = change(session, request);
    const response = new (pulumiWire().messages.UpdateResponse)();
    if (request.getPreview()) {
      response.setProperties(pulumiWire().struct(outputsOf(one.properties, one.schema, planned, key)));
      return response;
    }
    const made = await apply(session, {
      type_name: one.type,
      prior_state: encode(prior),
      planned_state: encode(planned),
      ...privately(key, "planned_private"),
    });
    refuseOn(made.diagnostics);
    response.setProperties(pulumiWire().struct(outputsOf(one.properties, one.schema, objectIn(made.new_state), key)));
    return response;
  },
  async read(session, request) {
    const one = known(session, tokenOf(request.getUrn()), "resource");
    const before = received(request.getProperties());
    const key = keyIn(before);
    const response = new (pulumiWire().messages.ReadResponse)();
    const found = key === null ? imported(session, one.type, request.getId()) : { state: await now(session, one, before, key), key };
    if (found.state === null) return response;
    response.setId(idOf(found.state, Buffer.from(found.key)));
    const outputs = outputsOf(one.properties, one.schema, found.state, found.key);
    response.setProperties(pulumiWire().struct(outputs));
    response.setInputs(pulumiWire().struct(inputsOf(one, found.state, request.getInputs(), key !== null)));
    return response;
  },
  async delete(session, request) {
    const one = known(session, tokenOf(request.getUrn()), "resource");
    const before = received(request.getProperties());
    const key = keyIn(before);
    const prior = attributesOf(one.properties, one.schema, before);
    const gone = await apply(session, {
      type_name: one.type,
      prior_state: encode(prior),
      planned_state: encode(null),
      ...privately(key, "planned_private"),
    });
    refuseOn(gone.diagnostics);
    return pulumiWire().empty();
  },
  async invoke(session, request) {
    const one = known(session, request.getTok(), "data");
    const config = attributesOf(one.properties, one.schema, received(request.getArgs()));
    const answer = (await readData(session, { type_name: one.type, config: encode(config) })) as {
      readonly state?: DynamicValue;
      readonly diagnostics?: readonly Diagnostic[];
    };
    refuseOn(answer.diagnostics);
    const response = new (pulumiWire().messages.InvokeResponse)();
    response.setReturn(pulumiWire().struct(outputsOf(one.properties, one.schema, objectIn(answer.state), null)));
    return response;
  },
};

function change(session: Session, request: Request) {
  const one = known(session, tokenOf(request.getUrn()), "resource");
  const before = received(request.getOlds());
  const key = keyIn(before);
  const prior = attributesOf(one.properties, one.schema, before);
  const written = attributesOf(one.properties, one.schema, received(request.getNews()));
  // What the author ignores stays as it is.
  const ignored = new Set(request.getIgnorechangesList());
  const config = Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, ignored.has(one.properties.nameOf(name) ?? "") ? (prior[name] ?? null) : value]),
  );
  const proposed = encode(config);
  const { planned_state, requires_replace = [] } = plan(session, {
    type_name: one.type,
    prior_state: encode(prior),
    proposed_new_state: proposed,
    config: proposed,
    ...privately(key, "prior_private"),
  });
  const replaces = requires_replace.flatMap(({ steps }) => steps[0]?.attribute_name ?? []);
  return { one, prior, planned: objectIn(planned_state), replaces, key };
}

async function now(session: Session, one: Known, before: ObjectValue, key: string): Promise<ObjectValue | null> {
  const current = attributesOf(one.properties, one.schema, before);
  const { new_state, diagnostics } = await read(session, {
    type_name: one.type,
    current_state: encode(current),
    private: Buffer.from(key),
  });
  refuseOn(diagnostics);
  const state = decode(new_state);
  return isObject(state) ? state : null;
}

function imported(session: Session, type: string, id: string): { readonly state: ObjectValue | null; readonly key: string } {
  const { imported_resources: [found] = [], diagnostics } = importResource(session, type, id);
  refuseOn(diagnostics);
  return found === undefined
    ? { state: null, key: "" }
    : { state: objectIn(found.state), key: Buffer.from(found.private).toString("utf8") };
}

/** What the program would have to say: what it said, as it is now; of something that it takes over, everything that it may say. */
function inputsOf({ schema, properties }: Known, state: ObjectValue, inputs: Struct | undefined, isKnown: boolean): object {
  const all = outputsOf(properties, schema, state, null);
  const said = new Set(Object.keys(received(inputs)));
  const settable = Object.entries(schema.block.attributes ?? {}).flatMap(([name, { required, optional }]) =>
    required === true || optional === true ? [properties.nameOf(name)] : [],
  );
  const may = new Set([...settable, ...Object.keys(schema.block.block_types ?? {}).map((name) => properties.nameOf(name))]);
  return Object.fromEntries(Object.entries(all).filter(([name]) => (isKnown ? said.has(name) : may.has(name))));
}

const objectIn = (wire: DynamicValue | undefined): ObjectValue => {
  const value = decode(wire);
  return isObject(value) ? value : {};
};
const textOf = (bytes: Uint8Array | undefined): string | null => (bytes === undefined ? null : Buffer.from(bytes).toString("utf8"));
const idOf = (state: ObjectValue, key: Uint8Array | undefined): string =>
  typeof state.id === "string" && state.id !== "" ? state.id : (textOf(key) ?? "unknown");
const privately = <N extends string>(key: string | null, name: N) =>
  key === null ? {} : ({ [name]: Buffer.from(key) } as Record<N, Buffer>);

const errorsOf = (diagnostics: readonly Diagnostic[] = []): readonly Diagnostic[] => diagnostics.filter(({ severity }) => severity === 1);

function refuseOn(diagnostics: readonly Diagnostic[] | undefined): void {
  const [first] = errorsOf(diagnostics);
  if (first !== undefined) throw new Error(`${first.summary}: ${first.detail}`);
}

function checked(inputs: Struct | undefined, failures: readonly (readonly [property: string, reason: string])[]): object {
  const { CheckFailure, CheckResponse } = pulumiWire().messages;
  const response = new CheckResponse();
  response.setInputs(inputs as never);
  response.setFailuresList(
    failures.map(([property, reason]) => {
      const failure = new CheckFailure();
      failure.setProperty(property);
      failure.setReason(reason);
      return failure;
    }),
  );
  return response;
}
