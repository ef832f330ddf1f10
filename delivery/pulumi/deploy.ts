import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { EngineError } from "../../catalogue/errors.ts";
import type { Environment } from "../../engines/index.ts";
import type { PulumiEngine } from "../../engines/pulumi/find.ts";
import { type PulumiProgram, type PulumiRun, pulumiIn, saidIn } from "../../engines/pulumi/run.ts";
import { type Infrastructure, type Json, judge, type Policy, type Report } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { jsonDigest, judgementOf, type Outcome, type Signer, sha256, statementOf, whoRuns, writeRecord } from "../records/index.ts";
import type { Counts, RunResult, StackResult } from "../run/result.ts";
import { stateStore } from "./store.ts";

export interface PulumiDeployment {
  readonly engine: PulumiEngine;
  readonly program: PulumiProgram;
  /** The project's folder, in which the stack's settings are kept. */
  readonly folder: string;
  readonly project: string;
  readonly stack: string;
  /** Digest of what is deployed. */
  readonly content: string;
  /** Where the state is kept, as `pulumi login` takes it. */
  readonly backend: string;
  readonly secrets: string;
  /** A rehearsal's own, in which no real state is touched; absent: this is real. */
  readonly rehearsal?: { readonly folder: string; readonly env: Environment; readonly assumed: readonly string[] };
  readonly policy: Policy;
  readonly signer: Signer;
  readonly terroir: string;
  readonly records: string;
  readonly env: Environment;
  readonly signal?: AbortSignal;
  readonly say: (line: string) => void;
  readonly line?: (text: string, stream: "stdout" | "stderr") => void;
  /** Asked before anything is changed. */
  readonly confirm?: () => Promise<boolean>;
}

/** One deployment: what it was told, and what has become of it so far. */
interface Deployment extends PulumiDeployment {
  readonly run: PulumiRun;
  readonly id: string;
  readonly began: string;
  readonly plan: string;
}

const NOTHING: Counts = { add: 0, change: 0, destroy: 0, import: 0 };

/**
 * Deploys a program with Pulumi's engine: judges where its state would lie, previews into a plan, judges that, and applies exactly it. What was judged, and
 * what came of it, is signed and kept.
 */
