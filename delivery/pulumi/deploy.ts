import { readFileSync } from "node:fs";
import type { Json } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { jsonDigest, type Outcome, sha256 } from "../records/index.ts";
import type { RunResult } from "../run/result.ts";
import { countsOf, failed, isNothing, recorded } from "./came-of-it.ts";
import { judged, opened } from "./opened.ts";
import { type PulumiOutcome, type PulumiSession, type PulumiWork, withPulumi } from "./session.ts";

/**
 * Deploys a program with Pulumi's engine: judges where its state would lie, previews into a plan, judges that, and applies exactly it. What was judged, and
 * what came of it, is signed and kept.
 */
export const deployWithPulumi = (told: PulumiSession): Promise<RunResult> => withPulumi(told, "deploy", applied);

/** The same up to the point where something would be changed. */
export const planWithPulumi = (told: PulumiSession): Promise<RunResult> => withPulumi(told, "plan", applied);

/** What a preview may be besides inside. */
interface Demands {
  /** Told the preview; a text says why it is not applied. */
  readonly refuse?: (preview: Json) => string | undefined;
  /** Flags of the preview and of the update: what it is about. */
  readonly flags?: readonly string[];
  readonly done?: "applied" | "imported";
}

/** Preview into a plan → guard → exactly that plan. */
export async function applied(work: PulumiWork, { refuse, flags = [], done = "applied" }: Demands = {}): Promise<PulumiOutcome> {
  const { stack, run, policy, program, say, command } = work;
  const found = await opened(work, true);
  if ("instead" in found) return found.instead;
  const plan = work.scratch("pulumi-plan.json");
  say(`${stack}: preview`);
  let preview: Json;
  try {
    preview = await run.preview(program, "--save-plan", plan, ...flags);
  } catch (error) {
    return failed(work, "preview", error, "Nothing was changed. Mend the cause, and run again.");
  }
  const report = judged([readPulumi(preview, `the preview of ${stack}`)], policy);
  const counts = countsOf(preview);
  const digest = sha256(readFileSync(plan));
  const record = (outcome: Outcome, after: string | null = null) =>
    recorded(work, { outcome, report, counts, digests: { plan: digest, "plan.json": jsonDigest(preview), "state.after": after } });
  if (report.verdict === "refused") return { stack, outcome: "refused", counts, report, record: await record("refused") };
  if (isNothing(counts)) return { stack, outcome: "unchanged", counts, report, record: await record("unchanged") };
  const because = refuse?.(preview);
  if (because !== undefined) return { stack, outcome: "refused", counts, report, because, record: await record("planned") };
  if (command === "plan") return { stack, outcome: "changes", counts, report, record: await record("planned") };
  if (work.confirm !== undefined && !(await work.confirm()))
    return { stack, outcome: "not-begun", counts, report, because: "nobody said yes" };
  say(`${stack}: up`);
  try {
    await run.up(program, "--plan", plan, ...flags);
  } catch (error) {
    const what = failed(work, "up", error, "What was made is in the state. Mend the cause, and deploy again.");
    return { ...what, counts, report, record: await record(what.outcome) };
  }
  return { stack, outcome: done, counts, report, record: await record("applied", jsonDigest(await run.exported())) };
}
