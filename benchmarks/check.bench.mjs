// `terroir check` of a plan of 1,000 resources, whole process, against Node that only parses the same file.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, ms, report } from "./compare.mjs";

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "terroir-bench-"));
const plan = join(scratch, "plan.json");
spawnSync(process.execPath, [join(cwd, "benchmarks", "plan.mjs"), "1000", plan], { stdio: "ignore" });
const parse = ["node", "-e", `JSON.parse(require("fs").readFileSync(${JSON.stringify(plan)}, "utf8"))`];
const check = ["node", join(cwd, "dist", "cli", "terroir.cjs"), "check", plan, "--json"];
// A command that fails early would be fast: it must have judged all of them first.
const { stdout, stderr } = spawnSync(check[0], check.slice(1), { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
const judged = stdout === "" ? 0 : JSON.parse(stdout).resources.length;
if (judged < 1000) throw new Error(`terroir check judged ${judged} resources of 1,000: ${stderr}`);
// The plan has resources outside: the command refuses it, which is the longer way.
const { ours, theirs, ratio } = compare(check, parse, { runs: 15, options: { cwd, exit: 1 } });
report("terroir check, 1,000 resources / JSON.parse", ratio, 3, {
  detail: `${ms(ours)} against ${ms(theirs)}, ${(statSync(plan).size / 1e6).toFixed(1)} MB`,
});
rmSync(scratch, { recursive: true, force: true });
