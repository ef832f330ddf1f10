/** The plan view: reads what `show -json` says of a plan, as the engine computed it. */
import { InputError } from "../errors.ts";
import type { Infrastructure, Subject } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import type { Env } from "../values/scope.ts";
import { isElsewhere } from "./elsewhere.ts";
import { instancesIn } from "./in-code.ts";
import { actions } from "./plan/actions.ts";
import { joined, withoutKeys } from "./plan/address.ts";
import { type Changes, readChanges, readDrift } from "./plan/changes.ts";
import { readConfiguration } from "./plan/configuration.ts";
import { rootNames } from "./plan/constants.ts";
import { field, isList, isObject, text } from "./plan/document.ts";
import { endingsOf } from "./plan/endings.ts";
import { importSubject } from "./plan/imports.ts";
import { inheritedProviders } from "./plan/inherited-providers.ts";
import { keyedProviders } from "./plan/keyed-providers.ts";
import { inOrder, Lookup } from "./plan/lookup.ts";
import { moduleCalls } from "./plan/module-calls.ts";
import { requireOneStory } from "./plan/one-story.ts";
import { asRequirement, onlyRequired, readProviders, unusedProviders } from "./plan/providers.ts";
import { provisionerSubjects } from "./plan/provisioners.ts";
import { leftOutOf, partOf, strangersIn } from "./plan/remainder.ts";
import { writtenResource } from "./plan/resource.ts";
import { resourceSubject, type Surroundings } from "./plan/subjects.ts";
import { readValues } from "./plan/values.ts";
import { type Shown, shownTree } from "./shown/document.ts";
import { openShown } from "./shown/open.ts";
import type { Piece } from "./shown/piece.ts";
import { stateOf } from "./state.ts";

/** Reads a file that `show -json` wrote, of a plan or of a state. */
export function readShown(path: string): Infrastructure {
  const shown = openShown(path);
  return isState(shown) ? stateOf(shown, path) : planOf(shown, path);
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
   * The code that it is the plan of: a plan says what the expressions of a provider block refer to, and not what they give; nor does it say whether a
   * block of which nothing is known yet is written at all.
   * @default neither is known
   */
  readonly code?: Infrastructure;
  /**
   * Whoever asks left out a part of the program on purpose, and judges what is left as such a part.
   * @default false: that a plan leaves something out is refused
   */
  readonly partial?: boolean;
}

const isState = ({ names, member }: Shown): boolean =>
  !names.includes("planned_values") && !names.includes("resource_changes") && isObject(member("values"));

/**
 * Reads a plan in JSON, format 1. A plan carries neither backend nor locals: the folder it was made from does.
 *
 * @throws InputError when it is no plan, or none that is complete
 */
export function readPlan(json: Json, origin: string, options: PlanOptions = {}): Infrastructure {
  return planOf(shownTree(isObject(json) ? json : {}), origin, options);
}

/** Reads a plan of any size: what is said of a resource is read when it is judged. */
export function planOf(plan: Shown, origin: string, options: PlanOptions = {}): Infrastructure {
  requirePlan(plan, origin);
  const configuration = readConfiguration(plan, origin);
  const names = rootNames(plan);
  const listedProviders = readProviders(configuration.providers, names, options.code);
  const inherited = inheritedProviders(configuration, listedProviders, options.code);
  const providers = new Map([...listedProviders, ...inherited]);
  const changes = readChanges(plan, origin);
  const before = readValues(plan, field(plan.member("prior_state"), "values"), origin);
  const drifted = readDrift(plan, origin);
  requireWhole(plan, changes, origin);
  requireOneStory(plan, origin);
  const mark = options.madeUp;
  const { program, code = program } = options;
  const keyed = options.code === undefined ? undefined : keyedProviders(options.code);
  const unused = unusedProviders(configuration);
  const configured = [...listedProviders].filter(([name]) => !unused.has(name) && !inherited.has(name));
  const endings = endingsOf(
    plan,
    configuration,
    configured.map(([, block]) => block),
    before,
  );
  const surroundings: Surroundings = {
    configuration,
    providers,
    instancesOf: (plain) => lookup.instancesOf(plain),
    find: (address) => lookup.find(address),
    ...(mark !== undefined && { mark }),
    ...(program !== undefined && {
      constructPathOf: (address) => constructPathIn(program, address),
      elsewhereOf: (address, path) => elsewhereIn(program, address, path),
    }),
    ...(code !== undefined && { writtenAt: instancesIn(code) }),
    ...(keyed !== undefined && { keyed }),
    ...(endings.all && { ends: true as const }),
  };
  // What was found changed is what was there before as well, and the later word.
  const listed = inOrder([changes, drifted, before]);
  const lookup = new Lookup({
    length: listed.length,
    parts: [changes.length, changes.length + drifted.length],
    headAt: (index) => listed.headAt(index),
    subjectAt: (index) => resourceSubject(listed.at(index), surroundings),
  });
  const invoked = actions(plan);
  const required = onlyRequired(configuration, inOrderOf(lookup.subjects(), invoked));
  const used = configured.flatMap(([key, block]): readonly Subject[] => {
    if (required.has(key)) return [asRequirement(block)];
    if (endings.isLast(block)) return [{ ...block, leaves: "destroyed" }];
    const instances = keyed?.instances(block) ?? [];
    return instances.length > 0 ? instances : [block];
  });
  const rest = [...(options.partial === true ? [] : partOf(plan, origin)), ...strangersIn(plan, configuration, origin)];
  const others = [...used, ...moduleCalls(configuration), ...invoked, ...rest];
  return {
    view: "plan",
    origin,
    subjects: { [Symbol.iterator]: () => subjectsOf(lookup, others, surroundings, names) },
    find: (address) =>
      lookup.find(address) ?? others.find((one) => one.address === address) ?? (isElsewhere(address) ? program?.find(address) : undefined),
    instances: (address) => lookup.instances(address),
    ofType: (type) => lookup.ofType(type),
    withId: (id) => lookup.withId(id),
    unseen: ["the backend, which a plan does not carry: check the folder that it was made from", ...leftOutOf(plan)],
  };
}

