/** The plan view: reads what `show -json` says of a plan, as the engine computed it. */
import { InputError } from "../errors.ts";
import type { Infrastructure, Subject } from "../infrastructure.ts";
import type { Json } from "../values/json.ts";
import { joined, withoutKeys } from "./plan/address.ts";
import { type Change, readChanges } from "./plan/changes.ts";
import { type Configuration, isRepeated, readConfiguration } from "./plan/configuration.ts";
import { rootNames } from "./plan/constants.ts";
import { field, isList, isObject, list, text } from "./plan/document.ts";
import { gather } from "./plan/gather.ts";
import { importSubject } from "./plan/imports.ts";
import { parseShown } from "./plan/parse.ts";
import { readProviders } from "./plan/providers.ts";
import { provisionerSubjects, type Resource, resourceSubject, type Surroundings } from "./plan/subjects.ts";
import { readValues } from "./plan/values.ts";
import { readState } from "./state.ts";

/** Reads a file that `show -json` wrote, of a plan or of a state. */
export function readShown(path: string): Infrastructure {
  const json = parseShown(path);
  return isState(json) ? readState(json, path) : readPlan(json, path);
}

export interface PlanOptions {
  /**
   * The plan was rehearsed: a text that holds this mark is the rehearsal's invention, and nobody knows what really stands there.
   * @default no text is made up
   */
  readonly madeUp?: string;
  /**
   * The program that it is the plan of: a plan does not say which construct made what, and a policy may name constructs.
   * @default nobody knows which construct made what
   */
  readonly program?: Infrastructure;
  /**
   * The code that it is the plan of: a plan says what the expressions of a provider block refer to, and not what they give.
   * @default such expressions are not known
   */
  readonly code?: Infrastructure;
}

const isState = (json: Json): boolean =>
  field(json, "planned_values") === undefined && field(json, "resource_changes") === undefined && isObject(field(json, "values"));

/**
 * Reads a plan in JSON, format 1. A plan carries neither backend nor locals: the folder it was made from does.
 *
 * @throws InputError when it is no plan, or none that is complete
 */
export function readPlan(json: Json, origin: string, options: PlanOptions = {}): Infrastructure {
  requirePlan(json, origin);
  const configuration = readConfiguration(field(json, "configuration"), origin);
  const providers = readProviders(configuration.providers, rootNames(json), options.code);
  const changes = readChanges(json, origin);
  const read = readValues(field(field(json, "prior_state"), "values"), origin).filter(({ kind }) => kind === "data");
  const changed = new Set(changes.map(({ resource }) => resource.address));
  const answered = read.filter(({ address }) => !changed.has(address)).map((resource): Resource => ({ ...resource, answered: true }));
  const resources = [...changes.map(({ resource }) => resource), ...answered];
  const mark = options.madeUp;
  const { program } = options;
  const surroundings: Surroundings = {
    configuration,
    providers,
    instances: instancesOf(resources),
    ...(mark !== undefined && { mark }),
    ...(program !== undefined && { constructPathOf: (address) => constructPathIn(program, address) }),
  };
  const subjects = [
    ...providers.values(),
    ...resources.flatMap((resource) => withProvisioners(resource, surroundings)),
    ...writtenOnly(surroundings),
    ...changes.flatMap((change) => imported(change, surroundings)),
    ...actions(json),
  ];
  return gather("plan", origin, subjects, [
    "the backend, which a plan does not carry: check the folder that it was made from",
    ...incomplete(json),
  ]);
}

/** Every instance of a resource is made by the construct that declares it. */
function constructPathIn({ subjects, find }: Infrastructure, address: string): string | undefined {
  const exact = find(address);
  if (exact !== undefined) return exact.constructPath;
  const plain = withoutKeys(address);
  return subjects.find((subject) => withoutKeys(subject.address) === plain)?.constructPath;
}

