import { closeSync, copyFileSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { makeFolder } from "../../catalogue/make-folder.ts";
import type { GraphStack } from "../graph/index.ts";
import { sensitiveTexts } from "../records/index.ts";
import { judged } from "./judged.ts";
import { keep, statementFor } from "./record.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import type { SoFar } from "./sofar.ts";
import { type Planned, planned, targeted } from "./stack-plan.ts";

/** Names of what a review hands on, for each stack. */
export const reviewFiles = (folder: string, stack: string) => ({
  plan: join(folder, `${stack}.tfplan`),
  record: join(folder, `${stack}.record.json`),
  /** The plan for readers, and for `terroir verify`. */
  json: join(folder, `${stack}.plan.json`),
});

/**
 * Plans a stack, unless what it reads is not applied yet; lets the guard judge the plan, and records that.
 *
 * @param out folder for the plan and its record, to be applied by another run; for the plan in JSON, too, if there is no secret in it. @default the
 * plan is deleted
 */
export async function planStack(run: Run, stack: GraphStack, sofar: SoFar, out?: string): Promise<Omit<StackResult, "durationMs">> {
  const blockedBy = await sofar.blockersOf(stack);
  if (blockedBy.length > 0) return { stack: stack.name, outcome: "blocked", blockedBy, because: "what it needs of it is not applied yet" };
  const plan = await planned(run, stack, targeted(run.targets));
  if (!plan.ok) return { stack: stack.name, outcome: "failed", failure: plan.failure };
  try {
    sofar.learn(stack.name, plan.json);
    const { report, judgement } = judged(run, stack, plan.json, run.targets);
    const outcome = report.verdict === "refused" ? "refused" : plan.anything ? "planned" : "unchanged";
    const digests = { plan: plan.digest, json: plan.jsonDigest, before: plan.stateBefore };
    const record = await keep(run, stack, statementFor(run, stack, { outcome, judgement, counts: plan.counts, digests }));
    if (out !== undefined) handOn(run, stack, plan, record, out);
    return { stack: stack.name, outcome: outcome === "planned" ? "changes" : outcome, counts: plan.counts, report, record };
  } finally {
    rmSync(plan.file, { force: true });
  }
}

function handOn(run: Run, stack: GraphStack, plan: Planned, record: string, out: string): void {
  const files = reviewFiles(out, stack.name);
  const secret = !run.workplace.rehearsed && sensitiveTexts(plan.json as Parameters<typeof sensitiveTexts>[0]).size > 0;
  if (secret && isClear(plan.file))
    throw new InputError(
      `The plan of ${stack.name} holds secrets, and would be kept in clear in ${files.plan}. Let OpenTofu encrypt plans (terraform.encryption.plan; a SovereignStack does by default), or leave --out away.`,
    );
  makeFolder(out);
  copyFileSync(plan.file, files.plan);
  copyFileSync(record, files.record);
  if (secret) rmSync(files.json, { force: true });
  else writeFileSync(files.json, `${JSON.stringify(plan.json)}\n`, { mode: 0o600 });
}

/** A plan file that nobody encrypted is a zip archive. */
function isClear(file: string): boolean {
  const bytes = Buffer.alloc(2);
  const fd = openSync(file, "r");
  readSync(fd, bytes);
  closeSync(fd);
  return bytes.toString("latin1") === "PK";
}
