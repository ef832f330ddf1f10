// Two whole processes, in turn, several times: the ratio is taken pair by pair and its median kept, so that a machine that slows down slows both.
import { spawnSync } from "node:child_process";

/** @param {readonly string[]} command */
function seconds([file, ...args], options) {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(file, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8", ...options });
  const taken = Number(process.hrtime.bigint() - begun) / 1e9;
  if (status !== (options?.exit ?? 0)) throw new Error(`${file} ${args.join(" ")} ended with ${status}: ${stderr}`);
  return taken;
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Median seconds of both, and the median of the pairs' ratios ours / theirs. */
export function compare(ours, theirs, { runs = 7, options = {}, theirOptions = {} } = {}) {
  seconds(ours, options);
  seconds(theirs, theirOptions);
  const pairs = Array.from({ length: runs }, () => [seconds(ours, options), seconds(theirs, theirOptions)]);
  return { ours: median(pairs.map(([a]) => a)), theirs: median(pairs.map(([, b]) => b)), ratio: median(pairs.map(([a, b]) => a / b)) };
}

export function report(name, ratio, bar, { atLeast = false, detail } = {}) {
  const ok = atLeast ? ratio >= bar : ratio <= bar;
  process.stdout.write(
    `${JSON.stringify({ name, ratio: Number(ratio.toFixed(3)), bar: `${atLeast ? "≥" : "≤"} ${bar}`, ok, ...(detail ? { detail } : {}) })}\n`,
  );
}

export const ms = (s) => `${(s * 1000).toFixed(0)} ms`;
