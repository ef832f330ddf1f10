import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import type { GraphStack } from "../graph/index.ts";
import { judged } from "./judged.ts";
import { keep, statementFor } from "./record.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import type { SoFar } from "./sofar.ts";
import { apply } from "./stack-apply.ts";
import { initialised, planned, targeted } from "./stack-plan.ts";

/**
 * What a stack takes in it has to write.
 *
 * @throws InputError that names what it writes
 */
export function requireWritten(run: Run, stack: GraphStack, address: string): void {
  // What modules hold is not read here.
  if (address.startsWith("module.")) return;
  const [wanted = ""] = address.split("[");
  const written = [...(run.program(stack)?.subjects ?? [])].filter(({ kind }) => kind === "resource").map((one) => one.address);
  if (written.some((one) => one.split("[")[0] === wanted)) return;
  const [type = ""] = wanted.split(".");
  const near = written.filter((one) => one.startsWith(`${type}.`));
  throw new InputError(
    `${stack.name} writes no resource ${address}, and takes in only what it writes: describe it in the program first. ${
      near.length > 0 ? `Of this type it writes ${shortList(near)}.` : `It writes ${shortList(written)}.`
    }`,
  );
}

const shortList = (addresses: readonly string[]): string =>
  addresses.length === 0
    ? "nothing"
    : addresses.length > 8
      ? `${addresses.slice(0, 8).join(", ")} and ${addresses.length - 8} more`
      : addresses.join(", ");

/** Read by the engine like any other file of the folder, while the plan is made; after that it is gone. */
const BLOCK = "zzz_terroir_import.tf.json";

/**
 * Takes something that exists under a stack's care, by a plan that does only that: judged, recorded and applied like any other. What the engine's
 * own `import` writes into the state nobody has judged.
 */
export async function importInto(
  run: Run,
  stack: GraphStack,
  sofar: SoFar,
  what: { readonly address: string; readonly id: string },
): Promise<Omit<StackResult, "durationMs">> {
  const blockedBy = await sofar.blockersOf(stack);
  if (blockedBy.length > 0) return { stack: stack.name, outcome: "blocked", blockedBy, because: "it is not applied" };
  const begun = await initialised(run, stack);
  if (!begun.ok) return { stack: stack.name, outcome: "failed", failure: begun.failure };
  const block = join(begun.seat.cwd, BLOCK);
  writeFileSync(block, JSON.stringify({ import: [{ to: what.address, id: what.id }] }), { mode: 0o600 });
  const plan = await planned(run, stack, targeted([what.address]), begun.seat).finally(() => rmSync(block, { force: true }));
  if (!plan.ok) return { stack: stack.name, outcome: "failed", failure: plan.failure };
  try {
    const { report, judgement } = judged(run, stack, plan.json, [what.address]);
    const digests = { plan: plan.digest, json: plan.jsonDigest, before: plan.stateBefore };
    const { add, destroy } = plan.counts;
    const would = add + destroy > 0 ? `it would make or delete something as well (${add} to add, ${destroy} to destroy)` : undefined;
    if (report.verdict === "refused" || would !== undefined || !plan.anything) {
      const outcome = report.verdict === "refused" ? "refused" : plan.anything ? "planned" : "unchanged";
      const record = await keep(run, stack, statementFor(run, stack, { outcome, judgement, counts: plan.counts, digests }));
      const because = would ?? (outcome === "unchanged" ? "it is in the state already" : undefined);
      return {
        stack: stack.name,
        outcome: outcome === "unchanged" ? outcome : "refused",
        counts: plan.counts,
        report,
        record,
        ...(because && { because }),
      };
    }
    return { ...(await apply(run, stack, { seat: plan.seat, plan, judgement, review: null, done: "imported" })), report };
  } finally {
    if (!existsSync(join(run.home.open, `${stack.name}.json`))) rmSync(plan.file, { force: true });
  }
}
