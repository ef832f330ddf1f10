import type { IsoDate } from "../catalogue/index.ts";
import type { DataMove } from "./data-move.ts";
import { dataMove } from "./data-moves.ts";
import { phasesOf } from "./phases.ts";
import type { AskedVariable, ExitPlan, ExitStep, MovingData } from "./plan.ts";
import type { BuildRecord, RecordedConstruct } from "./record.ts";
import { scopeOf } from "./scope.ts";
import { operatorsLost, whereStates } from "./states.ts";
import { bound, type StayingResource } from "./staying.ts";

export interface ExitInput {
  readonly on: IsoDate;
  readonly from: BuildRecord;
  readonly to: BuildRecord;
  readonly staying: readonly StayingResource[];
  /** Bytes by path of a construct. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Bytes a second, as they really arrive. */
  readonly rate: number;
  /** Why the program could not be built to its end there. */
  readonly stopped?: string;
}

/** Compares one environment at two operators, construct by construct: nothing that the first has is left out. */
export function exitPlan({ on, from, to, staying, sizes, rate, stopped }: ExitInput): ExitPlan {
  const there = grouped(to);
  const here = grouped(from);
  const steps = [
    ...[...here].map(([key, origin]) => step(origin, there.get(key), stopped)),
    ...[...there].flatMap(([key, target]) => (here.has(key) ? [] : [appearing(target)])),
  ].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.concept < b.concept ? -1 : 1));
  const buckets = new Set(steps.flatMap(({ path, concept }) => (concept === "bucket" ? [path] : [])));
  const stores = keepingStates(from);
  const rooms = new Map(from.constructs.flatMap(({ path, room }) => (room === undefined ? [] : [[path, room] as const])));
  const data = [
    ...steps.flatMap((one) => (moves(one) ? movingData(one, dataMove(one, buckets, stores), sizes, rooms, rate) : [])),
    ...bound(staying).flatMap(({ address, path = address, concept, engine }) =>
      concept === undefined
        ? []
        : movingData(
            { path, concept },
            dataMove({ path, concept, ...(engine !== undefined && { engine }) }, buckets, stores),
            sizes,
            rooms,
            rate,
          ),
    ),
  ];
  const given = data.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  const bytes = given.reduce((sum, one) => sum + one, 0);
  const states = whereStates(from.states ?? [], to.states ?? []);
  const variables = variablesAsked(from.variables ?? {}, to.variables);
  const count = (status: ExitStep["status"]) => steps.filter((one) => one.status === status).length;
  return {
    on,
    places: to.places,
    scope: scopeOf(from.order ?? {}, to.places, steps, staying),
    steps,
    staying,
    states,
    variables,
    data,
    volume: { bytes, hours: bytes / rate / 3600, given: given.length, of: data.length },
    unmatched: [...sizes.keys()].filter((path) => !data.some((one) => one.path === path)),
    phases: phasesOf({ steps, staying, states, variables, data, lost: operatorsLost(to.places) }),
    summary: {
      same: count("same"),
      changed: count("changed"),
      missing: count("missing"),
      unbuilt: count("unbuilt"),
      new: count("new"),
      staying: bound(staying).length,
    },
  };
}

/** Buckets that were made for states, or that a stack names as its store. */
const keepingStates = ({ constructs, states = [] }: BuildRecord): ReadonlySet<string> =>
  new Set(
    constructs.flatMap(({ path, name, keepsStates }) =>
      keepsStates === true || (name !== undefined && states.some(({ at }) => at.endsWith(` ${name}`))) ? [path] : [],
    ),
  );

/** What somebody has to give there; of a program that was not built to its end there, what it asks for today. */
const variablesAsked = (today: NonNullable<BuildRecord["variables"]>, then: BuildRecord["variables"]): readonly AskedVariable[] =>
  Object.entries(then ?? today).map(([name, what]) => ({ name, what, today: Object.hasOwn(today, name) }));