export async function deployWithPulumi(told: PulumiDeployment): Promise<RunResult> {
  const begun = Date.now();
  const { engine, stack, rehearsal, signal, line } = told;
  const id = randomBytes(4).toString("hex");
  const cwd = rehearsal?.folder ?? told.folder;
  const env = rehearsal?.env ?? { ...told.env, PULUMI_BACKEND_URL: told.backend, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const run = pulumiIn(engine, { cwd, env, stack, ...(signal && { signal }), ...(line && { line }) });
  const scratch = join(cwd, ".terroir");
  const plan = join(scratch, `${id}.pulumi-plan.json`);
  const result = async (): Promise<Omit<StackResult, "durationMs">> => {
    mkdirSync(scratch, { recursive: true, mode: 0o700 });
    try {
      return await deployed({ ...told, run, id, plan, began: new Date(begun).toISOString() });
    } finally {
      rmSync(plan, { force: true });
    }
  };
  const one = { ...(await result()), durationMs: Date.now() - begun };
  return {
    run: id,
    command: "deploy",
    rehearsed: rehearsal !== undefined,
    engine: { kind: "pulumi", version: engine.version },
    stacks: [one],
    assumed: rehearsal?.assumed ?? [],
    durationMs: Date.now() - begun,
  };
}

async function deployed(told: Deployment): Promise<Omit<StackResult, "durationMs">> {
  const { stack, run, policy, program, say } = told;
  const store = judged([stateStore(told.backend, told.secrets, told.env)], policy, ["state"]);
  if (store.verdict === "refused")
    return { stack, outcome: "refused", because: "its state would be kept outside of what the policy approves", report: store };
  await opened(told);
  const kept = judged([readPulumi(await run.exported(), `the state of ${stack}`)], policy, ["state"]);
  if (kept.verdict === "refused")
    return { stack, outcome: "refused", because: "the key of its state is kept outside of what the policy approves", report: kept };
  say(`${stack}: preview`);
  let preview: Json;
  try {
    preview = await run.preview(program, "--save-plan", told.plan);
  } catch (error) {
    return failed(told, "preview", error);
  }
  const report = judged([readPulumi(preview, `the preview of ${stack}`)], policy);
  const counts = countsOf(preview);
  const record = (outcome: Outcome, after: string | null = null) => recorded(told, { outcome, report, counts, preview, after });
  if (report.verdict === "refused") return { stack, outcome: "refused", counts, report, record: await record("refused") };
  if (isNothing(counts)) return { stack, outcome: "unchanged", counts, report, record: await record("unchanged") };
  if (told.confirm !== undefined && !(await told.confirm()))
    return { stack, outcome: "not-begun", counts, report, because: "nobody said yes" };
  say(`${stack}: up`);
  try {
    await run.up(program, "--plan", told.plan);
  } catch (error) {
    return { ...failed(told, "up", error), counts, report, record: await record("failed") };
  }
  const state = jsonDigest(await run.exported());
  return { stack, outcome: "applied", counts, report, record: await record("applied", state) };
}

const judged = (what: readonly Infrastructure[], policy: Policy, rules?: readonly string[]): Report =>
  judge(what, policy, rules === undefined ? {} : { rules });

/** The stack in its backend, made if it is not there. Its settings stand in the project's folder, as `pulumi config` keeps them. */
async function opened({ run, folder, project, stack, secrets, rehearsal }: Deployment): Promise<void> {
  const file = join(rehearsal?.folder ?? folder, "Pulumi.yaml");
  if (!existsSync(file)) writeFileSync(file, stringify({ name: project, runtime: "nodejs", main: "." }));
  const keeper = rehearsal === undefined ? ["--secrets-provider", secrets] : [];
  const made = await run.command(["stack", "select", "--create", ...keeper]);
  if (made.code !== 0) throw new EngineError(`pulumi stack select failed.\n${saidIn(made)}`);
  void stack;
}

function failed({ stack }: Deployment, during: string, error: unknown): Omit<StackResult, "durationMs"> {
  if (!(error instanceof EngineError)) throw error;
  return {
    stack,
    outcome: "failed",
    failure: {
      during,
      causes: error.message.split("\n"),
      truth: [],
      next:
        during === "up"
          ? "What was made is in the state. Mend the cause, and deploy again."
          : "Nothing was changed. Mend the cause, and deploy again.",
      log: null,
    },
  };
}

interface Preview {
  readonly changeSummary?: Readonly<Record<string, number>>;
}

function countsOf(json: Json): Counts {
  const { create = 0, update = 0, delete: gone = 0, replace = 0, import: taken = 0 } = (json as Preview).changeSummary ?? {};
  return { ...NOTHING, add: create + replace, change: update, destroy: gone + replace, import: taken };
}

const isNothing = (counts: Counts): boolean => Object.values(counts).every((count) => count === 0);

interface Came {
  readonly outcome: Outcome;
  readonly report: Report;
  readonly counts: Counts;
  readonly preview: Json;
  readonly after: string | null;
}

function recorded(told: Deployment, { outcome, report, counts, preview, after }: Came): Promise<string> {
  const { stack, policy, terroir, engine, signer, records } = told;
  const statement = statementOf(
    { plan: sha256(readFileSync(told.plan)), "plan.json": jsonDigest(preview), "state.after": after },
    {
      stack,
      content: told.content,
      step: "deploy",
      outcome,
      judgement: judgementOf(report, policy, terroir, []),
      changes: counts,
      engine: { kind: "pulumi", version: engine.version },
      run: {
        id: told.id,
        ...whoRuns(told.env),
        began: told.began,
        ended: new Date().toISOString(),
        rehearsed: told.rehearsal !== undefined,
        recovered: false,
      },
      review: null,
    },
  );
  return writeRecord(join(records, stack), statement, signer);
}
