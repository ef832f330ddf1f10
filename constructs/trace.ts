import { type IConstruct, Node } from "constructs";
import { framesOf, lineOf, programLine } from "../catalogue/program-line.ts";
import type { SourceLine } from "../guard/subject/infrastructure.ts";

const TRACE = Symbol.for("terroir.trace");
/** Deep enough to get out of nested constructs, shallow enough to cost microseconds. */
const FRAMES = 16;
/** A class that makes so many elements is worth a look at how deep its traces have to be. */
const MANY = 32;

interface Traced {
  [TRACE]?: { stack?: string };
}

let remembering = false;
/** The trace of what is being lowered, which holds for everything that comes of it. */
let shared: { stack?: string } | undefined;

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
    if (type === "stacktrace") {
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = shared === undefined ? framesFor(this) : 0;
      // An error costs half of what `captureStackTrace` does.
      (this as Traced)[TRACE] = shared ?? new Error();
      Error.stackTraceLimit = limit;
    }
    return addMetadata.call(this, type, data, options);
  };
}

/** Runs `make`, all of whose elements come of the call that is being answered: one trace serves them all. */
export function rememberOnce<T>(make: () => T): T {
  if (!remembering || shared !== undefined) return make();
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  shared = new Error();
  Error.stackTraceLimit = limit;
  try {
    return make();
  } finally {
    shared = undefined;
  }
}

interface Makers {
  count: number;
  frames: number;
}

const MAKERS = new WeakMap<object, Makers>();

/** How many frames the trace of a new element needs. */
function framesFor(node: Node): number {
  const made = (node as unknown as { host?: IConstruct }).host?.constructor;
  if (made === undefined) return FRAMES;
  const makers = MAKERS.get(made);
  if (makers === undefined) MAKERS.set(made, { count: 1, frames: FRAMES });
  else if (++makers.count === MANY) {
    Error.stackTraceLimit = FRAMES;
    makers.frames = framesToOwnLine(new Error(), made) ?? FRAMES;
  }
  return makers?.frames ?? FRAMES;
}

/**
 * How many frames lead to the line to be named, where that line is in the constructor of the element's own class: then they are as many for
 * every element of the class, whoever makes it. Undefined where the line is a caller's.
 */
function framesToOwnLine({ stack }: { stack?: string }, made: object): number | undefined {
  const names: string[] = [];
  for (let one: unknown = made; typeof one === "function" && one !== Function.prototype; one = Object.getPrototypeOf(one))
    names.push(one.name);
  const frames = framesOf(stack);
  const first = frames.findIndex((frame) => frame.startsWith("at new "));
  for (let at = first; at >= 0 && at < frames.length; at++) {
    const name = /^at new (\S+) \(/.exec(frames[at] ?? "")?.[1] ?? "";
    // The chain of one element's constructors, the library's first; classes without a constructor of their own have no frame.
    if (!names.includes(name)) return undefined;
    names.length = names.lastIndexOf(name);
    // The first frame is that of the function which asks; a trace that is taken has none.
    if (lineOf(frames[at] ?? "") !== undefined) return at;
  }
  return undefined;
}

/** The line of the user's program that made an element: the first frame outside this library, cdktf, constructs and Node itself. */
export function sourceOf(element: IConstruct): SourceLine | undefined {
  return programLine((element.node as Traced)[TRACE] ?? (element as Traced)[TRACE] ?? {});
}