/** One construct may be lowered as several concepts (a cluster that asks for access); each is a line of its own. */
const grouped = ({ constructs }: BuildRecord): ReadonlyMap<string, RecordedConstruct> => {
  const found = new Map<string, RecordedConstruct>();
  for (const one of constructs) {
    const key = `${one.path}\n${one.concept}`;
    const known = found.get(key);
    found.set(
      key,
      known === undefined
        ? one
        : {
            ...known,
            ...one,
            resources: [...known.resources, ...one.resources],
            remarks: [...new Set([...known.remarks, ...one.remarks])],
          },
    );
  }
  return found;
};

function step(origin: RecordedConstruct, target: RecordedConstruct | undefined, stopped: string | undefined): ExitStep {
  const { path, construct, concept, engine, owner, lock, place: from } = origin;
  const known = { ...(engine !== undefined && { engine }), ...(owner !== undefined && { owner }), ...(lock !== undefined && { lock }) };
  const base = { path, construct, concept, ...known, from };
  if (target === undefined)
    return {
      ...base,
      status: stopped === undefined ? "missing" : "unbuilt",
      to: null,
      changes: overridden(origin),
      because: stopped ?? "The program does not make it there.",
    };
  if (target.missing !== undefined)
    return { ...base, status: "missing", to: null, changes: overridden(origin), because: without(path, target.missing) };
  const changes = [...sizesChanged(origin, target), ...target.remarks, ...overridden(origin)];
  return { ...base, status: changes.length === 0 ? "same" : "changed", to: target.place, changes };
}

/** What the program set by itself holds for one provider's type; what stands there instead has another. */
const overridden = ({ overrides = [] }: RecordedConstruct): readonly string[] =>
  overrides.length === 0
    ? []
    : [`The program sets by itself what is one provider's own (${overrides.join(", ")}): say it with a prop, or for the other provider.`];

const appearing = ({ path, construct, concept, place, missing }: RecordedConstruct): ExitStep => ({
  path,
  construct,
  concept,
  status: missing === undefined ? "new" : "missing",
  from: null,
  to: missing === undefined ? place : null,
  changes: [],
  ...(missing !== undefined && { because: without(path, missing) }),
});

/** A refusal begins with the path of what it refuses, which stands beside it already. */
const without = (path: string, because: string): string => (because.startsWith(`${path}: `) ? because.slice(path.length + 2) : because);

function sizesChanged(origin: RecordedConstruct, target: RecordedConstruct): readonly string[] {
  const [before, after] = [sizes(origin), sizes(target)];
  if (before === after) return [];
  // Where the flavour is looked up by its name, no size is written.
  return [
    before === "" ? `It is ${after} there.` : `${before} becomes ${after === "" ? "what the cloud takes: no size is written" : after}.`,
  ];
}

function sizes({ resources }: RecordedConstruct): string {
  const times = new Map<string, number>();
  for (const { type, sizes: all } of resources) {
    const written = Object.entries(all).map(([name, value]) => `${name} ${value}`);
    const one = `${type} (${written.join(", ")})`;
    if (written.length > 0) times.set(one, (times.get(one) ?? 0) + 1);
  }
  return [...times].map(([one, count]) => (count === 1 ? one : `${count} × ${one}`)).join(", ");
}

/** What stands where it stood moves nothing. */
const moves = ({ from, to, status }: ExitStep): boolean => from !== null && from !== to && status !== "new";

function movingData(
  { path, concept }: Pick<ExitStep, "path" | "concept">,
  move: DataMove | undefined,
  sizes: ReadonlyMap<string, number>,
  rooms: ReadonlyMap<string, number>,
  rate: number,
): readonly MovingData[] {
  if (move === undefined) return [];
  const said = sizes.get(path);
  const bytes = said ?? rooms.get(path) ?? null;
  const { means, steps, source } = move;
  return [
    {
      path,
      concept,
      means,
      steps,
      source,
      bytes,
      ...(said === undefined && bytes !== null && { atMost: true }),
      hours: bytes === null ? null : bytes / rate / 3600,
    },
  ];
}
