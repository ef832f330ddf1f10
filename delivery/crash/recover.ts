import { existsSync, readFileSync } from "node:fs";
import { type Outcome, recordsIn, type Signer, type Statement, sha256, writeRecord } from "../records/index.ts";
import { errorsOf } from "../step/messages.ts";
import { messagesAt, type Seat, settled } from "../step/step.ts";
import { type Touched, touchedBy } from "../step/touched.ts";
import { erroredText, keepErrored } from "./errored.ts";
import { untilEnded, untilPlansEnded } from "./left-running.ts";
import { type Lost, lostBy, lostText, storedNowhere } from "./lost.ts";
import { closeMark, type OpenMark, openMarks } from "./open-mark.ts";

export interface Recovery {
  /** The folder of marks. */
  readonly open: string;
  /** The folder of what runs wrote. */
  readonly runs: string;
  readonly signer: Signer;
  /** The digest of a state that is no file here; null when it cannot be had. */
  readonly pulled: (stack: string) => Promise<string | null>;
  /** Where the engine can be asked what a state holds that is no file here; null when it cannot. */
  readonly seat: (stack: string) => Seat | null;
  /** Keeps what may exist without its state knowing it, before the mark that told of it goes. */
  readonly remember: (stack: string, lost: readonly Lost[]) => void;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** What came of a stack whose run was killed. */
export interface Recovered {
  readonly stack: string;
  readonly outcome: Outcome | "not-begun";
  /** What may exist without the state knowing it. */
  readonly lost: readonly Lost[];
  readonly record: string | null;
}

/**
 * Brings to its end what an earlier run left: an engine that still applies is waited for, what it did is read from its log, and the record that is
 * missing is written. Only then is anything planned again.
 */
export async function recover(recovery: Recovery): Promise<readonly Recovered[]> {
  await untilPlansEnded(recovery.runs, recovery.signal, recovery.say);
  const recovered: Recovered[] = [];
  for (const mark of openMarks(recovery.open)) recovered.push(await one(mark, recovery));
  return recovered;
}

async function one(mark: OpenMark, { open, signer, pulled, seat, remember, say, signal }: Recovery): Promise<Recovered> {
  const { stack, planFile, log, pidFile, stateFile, records } = mark;
  await untilEnded(pidFile, planFile, signal, (pid) =>
    say(`${stack}: the engine of a run that was killed is still at work (process ${pid}). Waiting for it.`),
  );
  if (!existsSync(pidFile)) {
    closeMark(open, mark);
    return { stack, outcome: "not-begun", lost: [], record: null };
  }
  const messages = messagesAt(log);
  const touched = touchedBy(messages);
  const outcome = touched.complete ? "applied" : errorsOf(messages).length > 0 && touched.open.size === 0 ? "failed" : "interrupted";
  const where = seat(stack);
  const errored = where === null ? null : keepErrored(where);
  const lost =
    errored !== null
      ? storedNowhere(touched, errored)
      : outcome === "interrupted"
        ? await lostBy(touched, stateFile === null ? where : null)
        : [];
  const after = stateFile === null ? await pulled(stack) : existsSync(stateFile) ? sha256(readFileSync(stateFile)) : null;
  const record = endOf(mark) ?? (await writeRecord(records, finished(mark.statement, outcome, after), signer));
  remember(stack, lost);
  closeMark(open, mark);
  settled(log);
  const left = errored === null ? lostText(stack, lost) : erroredText(stack, errored);
  say([`${stack}: ${ENDS[outcome](touched)} Its record was written now.`, left].filter(Boolean).join(" "));
  return { stack, outcome, lost, record };
}

const ENDS = {
  applied: () => "a run was killed while it applied; the engine came to its end, and all was applied.",
  failed: ({ done }: Touched) => `a run was killed while it applied; the engine failed after ${done.size} resources.`,
  interrupted: ({ done }: Touched) => `a run was killed while it applied, and the engine with it, after ${done.size} resources.`,
} as const;

/** The record of what came of it, where the run was killed after it wrote that. */
function endOf({ records, statement }: OpenMark): string | null {
  const planOf = ({ subject }: Statement): string | undefined => subject.find(({ name }) => name === "plan")?.digest.sha256;
  const found = recordsIn(records).find(({ envelope }) => {
    const one = JSON.parse(Buffer.from(envelope.payload, "base64").toString("utf8")) as Statement;
    return one.predicate.run.id === statement.predicate.run.id && one.predicate.outcome !== "planned" && planOf(one) === planOf(statement);
  });
  return found?.file ?? null;
}

function finished(statement: Statement, outcome: Outcome, after: string | null): Statement {
  const { predicate, subject } = statement;
  return {
    ...statement,
    subject: after === null ? subject : [...subject, { name: "state.after", digest: { sha256: after } }],
    predicate: { ...predicate, outcome, run: { ...predicate.run, ended: new Date().toISOString(), recovered: true } },
  };
}
