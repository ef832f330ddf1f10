import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { errorsIn, type ProcessResult, translation } from "../../engines/index.ts";
import { redacted } from "../records/redact.ts";
import { type Diagnostic, diagnosticText, type EngineMessage, errorsOf } from "./messages.ts";

/** Why a stack did not get further: complete for a reader, and no secret in it. */
export interface Failure {
  /** The engine's command that failed: `plan`, `apply`. */
  readonly during: string;
  /** One paragraph a cause: which resource, why. */
  readonly causes: readonly string[];
  /** What is the case now; empty when nothing was changed. */
  readonly truth: readonly string[];
  /** What to do. */
  readonly next: string;
  /** The engine's whole output. */
  readonly log: string | null;
}

/** @param log the file that the engine's output goes to, where it goes to one */
export function causesOf(result: ProcessResult, messages: readonly EngineMessage[], log?: string): readonly string[] {
  const errors = errorsOf(messages);
  const said = errors.length > 0 ? errors.map(causeOf) : [plainEnd(messages, result, log)];
  const killed = result.endedBy === null ? [] : [`The engine was ended by ${result.endedBy}${KILLED[result.endedBy] ?? ""}.`];
  return [...killed, ...said.filter((text) => text !== "")].map((text) => redacted(text));
}

const KILLED: Readonly<Record<string, string>> = {
  SIGKILL: ": somebody killed it, or the machine ran out of memory (then run fewer at once: --parallel)",
};

function causeOf(diagnostic: Diagnostic): string {
  const text = diagnosticText(diagnostic);
  const meant = translation(text);
  return meant === undefined ? text : `${meant}\n${text}`;
}

/** Without diagnostics the last lines are all that there is; of a program that broke, the first that say so. */
function plainEnd(messages: readonly EngineMessage[], { code, stderr }: ProcessResult, log?: string): string {
  const lines = messages.filter(({ type }) => type === "output" || type === "log").map((message) => message["@message"]);
  const broke = lines.findIndex((line) => /^(?:fatal error|panic|runtime): /.test(line));
  const some = broke < 0 ? lines.slice(-15) : lines.slice(broke, broke + 5);
  const all = [...some, stderr.trim()].filter((line) => line !== "").join("\n");
  const end = saidLast(all);
  if (end === "" && log !== undefined && isFull(log))
    return `The disk is full: the engine ended with exit code ${code}, and could not even say why in ${log}. Make room and run again.`;
  // What the engine was doing stands before its error.
  const meant = translation(all);
  const text = end === "" ? (code === null ? "" : `The engine ended with exit code ${code} and said nothing.`) : end;
  return meant === undefined ? text : `${meant}\n${text}`;
}

/** Of the engine's words for people, its errors, each once; where there are none, all of it. */
const saidLast = (text: string): string => (/^[│╷╵\s]*Error: /m.test(text) ? errorsIn(text) : text);

/** Less than this, and an engine's next line may not fit. */
const ROOM = 64 * 1024;

function isFull(log: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(log));
  return bavail * bsize < ROOM;
}