function requirePlan(json: Json, origin: string): void {
  const version = text(json, "format_version");
  const again = "Make it with: tofu show -json plan.bin > plan.json (or terraform show -json).";
  if (version === undefined) {
    if (isObject(json) && ["resource", "terraform", "provider"].some((key) => key in json))
      throw new InputError(`${origin} is a configuration, not a plan. Check its folder, or plan it. ${again}`);
    throw new InputError(`${origin} is no plan: it has no format_version. ${again}`);
  }
  if (!/^1\.\d+$/.test(version))
    throw new InputError(
      `${origin} has plan format ${version.slice(0, 20)}; formats 1.x are understood. Use OpenTofu 1.10 or Terraform 1.9, or newer. ${again}`,
    );
  if (field(json, "provider_schemas") !== undefined) throw new InputError(`${origin} holds provider schemas, not a plan. ${again}`);
  for (const key of ["resource_changes", "deferred_changes"])
    if (field(json, key) !== undefined && !isList(field(json, key))) throw new InputError(`${origin}: ${key} is no list. ${again}`);
  if (field(json, "planned_values") === undefined && field(json, "resource_changes") === undefined)
    throw new InputError(`${origin} is no plan: it has neither planned_values nor resource_changes. ${again}`);
  if (field(json, "errored") === true)
    throw new InputError(
      `${origin} is the plan of a run that failed, so it holds a part only. Put right what the engine complained of, and plan again.`,
    );
}

function incomplete(json: Json): readonly string[] {
  return field(json, "complete") === false ? ["what the engine left out of this plan (it says that applying it is not the end)"] : [];
}

function instancesOf(resources: readonly Resource[]): ReadonlyMap<string, readonly string[]> {
  const instances = new Map<string, string[]>();
  for (const { address, leaves } of resources) {
    if (leaves !== undefined) continue;
    const plain = withoutKeys(address);
    const present = instances.get(plain);
    if (present === undefined) instances.set(plain, [address]);
    else present.push(address);
  }
  return instances;
}

function withProvisioners(resource: Resource, surroundings: Surroundings): readonly Subject[] {
  const subject = resourceSubject(resource, surroundings);
  if (resource.kind === "data") return [subject];
  const block = surroundings.configuration.modules.get(withoutKeys(resource.module))?.resources.get(`${resource.type}.${resource.name}`);
  return [subject, ...provisionerSubjects(resource.address, block)];
}

/** Data sources that the plan neither read nor will: judged as written, unless none of them is made. */
function writtenOnly({ configuration, providers, instances }: Surroundings): readonly Subject[] {
  return [...configuration.modules.values()].flatMap((module) =>
    module.repeated
      ? []
      : [...module.resources].flatMap(([name, block]) => {
          const address = joined(module.path, name);
          if (!name.startsWith("data.") || isRepeated(block) || instances.has(address)) return [];
          return [unread(address, module.path, block, configuration, providers, instances)];
        }),
  );
}

function unread(
  address: string,
  module: string,
  block: Json,
  configuration: Configuration,
  providers: Surroundings["providers"],
  instances: Surroundings["instances"],
): Subject {
  const key = text(block, "provider_config_key") ?? "";
  const provider = text(field(configuration.providers, key), "full_name");
  const type = text(block, "type") ?? "?";
  const resource: Resource = {
    kind: "data",
    address,
    module,
    type,
    name: text(block, "name") ?? "?",
    provider: provider ?? defaultProvider(type),
    value: undefined,
    unknown: true,
    sensitive: undefined,
  };
  return resourceSubject(resource, { configuration, providers, instances });
}

/** What the engine assumes when nothing says the source. */
const defaultProvider = (type: string): string => `hashicorp/${type.split("_", 1)[0]}`;

function imported({ resource, importing }: Change, surroundings: Surroundings): readonly Subject[] {
  return importing === undefined || resource.leaves !== undefined
    ? []
    : [importSubject(resource, importing, resourceSubject(resource, surroundings).provider)];
}

/** Actions that newer engines run beside changes: a program of the provider's, with effects that no attribute shows. */
function actions(json: Json): readonly Subject[] {
  return [...list(json, "action_invocations"), ...list(json, "deferred_action_invocations")].map((one, index) => ({
    kind: "provisioner",
    address: text(one, "address") ?? `action_invocations[${index}]`,
    type: text(one, "type") ?? "action",
    read: () => [],
  }));
}
