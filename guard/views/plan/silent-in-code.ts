import type { Reading, Subject } from "../../subject/infrastructure.ts";

/**
 * What the code of a resource has where a plan has what it does not know, if that is nothing: no `dynamic` block writes there, and no other. Undefined:
 * something may.
 *
 * @param written every instance that it can be
 * @param planned what the plan has there, none of it known
 */
export function silentIn(written: readonly Subject[], path: string, planned: readonly Reading[]): readonly Reading[] | undefined {
  const [first, ...others] = written.map((one) => ({ one, readings: one.read(path) }));
  if (first === undefined || ![first, ...others].every(({ one, readings }) => isSilent(one, readings, planned))) return undefined;
  return first.readings;
}

/** The same blocks without what is asked for, or none. A plan may show more than code with other values of its variables. */
function isSilent(written: Subject, readings: readonly Reading[], planned: readonly Reading[]): boolean {
  if (readings.length === 0) return planned.every(({ path }) => hasBlock(written, path));
  const paths = new Set(readings.map(({ path }) => path));
  return (
    readings.every(({ value }) => value.kind === "absent") && paths.size === planned.length && planned.every(({ path }) => paths.has(path))
  );
}

/** Whether the code has the innermost block that the plan shows around a path: `nic[0]` of `nic[0].firewall[].source_ip`. */
function hasBlock(written: Subject, path: string): boolean {
  const around = /^.*\[\d+\]/.exec(path)?.[0];
  if (around === undefined) return true;
  const all = written.read(around.replace(/\[\d+\]/g, "[]"));
  return all.some((one) => one.path === around) && all.every(({ value }) => value.kind !== "absent");
}
