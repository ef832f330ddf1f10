import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError, today } from "../../catalogue/index.ts";
import { unknownCloud } from "../../clouds/contract/index.ts";
import { CLOUD_FACTS, cloudFacts } from "../../clouds/facts.ts";
import { packageRoot } from "../../clouds/schema/index.ts";
import { type Engine, TITLES } from "../../engines/index.ts";
import { memberCountries } from "../../guard/approvals/approvals.ts";
import { defaultPolicy, judge, type Policy, type Report, readSynthesized } from "../../guard/index.ts";
import {
  type BuildRecord,
  blocksIn,
  bytesOf,
  exitPlan,
  livesInItsProgram,
  type Outcome,
  page,
  pathsWritten,
  policyOf,
  rateOf,
  readRecord,
  saidIn,
  type WrittenBlock,
} from "../../portability/index.ts";
import { NOTICE, rehearse } from "../../rehearsal/index.ts";
import { engineFor } from "../engine-for.ts";
import type { Exit } from "../exit.ts";
import { EXIT_ORDER, type ExitOrder, type PlanToJudge } from "../exit-order.ts";
import { interruption } from "../interrupt.ts";
import { print, printJson } from "../io/print.ts";
import { progress } from "../io/progress.ts";
import { ownPlanJudge } from "../own-plan-judge.ts";
import { placeNamed } from "../places.ts";
import { planJudge } from "../plan-judge.ts";
import { policyFor } from "../policy-file.ts";
import { runProgram } from "../program-run.ts";
import { type Project, readProject } from "../project.ts";
import { stacksIn } from "../stacks.ts";
import { whatStays } from "../staying.ts";

export interface ExitOptions {
  readonly to: string;
  readonly from?: string;
  readonly map: readonly string[];
  readonly sizes?: string;
  readonly rate: string;
  readonly output?: string;
  readonly app?: string;
  readonly policy?: string;
  readonly engine?: string;
  readonly rehearse: boolean;
  readonly json?: boolean;
}

