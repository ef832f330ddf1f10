/**
 * Loaded into a project's program before it runs, by `terroir exit`: stands its places elsewhere, or only writes down what they become, and leaves a
 * record of every construct for the command. It is no part of the library.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { AnyCloud, Concepts, Place } from "../clouds/contract/index.ts";
import { startMoving } from "../constructs/moving.ts";
import type { Policy } from "../guard/index.ts";
import { recordedPolicy } from "../portability/policy-record.ts";
import { type BuildRecord, type RecordedConstruct, sizesOf } from "../portability/record.ts";
import { blocksIn, saidIn } from "../portability/written.ts";
import { EXIT_ORDER, type ExitOrder } from "./exit-order.ts";
import { placeNamed } from "./places.ts";

const order = JSON.parse(process.env[EXIT_ORDER] ?? "{}") as ExitOrder;
/** The guard's readers are for a plan alone: every process of the program's command loads this file. */
const judging = order.judge === undefined ? undefined : { ...order.judge, ...(await import("./plan-judge.ts")) };
const constructs: RecordedConstruct[] = [];
const places = new Map<string, string>();
const left = new Map<string, Place>();
const arrived = new WeakSet<Place>();
/** Places at which something stands that stood elsewhere. */
const settled = new WeakSet<Place>();
const remarks = new Map<string, string[]>();
const overrides = new Map<string, string[]>();
const stores = new Set<string>();
let synthesized: Pick<BuildRecord, "written" | "states" | "variables" | "order"> = {};
let verdict: Pick<BuildRecord, "report" | "policy"> = {};
let leaving = order.from;

const add = (all: Map<string, string[]>, path: string, one: string): void => {
  const known = all.get(path) ?? [];
  if (!known.includes(one)) all.set(path, [...known, one]);
};

/**
 * Regions that are written out go where they are sent, and what stands at another operator than the one that is left stays there. Of the rest, the first
 * goes to the destination, further ones to what remains of it.
 */
function destination(at: Place): Place {
  const { to, map = {} } = order;
  if (to === undefined) return at;
  leaving ??= at.cloud.name;
  const sent = map[at.id];
  if (sent !== undefined) return placeNamed(sent) as Place;
  if (at.cloud.name !== leaving) return at;
  if (![...places.values()].includes(to)) return placeNamed(to) as Place;
  const first = placeNamed(to) as Place;
  const taken = new Set([to, ...places.values()]);
  const free = others(first.cloud, first.country).find((id) => !taken.has(id));
  return placeNamed(free ?? to) as Place;
}

const others = (cloud: AnyCloud, country: string): readonly string[] =>
  Object.entries(cloud.regions)
    .filter(([, region]) => region.country === country || order.countries?.includes(region.country) === true)
    .map(([code]) => `${cloud.name}:${code}`);

startMoving({
  place(at) {
    // Asked again of a place that was moved already: nothing moves twice. A place of the program's own may have the same name.
    if (arrived.has(at)) return at;
    const known = places.get(at.id);
    const to = known === undefined ? destination(at) : (placeNamed(known) as Place);
    places.set(at.id, to.id);
    if (to.cloud.name !== at.cloud.name) left.set(at.id, at);
    arrived.add(to);
    if (to.id !== at.id) settled.add(to);
    return to;
  },
  lowered({ path, construct, concept, place, owner, spec, resources, lookUps }) {
    constructs.push({
      path,
      construct: plain(construct),
      concept,
      ...saidBy(concept, spec),
      place: place.id,
      ...(owner !== undefined && { owner }),
      resources: resources.map(({ type, id, args }) => ({ type, id, sizes: sizesOf(args) })),
      lookUps,
      // What stays where it is has nothing new about it.
      remarks: settled.has(place) ? [...(place.cloud.remarks?.[concept as keyof Concepts] ?? [])] : [],
    });
  },
  missing({ path, construct, concept, place, owner, spec }, because) {
    const said = { ...saidBy(concept, spec), ...(owner !== undefined && { owner }) };
    const what = { path, construct: plain(construct), concept, ...said, place: place.id };
    constructs.push({ ...what, resources: [], missing: because, remarks: [] });
    return placeholder(`nothing-for-${path.replaceAll("/", "-")}`);
  },
  synthesized(folder) {
    synthesized = { written: blocksIn(folder), ...saidIn(folder) };
  },
  judged(report, policy) {
    verdict = { report, policy: recordedPolicy(policy) };
    if (judging !== undefined) judgeHere(judging, policy);
  },
  overridden: (path, type, attribute) => add(overrides, path, `${type}: ${attribute}`),
  left: () => [...left.values()],
  keepsStates: (path) => void stores.add(path),
  remark: (path, sentence) => add(remarks, path, sentence),
});

/** A company's rules and profiles are programs, and live in this one: here they see a plan. */
function judgeHere({ plan, stack, folder, report, planJudge }: NonNullable<typeof judging>, policy: Policy): void {
  const { judge, reports } = planJudge(policy, [{ name: stack, folder }]);
  judge(JSON.parse(readFileSync(plan, "utf8")), stack);
  writeFileSync(report, JSON.stringify(reports.get(stack)));
}

/** What a spec says of the data: what a database runs, how much there is room for, how long nobody can delete it. */
function saidBy<C extends keyof Concepts>(concept: C, spec: unknown): Pick<RecordedConstruct, "engine" | "room" | "lock" | "name"> {
  if (concept === "database") {
    const { engine, storage } = spec as Concepts["database"]["spec"];
    return { engine, ...(storage !== undefined && { room: storage * 1e9 }) };
  }
  if (concept === "volume" || concept === "fileShare") return { room: (spec as Concepts["volume" | "fileShare"]["spec"]).size * 1e9 };
  if (concept !== "bucket") return {};
  const { name, lock } = spec as Concepts["bucket"]["spec"];
  return { name, ...(lock !== undefined && { lock }) };
}

/** A bundler may mark a class that names itself. */
const plain = (name: string): string => name.replace(/^_+/, "");

/** Stands for outputs that nothing gives: every member is a text that says so, every list of members has whichever is asked for. */
function placeholder(name: string): unknown {
  return new Proxy(Object.create(null) as object, {
    get: (_, key) => {
      if (typeof key === "symbol") return key === Symbol.toPrimitive ? () => name : undefined;
      if (key === "toString" || key === "valueOf" || key === "toJSON") return () => name;
      // What some clouds give and others do not is not given here.
      if (key === "credentials" || key === "carried" || key === "forSpokes" || key === "then") return undefined;
      return /Ids$|^paths$/.test(key) ? placeholder(`${name}-${key}`) : `${name}-${key}`;
    },
    has: () => true,
  });
}

let stopped: string | undefined;
process.on("uncaughtExceptionMonitor", (error) => {
  stopped = error.message;
});

process.on("exit", () => {
  // Every process of the program's command loads this; one of them builds, and the others do not write over it.
  if (order.record === undefined || (constructs.length === 0 && places.size === 0 && existsSync(order.record))) return;
  const record: BuildRecord = {
    constructs: constructs.map((one) => ({
      ...one,
      remarks: [...one.remarks, ...(remarks.get(one.path) ?? [])],
      ...(stores.has(one.path) && { keepsStates: true as const }),
      ...(overrides.has(one.path) && { overrides: overrides.get(one.path) ?? [] }),
    })),
    ...synthesized,
    ...verdict,
    places: Object.fromEntries(places),
    ...(stopped !== undefined && { stopped }),
  };
  writeFileSync(order.record, JSON.stringify(record));
});
