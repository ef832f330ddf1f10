import type { IsoDate } from "../catalogue/index.ts";
import type { DataMove, MovePhase } from "./data-move.ts";
import { dataMove } from "./data-moves.ts";
import type { BuildRecord, RecordedConstruct } from "./record.ts";
import { operatorsLost, stateTasks, type WhereStateIs, whereStates } from "./states.ts";

/** What becomes of one construct when the environment leaves. */
export interface ExitStep {
  readonly path: string;
  readonly construct: string;
  readonly concept: string;
  /** What a database runs, `mysql`. */
  readonly engine?: string;
  /**
   * `same`: built there, nothing to say. `changed`: built there, with what `changes` says. `missing`: nothing there stands for it, or its cloud refuses
   * it. `unbuilt`: the program ended before it came to it. `new`: made there only.
   */
  readonly status: "same" | "changed" | "missing" | "unbuilt" | "new";
  readonly from: string | null;
  readonly to: string | null;
  readonly changes: readonly string[];
  readonly because?: string;
}

/** Something that the program wrote by itself: a resource, a look-up, a module. What is one provider's stays where it is. */
export interface StayingResource {
  /** It is no operator's, and computed by the engine: it goes along. @default false */
  readonly along?: boolean;
  readonly address: string;
  /** `ovh_vrack`, `data ovh_cloud_project`, `module SOURCE`. */
  readonly type: string;
}

/** Data that must be moved, and how. */
export interface MovingData {
  readonly path: string;
  readonly concept: string;
  readonly means: string;
  readonly steps: DataMove["steps"];
  readonly source: string;
  /** Bytes, where somebody said how much it is. */
  readonly bytes: number | null;
  /** Hours at the assumed rate. */
  readonly hours: number | null;
}

/** One step of the way, in its order. */
export interface ExitPhase {
  readonly title: string;
  readonly tasks: readonly string[];
}

export interface ExitPlan {
  readonly on: IsoDate;
  readonly places: Readonly<Record<string, string>>;
  readonly steps: readonly ExitStep[];
  readonly staying: readonly StayingResource[];
  /** Where the states of the stacks are kept today and then. */
  readonly states: readonly WhereStateIs[];
  /** Variables that the destination asks for and the origin did not → what each is. */
  readonly variables: Readonly<Record<string, string>>;
  readonly data: readonly MovingData[];
  /** All data whose size was given, together. */
  readonly volume: { readonly bytes: number; readonly hours: number; readonly given: number; readonly of: number };
  /** Paths for which a size was given and that keep no data that moves. */
  readonly unmatched: readonly string[];
  readonly phases: readonly ExitPhase[];
  readonly summary: Readonly<Record<ExitStep["status"] | "staying", number>>;
}

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
  const data = steps.flatMap((one) => movingData(one, dataMove(one, buckets), sizes, rate));
  const given = data.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  const bytes = given.reduce((sum, one) => sum + one, 0);
  const states = whereStates(from.states ?? [], to.states ?? []);
  const asked = Object.keys(from.variables ?? {});
  const variables = Object.fromEntries(Object.entries(to.variables ?? {}).filter(([name]) => !asked.includes(name)));
  const count = (status: ExitStep["status"]) => steps.filter((one) => one.status === status).length;
  return {
    on,
    places: to.places,
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
      staying: staying.filter(({ along }) => along !== true).length,
    },
  };
}

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
  const { path, construct, concept, engine, place: from } = origin;
  const base = { path, construct, concept, ...(engine !== undefined && { engine }), from };
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
  return [`${before === "" ? "(no size written)" : before} becomes ${after === "" ? "(no size written)" : after}.`];
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

function movingData(
  { path, concept, from, to, status }: ExitStep,
  move: DataMove | undefined,
  sizes: ReadonlyMap<string, number>,
  rate: number,
): readonly MovingData[] {
  if (move === undefined || from === null || from === to || status === "new") return [];
  const bytes = sizes.get(path) ?? null;
  const { means, steps, source } = move;
  return [{ path, concept, means, steps, source, bytes, hours: bytes === null ? null : bytes / rate / 3600 }];
}

/** What must stand before what: whoever is named first is asked for by what comes after. */
const ORDER = [
  "keyRing",
  "identity",
  "secretStore",
  "network",
  "firewall",
  "registry",
  "bucket",
  "auditLog",
  "fileShare",
  "volume",
  "database",
];

const rank = (concept: string): number => {
  const index = ORDER.indexOf(concept);
  return index < 0 ? ORDER.length : index;
};

interface Way extends Pick<ExitPlan, "steps" | "staying" | "states" | "variables" | "data"> {
  /** Operators that stood apart today and would not then, one sentence each. */
  readonly lost: readonly string[];
}

function phasesOf({ steps, staying, states, variables, data, lost }: Way): readonly ExitPhase[] {
  const inOrder = [...data].sort((a, b) => rank(a.concept) - rank(b.concept) || (a.path < b.path ? -1 : 1));
  const during = (phase: MovePhase): readonly string[] =>
    inOrder.flatMap(({ path, steps }) => steps.filter((one) => one.phase === phase).map(({ what }) => `${path}: ${what}`));
  const bound = staying.filter(({ along }) => along !== true);
  const open = steps.filter(({ status }) => status === "missing" || status === "unbuilt");
  return [
    {
      title: "Decide what has no counterpart",
      tasks: [
        ...lost,
        ...open.map(({ path, because }) => `${path}: ${because ?? "it has no counterpart"}`),
        ...bound.map(
          ({ address, type }) => `${address}: written for one provider (${type}). Describe it with a construct, or for the other provider.`,
        ),
      ],
    },
    {
      title: "Give notice, and build the destination",
      tasks: [
        "Give notice: at most two months under the Data Act, article 25.",
        ...Object.entries(variables).map(([name, what]) => `Give the variable ${name} a value${what === "" ? "" : `: ${what}`}`),
        ...stateTasks(states),
        ...staying.flatMap(({ address, type, along }) =>
          along === true ? [`${address}: no operator's (${type}). The same program makes it there, with a value of its own.`] : [],
        ),
        "Deploy this program at the destination, with the places above; let the guard judge its plan.",
      ],
    },
    { title: "Copy while everything runs", tasks: during("copy") },
    { title: "Keep in step", tasks: during("follow") },
    {
      title: "Switch over",
      tasks: [...during("switch"), "Point names and clients at the destination.", "Try the way back once before anybody depends on it."],
    },
    {
      title: "Leave",
      tasks: [
        ...(states.some(({ today, then }) => today.at !== "" && today.at === then?.at)
          ? ["Keep the states of the origin until its environment is destroyed: the engine needs them for that."]
          : []),
        ...during("leave"),
        "Keep the origin for at least 30 days in which data can still be retrieved (Data Act, article 25).",
        "Destroy the origin's environment, and ask for the confirmation that the data is erased.",
      ],
    },
  ].filter(({ tasks }) => tasks.length > 0);
}
