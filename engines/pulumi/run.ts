import { createRequire } from "node:module";
import { EngineError } from "../../catalogue/errors.ts";
import type { Json } from "../../catalogue/json.ts";
import type { Environment } from "../locate.ts";
import { type ProcessResult, run } from "../process.ts";
import { ProgramRefused, refusalsIn } from "../program-refused.ts";
import type { PulumiEngine } from "./find.ts";

/** A program that registers resources; what it returns are the stack's outputs. */
export type InlineProgram = () => unknown;

/** A program of this process, or one that another process serves for one command of the engine. */
export type PulumiProgram = InlineProgram | { serve(): Promise<ServedProgram> };

/** Where the engine calls a program. */
export interface ServedProgram {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  close(): void;
}

export interface PulumiRunOptions {
  /** Holds Pulumi.yaml and the stack's settings. */
  readonly cwd: string;
  /** The whole environment: nothing of this process's is added. */
  readonly env: Environment;
  readonly stack: string;
  readonly signal?: AbortSignal;
  readonly line?: (text: string, stream: "stdout" | "stderr") => void;
}

/** Pulumi's engine on one stack, with a program of this process: what the Automation API calls an inline program. */
export interface PulumiRun {
  /** Any command, however it ends. The program is served to those that run one. */
  command(args: readonly string[], program?: PulumiProgram): Promise<ProcessResult>;
  /** The preview as JSON, whatever stays as it is included. */
  preview(program: PulumiProgram, ...flags: readonly string[]): Promise<Json>;
  up(program: PulumiProgram, ...flags: readonly string[]): Promise<void>;
  /** Reads what exists into the state. */
  refresh(): Promise<void>;
  /** Asks what exists, and writes what it found as events into a file; the state stays as it is. */
  look(events: string): Promise<void>;
  /** The preview of a destruction as JSON. */
  previewDestroy(): Promise<Json>;
  destroy(): Promise<void>;
  exported(): Promise<Json>;
  /** The stack's outputs, secrets in clear. */
  outputs(): Promise<Readonly<Record<string, Json>>>;
}

export function pulumiIn(engine: PulumiEngine, { cwd, env, stack, signal, line }: PulumiRunOptions): PulumiRun {
  // Without it the engine takes no flag for its events.
  const options = { cwd, env: { ...env, PULUMI_DEBUG_COMMANDS: "true" }, ...(signal && { signal }), ...(line && { line }) };
  const command = async (args: readonly string[], program?: PulumiProgram): Promise<ProcessResult> => {
    const all = [...args, "--non-interactive", "--stack", stack];
    if (program === undefined) return run(engine.path, all, options);
    const { address, close } = await (typeof program === "function" ? servedHere(program) : program.serve());
    try {
      return await run(engine.path, [...all, `--client=${address}`, "--exec-kind", "auto.inline"], options);
    } finally {
      close();
    }
  };
  const must = async (args: readonly string[], program?: PulumiProgram): Promise<ProcessResult> => {
    const result = await command(args, program);
    signal?.throwIfAborted();
    if (result.code === 0) return result;
    const said = saidIn(result);
    const refusals = refusalsIn(said);
    throw refusals.length > 0 ? new ProgramRefused(refusals) : new EngineError(`pulumi ${args[0] ?? ""} failed.\n${said}`);
  };
  const quietly = ["--yes", "--skip-preview"];
  return {
    command,
    async preview(program, ...flags) {
      const { stdout } = await must(["preview", "--json", "--show-sames", "--show-reads", ...flags], program);
      return JSON.parse(stdout) as Json;
    },
    up: async (program, ...flags) => void (await must(["up", ...quietly, ...flags], program)),
    refresh: async () => void (await must(["refresh", ...quietly])),
    look: async (events) => void (await must(["refresh", "--preview-only", "--json", "--event-log", events])),
    previewDestroy: async () => JSON.parse((await must(["destroy", "--preview-only", "--json"])).stdout) as Json,
    destroy: async () => void (await must(["destroy", ...quietly])),
    exported: async () => JSON.parse((await must(["stack", "export"])).stdout) as Json,
    outputs: async () => JSON.parse((await must(["stack", "output", "--json", "--show-secrets"])).stdout) as Readonly<Record<string, Json>>,
  };
}

/** What went wrong, without the table of everything that went well. */
export function saidIn({ stdout, stderr }: Pick<ProcessResult, "stdout" | "stderr">): string {
  const json = stdout.trimStart().startsWith("{") ? diagnosticsIn(stdout) : undefined;
  const shown =
    json ?? /^Diagnostics:\n([\s\S]*?)(?=^(?:Outputs|Resources|Policies|Duration|Policy Violations):|$(?![\s\S]))/m.exec(stdout)?.[1];
  const text = [shown, stderr].map((one) => (one ?? "").trim()).filter((one) => one !== "");
  // The SDK's own stack below a refusal is nobody's concern.
  return (text.length > 0 ? text.join("\n") : stdout.trim()).replace(/^\s+at .*\n?/gm, "").trim();
}

function diagnosticsIn(stdout: string): string | undefined {
  try {
    const { diagnostics = [] } = JSON.parse(stdout) as {
      readonly diagnostics?: readonly { readonly message: string; readonly severity: string }[];
    };
    return diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => message.trim())
      .join("\n");
  } catch {
    return undefined;
  }
}

interface Sdk {
  readonly LanguageServer: new (program: InlineProgram) => object;
}
interface Grpc {
  readonly Server: new () => {
    addService(service: object, implementation: object): void;
    bindAsync(address: string, credentials: object, done: (error: Error | null, port: number) => void): void;
    forceShutdown(): void;
  };
  readonly ServerCredentials: { createInsecure(): object };
}

/**
 * The program, as a language that the engine can call: on this machine only, for one command.
 *
 * @param from a file that the SDK is found from: the program's own, where that may have another. @default this one
 */
export async function servedHere(program: InlineProgram, from: string = import.meta.url): Promise<ServedProgram> {
  const load = createRequire(from);
  // What the SDK brings along is found from where the SDK is.
  const beside = createRequire(sdkAt(load));
  const { LanguageServer } = load("@pulumi/pulumi/automation/server.js") as Sdk;
  const { LanguageRuntimeService } = load("@pulumi/pulumi/proto/language_grpc_pb.js") as { readonly LanguageRuntimeService: object };
  const { Server, ServerCredentials } = beside("@grpc/grpc-js") as Grpc;
  const server = new Server();
  server.addService(LanguageRuntimeService, new LanguageServer(program));
  const port = await new Promise<number>((done, fail) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => (error === null ? done(bound) : fail(error))),
  );
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}

function sdkAt(load: NodeJS.Require): string {
  try {
    return load.resolve("@pulumi/pulumi");
  } catch (error) {
    throw missingSdk(error);
  }
}

/** What to say where the SDK is not installed: it is the user's to install. */
export const missingSdk = (cause: unknown): EngineError =>
  new EngineError("Pulumi's SDK is missing, which programs register resources with: npm install @pulumi/pulumi@3.247.0", { cause });
