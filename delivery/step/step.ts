import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Engine, type Environment, type ProcessResult, runProgram } from "../../engines/index.ts";
import { redacted } from "../records/redact.ts";
import { type EngineMessage, messageOf, messagesIn, plainText } from "./messages.ts";

/** Where the engine runs for one stack. */
export interface Seat {
  readonly stack: string;
  readonly engine: Engine;
  readonly cwd: string;
  readonly env: Environment;
  /** The folder for what this run writes of this stack: logs, the plan. */
  readonly papers: string;
  /** The state, where it is a file here. */
  readonly stateFile: string | null;
  /** Fetches the state as it is stored, null when there is none yet; where we can ask the store ourselves. */
  readonly stored?: () => Promise<Uint8Array | null>;
}

export interface StepOptions {
  readonly signal?: AbortSignal | undefined;
  /** Each message as it comes. */
  readonly hear?: ((message: EngineMessage) => void) | undefined;
  /**
   * Leave process id and log as they are, for whoever looks what became of the command if this process does not come to say it. @default the one is
   * removed, the other settled, when the command has ended
   */
  readonly keep?: boolean;
}

export interface Step {
  readonly result: ProcessResult;
  readonly messages: readonly EngineMessage[];
  readonly log: string;
}

/** Where the process id of a command that is under way stands. */
export const pidFileOf = (seat: Pick<Seat, "papers">, command: string): string => join(seat.papers, `${command}.pid`);

export const logOf = (seat: Pick<Seat, "papers">, command: string): string => join(seat.papers, `${command}.log`);

/**
 * Runs one command of the engine, whatever comes of it. Its output goes to a file, so that the engine reaches its end even if this process does
 * not; an abort is a SIGINT, upon which the engine finishes what it is at and writes its state.
 */
export async function step(seat: Seat, args: readonly string[], options: StepOptions = {}): Promise<Step> {
  const [command = "engine"] = args;
  const log = logOf(seat, command);
  const pidFile = pidFileOf(seat, command);
  writeFileSync(log, "", { mode: 0o600 });
  const result = await runProgram(seat.engine.path, args, {
    cwd: seat.cwd,
    env: seat.env,
    log,
    grace: Number.POSITIVE_INFINITY,
    ...(options.signal && { signal: options.signal }),
    pidFile,
    line: (text) => {
      const message = options.hear && messageOf(text);
      if (message) options.hear?.(message);
    },
  });
  if (options.keep === true) return { result, messages: messagesAt(log), log };
  rmSync(pidFile, { force: true });
  return { result, messages: settled(log), log };
}

/** What a log says that was not settled yet. */
export const messagesAt = (log: string): readonly EngineMessage[] => (existsSync(log) ? messagesIn(readFileSync(log, "utf8")) : []);

/** What a log says; the file is kept as a person reads it, with secrets taken out. */
export function settled(log: string): readonly EngineMessage[] {
  const messages = messagesAt(log);
  if (messages.length === 0) return [];
  writeFileSync(log, redacted(`${plainText(messages)}\n`), { mode: 0o600 });
  return messages;
}

/** A command whose answer is read and never kept: plans, states and outputs hold secrets. */
export async function answer(seat: Seat, args: readonly string[], signal?: AbortSignal): Promise<ProcessResult> {
  return runProgram(seat.engine.path, args, { cwd: seat.cwd, env: seat.env, ...(signal && { signal }) });
}
