import { readFileSync } from "node:fs";
import type { Json } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { jsonDigest } from "../records/index.ts";
import type { Drifted, RunResult } from "../run/result.ts";
import { failed, NOTHING, recorded } from "./came-of-it.ts";
import { isEmpty, judged, opened } from "./opened.ts";
import { type PulumiOutcome, type PulumiSession, type PulumiWork, withPulumi } from "./session.ts";

/** Asks the clouds what is there now, tells what somebody changed beside the engine, and lets the guard judge that. Changes nothing. */
export const driftWithPulumi = (told: PulumiSession): Promise<RunResult> => withPulumi(told, "drift", drifted);

async function drifted(work: PulumiWork): Promise<PulumiOutcome> {
  const { stack, run, policy, say } = work;
  const opening = await opened(work, false);
  if ("instead" in opening) return opening.instead;
  if (isEmpty(opening.state)) return { stack, outcome: "unchanged", because: "it is not deployed" };
  say(`${stack}: asking the clouds`);
  const events = work.scratch("events.jsonl");
  try {
    await run.look(events);
  } catch (error) {
    return failed(work, "refresh", error, "Nothing was changed. Mend the cause, and run again.");
  }
  const found = foundIn(readFileSync(events, "utf8"));
  const now = asFound(opening.state, found);
  const report = judged([readPulumi(now, `what ${stack} is now`)], policy);
  const drift = found.flatMap(({ urn, type, op, diffs = [] }): readonly Drifted[] =>
    op === "same" ? [] : [{ address: nameOf(urn), type, change: op === "delete" ? "deleted" : "changed", attributes: [...diffs].sort() }],
  );
  const outcome = report.verdict === "refused" ? "refused" : drift.length > 0 ? "drifted" : "unchanged";
  const digests = { "plan.json": jsonDigest(now), "state.before": jsonDigest(opening.state) };
  const record = await recorded(work, { outcome, report, counts: NOTHING, digests });
  return { stack, outcome, report, drift, record };
}

const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");

/** One resource after it was asked for: what the engine would write of it into the state. */
interface Found {
  readonly urn: string;
  readonly type: string;
  readonly op: string;
  /** Names of the properties that differ. */
  readonly diffs?: readonly string[];
  readonly new?: { readonly inputs?: Json; readonly outputs?: Json } | null;
}

/** A preview of a refresh prints what the state said; what was found stands in the engine's events only. */
function foundIn(events: string): readonly Found[] {
  return events.split("\n").flatMap((line) => {
    if (line.trim() === "") return [];
    const { resOutputsEvent } = JSON.parse(line) as { readonly resOutputsEvent?: { readonly metadata?: Found } };
    return resOutputsEvent?.metadata ?? [];
  });
}

interface Resource {
  readonly urn: string;
  readonly [key: string]: Json;
}
interface Exported {
  readonly deployment: { readonly resources?: readonly Resource[]; readonly [key: string]: Json | readonly Resource[] | undefined };
}

/** The state with what was found in place of what was remembered; secrets stay as the state has them, encrypted. */
function asFound(state: Json, found: readonly Found[]): Json {
  const now = new Map(found.map((one) => [one.urn, one]));
  const { deployment, ...rest } = state as unknown as Exported;
  const resources = (deployment.resources ?? []).flatMap((one) => {
    const { op, new: is } = now.get(one.urn) ?? {};
    if (op === "delete") return [];
    if (op === undefined || op === "same" || is === undefined || is === null) return [one];
    return [{ ...one, inputs: over(one["inputs"] ?? null, is.inputs ?? null), outputs: over(one["outputs"] ?? null, is.outputs ?? null) }];
  });
  return { ...rest, deployment: { ...deployment, resources } } as unknown as Json;
}

const HIDDEN = "[secret]";

function over(before: Json, now: Json): Json {
  if (now === HIDDEN) return before;
  if (typeof now !== "object" || now === null || Array.isArray(now)) return now;
  const was = typeof before === "object" && before !== null && !Array.isArray(before) ? (before as Readonly<Record<string, Json>>) : {};
  return Object.fromEntries(Object.entries(now).map(([key, one]) => [key, over(was[key] ?? null, one as Json)]));
}
