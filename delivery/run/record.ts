import type { GraphStack } from "../graph/index.ts";
import { type Judgement, type Outcome, type Record, type Statement, statementOf, writeRecord } from "../records/index.ts";
import { bring } from "./bring.ts";
import type { Counts } from "./result.ts";
import type { Run } from "./run.ts";

export interface ToRecord {
  readonly outcome: Outcome;
  readonly judgement: Judgement;
  readonly counts: Counts;
  readonly digests: {
    readonly plan: string | null;
    readonly json: string | null;
    readonly before: string | null;
    readonly after?: string | null;
  };
  readonly review?: string | null;
}

const STEPS: Readonly<{ [command in Run["command"]]: Record["step"] }> = {
  plan: "plan",
  deploy: "deploy",
  destroy: "destroy",
  drift: "drift",
  import: "import",
  outputs: "plan",
  restore: "plan",
  rotate: "plan",
  unlock: "plan",
};

export function statementFor(run: Run, stack: GraphStack, what: ToRecord): Statement {
  const { engine } = run.workplace;
  const { plan, json, before, after = null } = what.digests;
  return statementOf(
    { plan, "plan.json": json, "state.before": before, "state.after": after },
    {
      stack: stack.name,
      content: stack.digest,
      step: STEPS[run.command],
      outcome: what.outcome,
      judgement: what.judgement,
      changes: what.counts,
      engine: { kind: engine.kind, version: engine.version },
      run: {
        id: run.id,
        by: run.who.by,
        job: run.who.job,
        began: run.began,
        ended: new Date().toISOString(),
        rehearsed: run.workplace.rehearsed,
        recovered: false,
      },
      review: what.review ?? null,
    },
  );
}

/**
 * Signs and keeps what was judged, or what came of it: here, and beside the state. Gives the file.
 *
 * @throws StoreError when the state's store does not take it; the file is there all the same
 */
export async function keep(run: Run, stack: GraphStack, statement: Statement): Promise<string> {
  const file = await writeRecord(run.workplace.recordsOf(stack), statement, run.signer);
  await bring(run.workplace, stack);
  return file;
}
