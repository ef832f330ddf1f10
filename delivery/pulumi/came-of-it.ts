import { join } from "node:path";
import { EngineError } from "../../catalogue/errors.ts";
import type { Json, Report } from "../../guard/index.ts";
import { judgementOf, type Outcome, statementOf, whoRuns, writeRecord } from "../records/index.ts";
import type { Counts } from "../run/result.ts";
import type { PulumiWork } from "./session.ts";

/** What is signed and kept of a run. */
export interface Came {
  readonly outcome: Outcome;
  readonly report: Report;
  readonly counts: Counts;
  /** Digests of what was judged, and of the state before and after; 64 hexadecimal digits each. */
  readonly digests: Parameters<typeof statementOf>[0];
}

export function recorded(work: PulumiWork, { outcome, report, counts, digests }: Came): Promise<string> {
  const { stack, policy, terroir, engine, signer, records, command } = work;
  const statement = statementOf(digests, {
    stack,
    content: work.content,
    step: command === "outputs" ? "plan" : command,
    outcome,
    judgement: judgementOf(report, { policy, terroir, targets: [], hidden: [] }),
    changes: counts,
    engine: { kind: "pulumi", version: engine.version },
    run: {
      id: work.id,
      ...whoRuns(work.env),
      began: work.began,
      ended: new Date().toISOString(),
      rehearsed: work.rehearsal !== undefined,
      recovered: false,
    },
    review: null,
  });
  return writeRecord(join(records, stack), statement, signer);
}

/** What the engine said when it failed, or that somebody stopped it; anything else is thrown on. */
export function failed({ stack, signal }: PulumiWork, during: string, error: unknown, next: string) {
  if (signal?.aborted === true) {
    const failure = { during, causes: ["The run was interrupted."], truth: [], next: `${next} ${PENDING}`, log: null };
    return { stack, outcome: "interrupted", failure } as const;
  }
  if (!(error instanceof EngineError)) throw error;
  return { stack, outcome: "failed", failure: { during, causes: error.message.split("\n"), truth: [], next, log: null } } as const;
}

const PENDING = "Where Pulumi then speaks of pending operations, it lost sight of what it had begun: run `pulumi refresh` first.";

interface Preview {
  readonly changeSummary?: Readonly<Record<string, number>>;
}

export const NOTHING: Counts = { add: 0, change: 0, destroy: 0, import: 0 };

/** What a preview would do, in Terraform's words: a replacement adds and destroys. */
export function countsOf(preview: Json): Counts {
  const { create = 0, update = 0, delete: gone = 0, replace = 0, import: taken = 0 } = (preview as Preview).changeSummary ?? {};
  return { add: create + replace, change: update, destroy: gone + replace, import: taken };
}

export const isNothing = (counts: Counts): boolean => Object.values(counts).every((count) => count === 0);
