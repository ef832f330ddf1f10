import type { Host } from "./contract/facts.ts";

/** What a host name says about one pattern: it answers, and this stands where the pattern has `<region>`. */
export interface HostMatch {
  readonly region: string | undefined;
}

const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** Matches a canonical host name against a pattern, label by label from the end; nothing is ever matched by a part of the name. */
export function matchHost(pattern: Host, host: string): HostMatch | undefined {
  const labels = host.split(".");
  const wanted = pattern.host.split(".");
  const spare = labels.length - wanted.length;
  if (spare < 0 || (spare > 0 && pattern.buckets !== true)) return undefined;
  if (!labels.every((label) => LABEL.test(label))) return undefined;
  let region: string | undefined;
  for (const [i, want] of wanted.entries()) {
    const label = labels[spare + i] ?? "";
    if (want === "<any>") continue;
    const [before, after] = want.split("<region>");
    if (after === undefined) {
      if (label !== want) return undefined;
      continue;
    }
    if (before === undefined || label.length <= before.length + after.length) return undefined;
    if (!label.startsWith(before) || !label.endsWith(after)) return undefined;
    region = label.slice(before.length, label.length - after.length);
  }
  return { region };
}
