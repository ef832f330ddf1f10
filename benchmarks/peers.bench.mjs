// `terroir check` under every rule, against OPA and conftest with one rule, on the same plans. Both are built from source, at the version named here,
// into node_modules/.cache; where that cannot be done it is said, and nothing is compared.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, ms, report } from "./compare.mjs";

const PEERS = { opa: "github.com/open-policy-agent/opa@v1.22.2", conftest: "github.com/open-policy-agent/conftest@v0.71.1" };

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(cwd, "node_modules", ".cache", "terroir-peers");

/** The program, built when it is not there yet; undefined, loudly, when it cannot be. */
function peer(name) {
  const path = join(bin, name);
  if (existsSync(path)) return path;
  mkdirSync(bin, { recursive: true });
  process.stderr.write(`building ${PEERS[name]} …\n`);
  const { status, error, stderr } = spawnSync("go", ["install", PEERS[name]], { env: { ...process.env, GOBIN: bin }, encoding: "utf8" });
  if (status === 0) return path;
  process.stderr.write(
    `!! NOT COMPARED with ${name}: ${error?.message ?? stderr.trim().split("\n").at(-1)}. It needs Go, and its module proxy.\n`,
  );
  return undefined;
}

const scratch = mkdtempSync(join(tmpdir(), "terroir-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const plan = (count) => {
  const path = join(scratch, `${count}.json`);
  spawnSync(process.execPath, [join(cwd, "benchmarks", "plan.mjs"), String(count), path], { stdio: "ignore" });
  return path;
};
const policy = join(scratch, "policy");
mkdirSync(policy);
writeFileSync(
  join(policy, "region.rego"),
  `package main
import rego.v1
approved := {"GRA", "GRA9", "GRA11", "SBG", "SBG5", "DE", "DE1", "RBX", "RBX-A", "fr-par", "nl-ams", "pl-waw", "eu-west-2"}
deny contains message if {
  some one in input.resource_changes
  some name in ["region", "region_name"]
  region := one.change.after[name]
  not region in approved
  message := sprintf("%s is in %s", [one.address, region])
}
`,
);
const check = (path) => [process.execPath, join(cwd, "dist", "cli", "terroir.cjs"), "check", path];

const opa = peer("opa");
if (opa !== undefined) {
  const small = plan(1000);
  const theirs = [opa, "eval", "--data", policy, "--input", small, "data.main.deny"];
  const measured = compare(check(small), theirs, { runs: 15, options: { cwd, exit: 1 } });
  report("terroir check, 1,000 resources / OPA with one rule", measured.ratio, 1, {
    detail: `${ms(measured.ours)} against ${ms(measured.theirs)}`,
  });
}
const conftest = peer("conftest");
if (conftest !== undefined) {
  const large = plan(100_000);
  const theirs = [conftest, "test", "--no-color", "--policy", policy, large];
  const measured = compare(check(large), theirs, { runs: 3, options: { cwd, exit: 1 }, theirOptions: { cwd, exit: 1 } });
  report("terroir check, 100,000 resources / conftest with one rule", measured.ratio, 0.1, {
    detail: `${ms(measured.ours)} against ${ms(measured.theirs)}`,
  });
}
