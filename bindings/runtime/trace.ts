import type { Construct } from "constructs";

const TRACE = Symbol.for("terroir.trace");
/** Deep enough to get out of constructs within constructs. */
const FRAMES = 12;

/**
 * Remembers the call that made a construct, so that a finding can name the line. Costs about a microsecond: the frames become text only when
 * somebody reads `stack`. A trace that the app already took is left alone.
 */
export function remember(construct: Construct, made: NewableFunction): void {
  if (TRACE in construct.node) return;
  const limit = Error.stackTraceLimit;
  const trace: { stack?: string } = {};
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(trace, made);
  Error.stackTraceLimit = limit;
  Object.defineProperty(construct, TRACE, { value: trace, configurable: true });
}
