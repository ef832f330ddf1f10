/** Which line of a user's program a trace leads to. */
import { fileURLToPath } from "node:url";

/** A line of a program; `column` counts from 1. */
export interface ProgramLine {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function framesOf(stack: string | undefined): readonly string[] {
  return (stack ?? "")
    .split("\n")
    .slice(1)
    .map((frame) => frame.trim());
}

/** Where a frame is, unless that is nobody's program. */
export function lineOf(frame: string): ProgramLine | undefined {
  const at = /(?:\(|\s)((?:file:\/\/|\/|[A-Za-z]:\\)[^()]+?):(\d+):(\d+)\)?$/.exec(frame);
  if (at?.[1] === undefined) return undefined;
  const file = at[1].startsWith("file://") ? fileURLToPath(at[1]) : at[1];
  return isOurs(file) ? undefined : { file, line: Number(at[2]), column: Number(at[3]) };
}

/** The first line of the user's program in an error's trace. */
export function programLine({ stack }: { readonly stack?: string | undefined }): ProgramLine | undefined {
  for (const frame of framesOf(stack)) {
    const line = lineOf(frame);
    if (line !== undefined) return line;
  }
  return undefined;
}

/** Folder that holds this library, whether run from its sources or from its package. */
const HERE = fileURLToPath(new URL("..", import.meta.url)).replace(/dist[/\\]$/, "");
const ROOMS = /^(?:dist|constructs|stacks|clouds|bindings|guard|catalogue)[/\\]/;

function isOurs(file: string): boolean {
  if (/[/\\]node_modules[/\\]/.test(file)) return true;
  return file.startsWith(HERE) && ROOMS.test(file.slice(HERE.length));
}
