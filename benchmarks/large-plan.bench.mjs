// `terroir check` of a plan of 100,000 resources, 200 MB, under every rule: against Node that parses the same file and walks over its changes, and
// against itself at a tenth of the size. TERROIR_BENCH_LARGEST=1000000 goes on to 2 GB, which no text in Node.js could hold.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, median, ms, report } from "./compare.mjs";

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "terroir-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

function plan(count) {
  const path = join(scratch, `${count}.json`);
  const made = spawnSync(process.execPath, ["--max-old-space-size=12000", join(cwd, "benchmarks", "plan.mjs"), String(count), path], {
    stdio: "ignore",
  });
  if (made.status !== 0) throw new Error(`no plan of ${count} resources could be made: is there room in ${scratch}?`);
  return path;
}

// Peak memory is the process's own word at its end.
const peak = join(scratch, "peak");
const hook = join(scratch, "hook.mjs");
writeFileSync(
  hook,
  `import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`,
);
const node = (...args) => [process.execPath, "--import", hook, ...args];
const check = (path) => node(join(cwd, "dist", "cli", "terroir.cjs"), "check", path);
const floor = (path) =>
  node(
    "-e",
    `let n = 0; for (const { change } of JSON.parse(require("fs").readFileSync(${JSON.stringify(path)}, "utf8")).resource_changes) if (change.after?.region === "BHS5") n++; console.log(n)`,
  );
function measured([file, ...args], exit) {
  const begun = process.hrtime.bigint();
  const { status } = spawnSync(file, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== exit) throw new Error(`${args.join(" ")} ended with ${status}`);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, megabytes: Number(readFileSync(peak, "utf8")) / 1000 };
}

const large = plan(100_000);
const { ours, theirs, ratio } = compare(check(large), floor(large), { runs: 5, options: { cwd, exit: 1 } });
report("terroir check, 100,000 resources / JSON.parse and a loop", ratio, 1, {
  detail: `${ms(ours)} against ${ms(theirs)}, ${(statSync(large).size / 1e6).toFixed(0)} MB`,
});
const used = measured(check(large), 1).megabytes;
report("terroir check, 100,000 resources: megabytes", used, 400, {
  detail: `JSON.parse takes ${measured(floor(large), 0).megabytes.toFixed(0)} MB`,
});

const small = plan(10_000);
const one = (path, runs) => median(Array.from({ length: runs }, () => measured(check(path), 1).seconds));
const [bySmall, byLarge] = [one(small, 5), one(large, 3)];
report("ten times the resources / ten times the time", byLarge / bySmall / 10, 1.2, { detail: `${ms(bySmall)}, then ${ms(byLarge)}` });

const largest = Number(process.env["TERROIR_BENCH_LARGEST"] ?? 0);
if (largest > 0) {
  const path = plan(largest);
  const { seconds, megabytes } = measured(check(path), 1);
  report(`${largest.toLocaleString("en-GB")} resources / as many times the time of 100,000`, seconds / byLarge / (largest / 100_000), 1.2, {
    detail: `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB of memory for ${(statSync(path).size / 1e6).toFixed(0)} MB`,
  });
}
