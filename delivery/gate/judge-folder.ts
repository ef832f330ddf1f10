import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { today } from "../../catalogue/index.ts";
import type { Environment } from "../../engines/index.ts";
import { catalogueDigest, judge, type Policy, policyDigest, type Report, readSynthesized } from "../../guard/index.ts";
import { GRAPH_FILE, type Graph } from "../graph/index.ts";
import { type SignedCache, signedCache } from "../signed-cache.ts";

export interface FolderToJudge {
  readonly folder: string;
  readonly graph: Graph;
  readonly policy: Policy;
  readonly terroir: string;
  /** @default none: everything is judged anew */
  readonly cache?: SignedCache | undefined;
}

/** Verdicts on folders, of this machine's user. */
export const verdictCache = (env: Environment): SignedCache => signedCache(env, "verdicts");

/**
 * The guard's word on a synthesized folder before any engine runs. An unchanged folder, policy, catalogue, guard and day have the verdict that they had:
 * it is taken from the cache, if that is to be believed. A policy with rules of its own is always judged anew, since what those call is not seen.
 */
export function judgeFolder({ folder, graph, policy, terroir, cache }: FolderToJudge): Report {
  const anew = (): Report => judge(readSynthesized(folder), policy);
  if (cache === undefined || hasPrograms(policy) || hasMore(folder, graph)) return anew();
  const key = createHash("sha256")
    .update(
      JSON.stringify([
        terroir,
        today(),
        policyDigest(policy),
        catalogueDigest(),
        graph.stacks.map(({ name, folder, digest }) => [name, folder, digest]),
      ]),
    )
    .digest("hex");
  const known = cache.read(key);
  if (known !== null) return known as Report;
  const report = anew();
  // A refusal is to be read again with all that it says, as often as it is asked for.
  if (report.verdict === "inside") cache.write(key, report);
  return report;
}

/** Whether a company's own rules judge, by themselves or in a profile of its own. */
const hasPrograms = ({ rules, profiles }: Policy): boolean => rules.length > 0 || profiles.some(({ rules: own = [] }) => own.length > 0);

/** Whether anything stands there that the graph's digests do not cover, and that the guard would read. */
function hasMore(folder: string, { stacks }: Graph): boolean {
  const known = new Set(stacks.map((stack) => stack.folder));
  const below = existsSync(join(folder, "stacks")) ? readdirSync(join(folder, "stacks")) : [];
  const top = readdirSync(folder).filter((name) => !["stacks", "manifest.json", GRAPH_FILE].includes(name) && !known.has(name));
  return top.length > 0 || below.some((name) => !known.has(`stacks/${name}`));
}
