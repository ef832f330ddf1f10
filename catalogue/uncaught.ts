/** What a program says that ends with an error which nobody caught: what, where in the user's own program, and why; no trace. */
import { readFileSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type ProgramLine, programLine } from "./program-line.ts";

/** By name, since a program may hold two copies of this library. */
const OURS = /^(?:TerroirError|InputError|EngineError)$/;

/** Set to anything, it shows traces. */
export const TRACE_VARIABLE = "TERROIR_TRACE";

export function uncaughtText(error: unknown): string {
  if (!(error instanceof Error)) return `The program threw ${String(error)}, which is no error: nothing says where.`;
  if (process.env[TRACE_VARIABLE]) return error.stack ?? error.message;
  // Its findings name their own lines.
  if (error.name === "Refusal") return error.message;
  const line = programLineOf(error);
  const at = line === undefined ? "" : `${shortened(line.file)}:${line.line}`;
  if (OURS.test(error.name)) return at === "" || error.message.includes(at) ? error.message : `${error.message}\n  at ${at}`;
  const said = `${error.name}: ${meant(error.message)}`;
  const code = line === undefined ? undefined : codeAt(line);
  return `${at === "" ? said : `${at}: ${said}`}${code === undefined ? "" : `\n  ${code}`}\nThe whole trace: ${TRACE_VARIABLE}=1.`;
}

/** What the library says in its own terms, and what is to be done about it here. */
const meant = (message: string): string =>
  message.includes("cdktfRelativeModules context is not set")
    ? 'cdktf copies a module in a folder beside the stack, and has to know it before: name it in cdktf.json, "terraformModules": ["./modules/net"], and run the program by `terroir synth`.'
    : message;

/** The line of the user's program that an error came from. */
export const programLineOf = (error: Error): ProgramLine | undefined => programLine(error) ?? syntaxLine(error);

/** Code 1, unless the error brings one. */
export function uncaughtCode(error: unknown): number {
  const { exitCode } = (error ?? {}) as { exitCode?: unknown };
  return typeof exitCode === "number" ? exitCode : 1;
}

/** What cannot be parsed never ran: Node writes the place before the message. */
function syntaxLine({ stack = "" }: Error): ProgramLine | undefined {
  const at = /^((?:file:\/\/|\/|[A-Za-z]:\\).+?):(\d+)\n/.exec(stack);
  if (at?.[1] === undefined) return undefined;
  return { file: at[1].startsWith("file://") ? fileURLToPath(at[1]) : at[1], line: Number(at[2]), column: 1 };
}

function shortened(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith("..") || isAbsolute(short) ? file : short.replaceAll("\\", "/");
}

function codeAt({ file, line }: ProgramLine): string | undefined {
  try {
    return readFileSync(file, "utf8").split("\n")[line - 1]?.trim().slice(0, 160);
  } catch {
    return undefined;
  }
}
