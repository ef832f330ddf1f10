import { readFileSync } from "node:fs";
import { ApplicationFailure } from "@temporalio/common";
import { parseEnvelope, type Statement } from "../records/index.ts";
import { outcomeText } from "../run/outcome-text.ts";
import type { StackResult } from "../run/result.ts";
import { FAILURES, type StackAnswer } from "./task.ts";

/** So many findings say enough; all of them are in the record. */
const SHOWN = 10;
/** An answer goes into the history of the workflow, which is kept, and has its limits. */
const MOST = 4_000;

/** What became of a stack, in the few words that may leave the worker: no value of any resource, no secret, no log. */
export function answerOf(result: StackResult, worker: string): StackAnswer {
  const { outcome, report, failure, record } = result;
  const refused = (report?.findings ?? []).filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
  const said =
    failure !== undefined
      ? [...failure.causes, ...failure.truth, failure.next]
      : refused.slice(0, SHOWN).map(({ rule, address, message }) => `${rule}: ${address}: ${message}`);
  const more = refused.length > SHOWN ? [`and ${refused.length - SHOWN} more, in the record`] : [];
  const plan = record === undefined ? undefined : planIn(record);
  return {
    stage: outcome,
    note: outcomeText(result),
    worker,
    ...(plan !== undefined && { plan }),
    ...(said.length > 0 && { failure: [...said, ...more].map((text) => text.slice(0, MOST)) }),
  };
}

/** SHA-256 of the plan that a record is about. */
export function planIn(record: string): string | undefined {
  const { payload } = parseEnvelope(readFileSync(record, "utf8"), record);
  const { subject } = JSON.parse(Buffer.from(payload, "base64").toString("utf8")) as Statement;
  return subject.find(({ name }) => name === "plan")?.digest.sha256;
}

/** Under which circumstances a stack came to what it came to. */
export interface Attempted {
  /** The first is 1. */
  readonly attempt: number;
  /** This worker is about to end, and another may go on. */
  readonly stopping: boolean;
  /** Whether it is known of everything that was begun how it ended. */
  readonly known: boolean;
}

/** An engine that failed three times fails for a reason. */
const ATTEMPTS = 3;

/**
 * Gives an answer to the workflow, or throws it where another attempt should be made: when the engine failed, and may not the next time, or when
 * this worker was told to stop. What was begun and nobody knows the end of is for a person.
 */
export function given(answer: StackAnswer, { attempt, stopping, known }: Attempted): StackAnswer {
  const again = known && ((answer.stage === "failed" && attempt < ATTEMPTS) || (answer.stage === "interrupted" && stopping));
  if (!again) return answer;
  throw ApplicationFailure.create({ message: answer.note, type: FAILURES.engine, nonRetryable: false, details: [answer] });
}