/** Program → built here and there → both judged → both rehearsed → the plan. Exit code 0 when everything has a counterpart that holds. */
export async function exitDrill(options: ExitOptions): Promise<Exit> {
  const project = readProject(process.cwd(), options);
  const policy = await policyFor(options.policy);
  const to = placeNamed(options.to);
  const leaving = leftCloud(options.from);
  const map = mapped(options.map);
  const sizes = sizesFrom(options.sizes);
  const rate = rateOf(options.rate);
  const signal = interruption();
  const shown = await progress();
  const scratch = mkdtempSync(join(tmpdir(), "terroir-exit-"));
  try {
    const engine = options.rehearse ? await engineFor(options.engine, signal) : undefined;
    const countries = memberCountries(policy.countries, today());
    const say = (line: string) => shown.step(line);
    const orders = { origin: {}, target: { to: to.id, map, countries, ...leaving } };
    const origin = await build(project, policy, scratch, "origin", orders.origin, say);
    const target = await build(project, policy, scratch, "target", orders.target, say);
    // The first that is left; a program may name one that stays before it.
    const moved = Object.entries(target.record?.places ?? {}).filter(([here, there]) => here !== there);
    const from =
      moved[0]?.[0] ??
      Object.keys(target.record?.places ?? {})[0] ??
      Object.keys(origin.record?.places ?? {})[0] ??
      (placesJudged(origin.report).join(", ") || "where it stands");
    if (origin.record === undefined) throw new InputError(origin.stopped ?? "The program made nothing that could leave.");
    const plan = exitPlan({
      on: today(),
      from: origin.record,
      to: target.record ?? { constructs: [], places: {} },
      staying: whatStays([...(origin.record.written ?? blocksIn(origin.folder)), ...insideModules(origin.report)], {
        ours: pathsWritten(origin.record),
        to,
        left: new Set(moved.map(([here]) => here.slice(0, here.indexOf(":")))),
      }),
      sizes,
      rate,
      ...(target.stopped !== undefined && { stopped: target.stopped }),
    });
    const outcomes: Outcome[] = [];
    for (const [place, built, order] of [
      [from, origin, orders.origin],
      [to.id, target, orders.target],
    ] as const) {
      const again = (judge: PlanToJudge) => judged(project, join(scratch, "again"), { ...order, judge });
      outcomes.push(await outcomeOf(place, built, policy, engine, say, signal, again));
    }
    shown.end();
    const [here, built] = outcomes as [Outcome, Outcome];
    const there = Object.keys(plan.places).length === 0 ? { place: to.id, unmoved: true as const } : built;
    if (options.json) printJson({ simulated: true, notice: NOTICE, ...plan, origin: here, target: there });
    const text = page(plan, here, there, options.rate);
    if (options.output !== undefined) writeFileSync(options.output, text);
    if (options.json !== true) print(options.output === undefined ? text : `The exit plan is in ${options.output}: ${told(plan.summary)}.`);
    const complete = plan.summary.missing + plan.summary.unbuilt + plan.summary.staying === 0;
    return complete && outcomes.every(({ report, rehearsed }) => report?.verdict === "inside" && rehearsed !== false) ? 0 : 1;
  } finally {
    shown.end();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Places of what the guard has seen, for a program that names none of ours. */
const placesJudged = (report: Report | undefined): readonly string[] => [
  ...new Set((report?.resources ?? []).flatMap(({ place }) => (place?.region ? [`${place.operator}:${place.region}`] : []))),
];

/** What modules make whose code is here, as the guard has read it. */
const insideModules = (report: Report | undefined): readonly WrittenBlock[] =>
  (report?.resources ?? []).flatMap(({ address, type, provider, origin }) =>
    /^module\..+\./.test(address) && type !== "module"
      ? [
          {
            address: `${basename(origin)}: ${address}`,
            type: /(?:^|\.)data\.[^.]+\.[^.]+$/.test(address) ? `data ${type}` : type,
            ...(provider !== null && { source: provider }),
          },
        ]
      : [],
  );

const told = ({ same = 0, changed = 0, missing = 0, unbuilt = 0 }: Readonly<Record<string, number>>): string =>
  `${same} the same, ${changed} with changes, ${missing + unbuilt} without a counterpart`;

interface Built {
  readonly folder: string;
  readonly record?: BuildRecord;
  readonly report?: Report;
  /** Why the program did not come to its end. */
  readonly stopped?: string;
}

async function build(
  project: Project,
  policy: Policy,
  scratch: string,
  name: "origin" | "target",
  order: Omit<ExitOrder, "record">,
  say: (line: string) => void,
): Promise<Built> {
  say(name === "origin" ? "Building it where it stands." : `Building it at ${order.to}.`);
  const [folder, file] = [join(scratch, name), join(scratch, `${name}.json`)];
  try {
    const own = await runProgram(process.cwd(), project, folder, under({ ...order, record: file }));
    const built = { folder, ...recorded(file, folder) };
    return { ...built, report: own ?? verdictOf(built, policy, name) };
  } catch (error) {
    if (!(error instanceof InputError) || name === "origin") throw error;
    const { record } = recorded(file, folder);
    return { folder, stopped: record?.stopped ?? error.message, ...(record !== undefined && { record }) };
  }
}

/** How the program finds its order. */
const under = (order: ExitOrder): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} --import ${preload()}`.trim(),
  [EXIT_ORDER]: JSON.stringify(order),
});

/** Runs the program once more, so that its own guard sees a plan. */
async function judged(project: Project, folder: string, order: ExitOrder): Promise<void> {
  await runProgram(process.cwd(), project, folder, under(order));
}

/** The policy that was named or stands beside the program judges what is on disk; where there is none, the program's own has. */
function verdictOf({ folder, record }: Omit<Built, "report">, policy: Policy, name: string): Report {
  return policy === defaultPolicy && record?.report !== undefined ? record.report : judge(readSynthesized(folder, { as: name }), policy);
}

/** A program that is no \`SovereignApp\` tells nothing by itself: what it synthesized does. */
function recorded(file: string, folder: string): Pick<Built, "record"> {
  if (!existsSync(file)) return {};
  const record = readRecord(file);
  return { record: record.written !== undefined ? record : { ...record, ...saidIn(folder) } };
}

function preload(): string {
  const file = join(packageRoot(), "dist", "cli", "exit-preload.js");
  if (!existsSync(file)) throw new InputError(`${file} is missing. Build the package first: npm run build`);
  return pathToFileURL(file).href;
}

async function outcomeOf(
  place: string,
  { folder, report, stopped, record }: Built,
  policy: Policy,
  engine: Engine | undefined,
  say: (line: string) => void,
  signal: AbortSignal,
  again: (plan: PlanToJudge) => Promise<void>,
): Promise<Outcome> {
  const own = policy === defaultPolicy ? record?.policy : undefined;
  const named = new Set(policy.rules.map(({ id }) => id));
  const ownRules = own === undefined ? (record?.policy?.ownRules ?? []).filter((id) => !named.has(id)) : [];
  const judged = {
    place,
    ...(report !== undefined && { report }),
    ...(stopped !== undefined && { stopped }),
    ...(ownRules.length > 0 && { ownRules }),
  };
  if (engine === undefined || stopped !== undefined || report?.verdict !== "inside") return judged;
  const stacks = stacksIn(folder) ?? [{ folder }];
  const { judge: judgePlan, reports } =
    own !== undefined && livesInItsProgram(own)
      ? ownPlanJudge(stacks, `${folder}-plans`, again)
      : planJudge(own === undefined ? policy : policyOf(own), stacks);
  const { ok } = await rehearse({ engine, stacks, faults: [], judge: judgePlan, say, signal });
  const refused = [...reports.values()].find(({ verdict }) => verdict === "refused");
  return { ...judged, report: refused ?? report, rehearsed: ok, engine: `${TITLES[engine.kind]} ${engine.version}` };
}

function leftCloud(name: string | undefined): { readonly from?: string } {
  if (name === undefined) return {};
  if (cloudFacts(name) === undefined)
    throw new InputError(
      unknownCloud(
        name,
        CLOUD_FACTS.map(({ cloud }) => cloud),
      ),
    );
  return { from: name };
}

function mapped(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [from = "", to = "", more] = pair.split("=");
      if (from === "" || to === "" || more !== undefined)
        throw new InputError(`--map ${JSON.stringify(pair)} is no pair of places. Write --map ovh:SBG5=outscale:cloudgouv-eu-west-1`);
      return [from, placeNamed(to).id];
    }),
  );
}

function sizesFrom(file: string | undefined): ReadonlyMap<string, number> {
  if (file === undefined) return new Map();
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new InputError(`${file} cannot be read as JSON: ${(error as Error).message}. Write { "shop/media": "2 TB" }.`, { cause: error });
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new InputError(`${file} should hold an object: { "shop/media": "2 TB" }.`);
  return new Map(Object.entries(json).map(([path, size]) => [path, bytesOf(String(size), `${file}, ${path}`)]));
}
