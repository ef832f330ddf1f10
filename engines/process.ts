import { spawn } from "node:child_process";

export interface ProcessOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** Every line as it comes, of both streams. */
  readonly line?: (text: string, stream: "stdout" | "stderr") => void;
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
    const child = spawn(program, args, { cwd: options.cwd, env: { ...options.env }, stdio: ["ignore", "pipe", "pipe"], detached: own });
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
      timer = setTimeout(() => end("SIGKILL"), GRACE);
    };
    const last = () => end("SIGKILL");
    options.signal?.addEventListener("abort", stop, { once: true });
    process.once("exit", last);
    const stdout = collect(child.stdout, (text) => options.line?.(text, "stdout"));
    const stderr = collect(child.stderr, (text) => options.line?.(text, "stderr"));
    const settle = () => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", stop);
      process.removeListener("exit", last);
    };
    child.on("error", (error) => {
      settle();
      fail(error);
    });
    child.on("close", (code, endedBy) => {
      settle();
      done({ code, endedBy, stdout: stdout(), stderr: stderr() });
    });
  });
}

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