function* inOrderOf(...all: readonly Iterable<Subject>[]): Generator<Subject> {
  for (const some of all) yield* some;
}

function* subjectsOf(lookup: Lookup, others: readonly Subject[], surroundings: Surroundings, names: Env): Generator<Subject> {
  yield* others;
  for (const subject of lookup.subjects()) {
    yield subject;
    if (subject.kind === "resource") yield* provisionerSubjects(subject.address, subject.block);
    if (subject.importing !== undefined) yield importSubject(subject, subject.importing);
    if (subject.replaced !== undefined) yield subject.replaced;
  }
  yield* writtenOnly(surroundings, names);
}

/** Resources of other stacks of which attributes, and nothing else, make up a value. */
function elsewhereIn(program: Infrastructure, address: string, path: string): readonly string[] {
  const refs = (program.find(address)?.read(path) ?? []).map(({ value }) => (value.kind === "unknown" ? value.refs : []));
  const all = refs.flat();
  return refs.every((some) => some.length > 0) && all.every(isElsewhere) ? all : [];
}

/** Every instance of a resource is made by the construct that declares it. */
function constructPathIn({ subjects, find }: Infrastructure, address: string): string | undefined {
  const exact = find(address);
  if (exact !== undefined) return exact.constructPath;
  const plain = withoutKeys(address);
  for (const subject of subjects) if (withoutKeys(subject.address) === plain) return subject.constructPath;
  return undefined;
}

function requirePlan({ names, member }: Shown, origin: string): void {
  const version = member("format_version");
  const again = "Make it with: tofu show -json plan.bin > plan.json (or terraform show -json).";
  if (typeof version !== "string") {
    if (["resource", "terraform", "provider"].some((key) => names.includes(key)))
      throw new InputError(`${origin} is a configuration, not a plan. Check its folder, or plan it. ${again}`);
    throw new InputError(`${origin} is no plan: it has no format_version. ${again}`);
  }
  if (!/^1\.\d+$/.test(version))
    throw new InputError(
      `${origin} has plan format ${version.slice(0, 20)}; formats 1.x are understood. Use OpenTofu 1.10 or Terraform 1.9, or newer. ${again}`,
    );
  if (names.includes("provider_schemas")) throw new InputError(`${origin} holds provider schemas, not a plan. ${again}`);
  for (const key of ["resource_changes", "deferred_changes"])
    if (names.includes(key) && !isList(member(key))) throw new InputError(`${origin}: ${key} is no list. ${again}`);
  if (!names.includes("planned_values") && !names.includes("resource_changes"))
    throw new InputError(`${origin} is no plan: it has neither planned_values nor resource_changes. ${again}`);
  if (member("errored") === true)
    throw new InputError(
      `${origin} is the plan of a run that failed, so it holds a part only. Put right what the engine complained of, and plan again.`,
    );
}

/** Every resource that a plan lists as it will be has a change, be it that nothing is to be done. */
function requireWhole(plan: Shown, changes: Changes, origin: string): void {
  const planned = readValues(plan, plan.member("planned_values"), origin);
  if (planned.length > changes.length)
    throw new InputError(
      `${origin} lists ${planned.length} resources as they will be, and ${changes.length} changes: a part is missing, and what is not there cannot be judged. Make the plan again.`,
    );
}

/** Data sources and ephemeral resources that the plan neither read nor will: judged as written, unless none of them is made. */
function* writtenOnly(surroundings: Surroundings, names: Env): Iterable<Subject> {
  for (const module of surroundings.configuration.modules.values()) {
    for (const [name, block] of module.resources.others()) {
      const address = joined(module.path, name);
      const isRepeated = block.kind("count_expression") !== "missing" || block.kind("for_each_expression") !== "missing";
      // What is ephemeral is opened anew in each run, however often it is made, and no plan lists it.
      const isListed = name.startsWith("data.") && (module.repeated || isRepeated);
      if (!/^(?:data|ephemeral)\./.test(name) || isListed || surroundings.instancesOf(address).length > 0) continue;
      yield unread(address, module.path, block, surroundings, module.path === "" ? names : undefined);
    }
  }
}

function unread(address: string, module: string, block: Piece, surroundings: Surroundings, names: Env | undefined): Subject {
  const { configuration, providers, instancesOf } = surroundings;
  const provider = text(field(configuration.providers, block.text("provider_config_key") ?? ""), "full_name");
  const type = block.text("type") ?? "?";
  const said = {
    kind: "data",
    mode: block.text("mode"),
    address,
    module,
    type,
    name: block.text("name") ?? "?",
    provider: provider ?? defaultProvider(type),
  } as const;
  return resourceSubject(writtenResource(said, block.part("expressions"), names), { configuration, providers, instancesOf });
}

/** What the engine assumes when nothing says the source. */
const defaultProvider = (type: string): string => `hashicorp/${type.split("_", 1)[0]}`;
