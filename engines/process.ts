import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { follow } from "./follow.ts";

export interface ProcessOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** Every line as it comes, of both streams. */
  readonly line?: (text: string, stream: "stdout" | "stderr") => void;
  /**
   * A file that both streams are appended to. The program then outlives this process: one that is killed breaks no pipe, and what the program
   * says until its own end can be read by whoever comes next. All of it is `stdout`.
   */
  readonly log?: string;
  /** A file in which the program's process id stands before it begins; not on Windows. */
  readonly pidFile?: string;
  /** What it reads on its standard input. @default nothing */
  readonly input?: string;
  /** How long after an abort the program is ended by force, milliseconds; Infinity: never. @default 15 s */
  readonly grace?: number;
}

export interface ProcessResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly endedBy: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An engine that is told to stop finishes the call that it is in and writes its state; after this it is ended. */
const GRACE = 15_000;
const STRAGGLERS = 1_000;

/** Runs a program in a process group of its own, so that stopping it stops what it started, and nothing of its output is lost. */
export function run(program: string, args: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  return new Promise((done, fail) => {
    options.signal?.throwIfAborted();
    const own = process.platform !== "win32";
    const [path, argv] = own && options.pidFile !== undefined ? named(program, args, options.pidFile) : [program, args];
    const log = options.log === undefined ? undefined : openSync(options.log, "a", 0o600);
    const child = spawn(path, argv, {
      cwd: options.cwd,
      env: { ...options.env },
      stdio: [options.input === undefined ? "ignore" : "pipe", log ?? "pipe", log ?? "pipe"],
      detached: own,
    });
    // A program that ends without reading it all has its reasons, which it says itself.
    child.stdin?.on("error", () => {}).end(options.input);
    const followed = options.log === undefined ? undefined : follow(options.log, (text) => options.line?.(text, "stdout"));
    if (log !== undefined) closeSync(log);
    const end = (signal: NodeJS.Signals) => {
      if (child.pid === undefined) return;
      try {
        process.kill(own ? -child.pid : child.pid, signal);
      } catch {
        // It ended in the meantime.
      }
    };
    let timer: NodeJS.Timeout | undefined;
    // What it started and left behind would keep its output open: it had its time.
    child.on("exit", () => {
      clearTimeout(timer);
      timer = setTimeout(() => end("SIGKILL"), STRAGGLERS);
    });
    const stop = () => {
      end("SIGINT");
      const grace = options.grace ?? GRACE;
      if (Number.isFinite(grace)) timer = setTimeout(() => end("SIGKILL"), grace);
    };
    const last = () => options.log === undefined && end("SIGKILL");
    options.signal?.addEventListener("abort", stop, { once: true });
    process.once("exit", last);
    const stdout = child.stdout === null ? () => "" : collect(child.stdout, (text) => options.line?.(text, "stdout"));
    const stderr = child.stderr === null ? () => "" : collect(child.stderr, (text) => options.line?.(text, "stderr"));
    const settle = () => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", stop);
      process.removeListener("exit", last);
    };
    child.on("error", (error) => {
      settle();
      followed?.();
      fail(error);
    });
    child.on("close", (code, endedBy) => {
      settle();
      done({ code, endedBy, stdout: followed?.() ?? stdout(), stderr: stderr() });
    });
  });
}

/** The shell writes its own process id, and becomes the program. */
const named = (program: string, args: readonly string[], pidFile: string): readonly [string, readonly string[]] => [
  "/bin/sh",
  ["-c", 'echo $$ > "$0" && exec "$@"', pidFile, program, ...args],
];

function collect(stream: NodeJS.ReadableStream, line: (text: string) => void): () => string {
  const chunks: Buffer[] = [];
  let rest = "";
  const decoder = new TextDecoder();
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) line(text);
  });
  stream.on("end", () => {
    if (rest !== "") line(rest);
  });
  return () => Buffer.concat(chunks).toString("utf8");
}
