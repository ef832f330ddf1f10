import { fileURLToPath } from "node:url";
import { type IConstruct, Node } from "constructs";
import type { SourceLine } from "../guard/infrastructure.ts";

const TRACE = Symbol.for("terroir.trace");
/** Deep enough to get out of nested constructs, shallow enough to cost microseconds. */
const FRAMES = 16;

interface Traced {
  [TRACE]?: { stack?: string };
}

let remembering = false;

/**
 * From now on every Terraform element remembers the call that made it. The engine of JavaScript formats a trace only when it is read, so
 * that ten thousand elements cost little and only findings pay. The library calls `addMetadata("stacktrace", …)` once for each element;
 * no other hook sees elements of every maker.
 */
export function rememberSources(): void {
  if (remembering) return;
  remembering = true;
  const addMetadata = Node.prototype.addMetadata;
  Node.prototype.addMetadata = function (this: Node, type: string, data: unknown, options?: Parameters<Node["addMetadata"]>[2]) {
    if (type === "stacktrace") capture(this);
    return addMetadata.call(this, type, data, options);
  };
}

function capture(node: Node): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, capture);
  Error.stackTraceLimit = limit;
  Object.defineProperty(node, TRACE, { value: trace });
}

/** The line of the user's program that made an element: the first frame outside this library, cdktf, constructs and Node itself. */
export function sourceOf(element: IConstruct): SourceLine | undefined {
  const trace = ((element.node as Traced)[TRACE] ?? (element as Traced)[TRACE])?.stack;
  for (const frame of trace?.split("\n").slice(1) ?? []) {
    const at = /\(?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]+?):(\d+):(\d+)\)?$/.exec(frame.trim());
    if (at?.[1] === undefined) continue;
    const file = at[1].startsWith("file://") ? fileURLToPath(at[1]) : at[1];
    if (!isOurs(file)) return { file, line: Number(at[2]), column: Number(at[3]) };
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
