import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../engines/index.ts";
import type { PulumiEngine } from "../../engines/pulumi/find.ts";
import { type PulumiProgram, type PulumiRun, pulumiIn } from "../../engines/pulumi/run.ts";
import type { Policy } from "../../guard/index.ts";
import type { Signer } from "../records/index.ts";
import type { RunResult, StackResult } from "../run/result.ts";

/** What a run of Pulumi's engine is told: the program, where its state is kept, under which policy, and who signs. */
export interface PulumiSession {
  readonly engine: PulumiEngine;
  readonly program: PulumiProgram;
  /** The project's folder, in which the stack's settings are kept. */
  readonly folder: string;
  readonly project: string;
  readonly stack: string;
  /** Digest of what is deployed. */
  readonly content: string;
  /** Where the state is kept, as `pulumi login` takes it; null: a rehearsal, in which nothing says where it would be. */
  readonly backend: string | null;
  readonly secrets: string;
  /** A rehearsal's own, in which no real state is touched; absent: this is real. */
  readonly rehearsal?: { readonly folder: string; readonly env: Environment; readonly assumed: readonly string[] };
  readonly policy: Policy;
  readonly signer: Signer;
  readonly terroir: string;
  readonly records: string;
  readonly env: Environment;
  readonly signal?: AbortSignal;
  readonly say: (line: string) => void;
  readonly line?: (text: string, stream: "stdout" | "stderr") => void;
  /** Asked before anything is changed. */
  readonly confirm?: () => Promise<boolean>;
}

export type PulumiCommand = "plan" | "deploy" | "destroy" | "drift" | "import" | "outputs";

/** One run: what it was told, and what has become of it so far. */
export interface PulumiWork extends PulumiSession {
  readonly command: PulumiCommand;
  readonly run: PulumiRun;
  readonly id: string;
  readonly began: string;
  /** A folder that only its owner reads; what a run puts there goes with the run. */
  readonly scratch: (file: string) => string;
}

export type PulumiOutcome = Omit<StackResult, "durationMs">;

/** Runs one command on one stack of Pulumi's. */
export async function withPulumi(
  told: PulumiSession,
  command: PulumiCommand,
  work: (work: PulumiWork) => Promise<PulumiOutcome>,
): Promise<RunResult> {
  const begun = Date.now();
  const { engine, stack, rehearsal, backend, signal, line } = told;
  const id = randomBytes(4).toString("hex");
  const cwd = rehearsal?.folder ?? told.folder;
  const env = rehearsal?.env ?? { ...told.env, PULUMI_BACKEND_URL: backend ?? "", PULUMI_SKIP_UPDATE_CHECK: "true" };
  const run = pulumiIn(engine, { cwd, env, stack, ...(signal && { signal }), ...(line && { line }) });
  const folder = join(cwd, ".terroir");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = new Set<string>();
  const scratch = (file: string): string => {
    const path = join(folder, `${id}.${file}`);
    made.add(path);
    return path;
  };
  // A program that is stopped in the midst of its work hears for a moment that nobody listens any more: that is no news.
  const deaf = (reason: unknown): void => {
    if (signal?.aborted !== true) throw reason;
  };
  process.on("unhandledRejection", deaf);
  try {
    const outcome = await work({ ...told, command, run, id, began: new Date(begun).toISOString(), scratch });
    return {
      run: id,
      command,
      rehearsed: rehearsal !== undefined,
      engine: { kind: "pulumi", version: engine.version },
      stacks: [{ ...outcome, durationMs: Date.now() - begun }],
      assumed: rehearsal?.assumed ?? [],
      durationMs: Date.now() - begun,
    };
  } finally {
    for (const path of made) rmSync(path, { force: true });
    if (signal?.aborted !== true) process.off("unhandledRejection", deaf);
  }
}
