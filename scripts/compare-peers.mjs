#!/usr/bin/env node
// Writes docs/comparison.md: what Terroir, Checkov, conftest and Trivy say of the same small plans. Needs what it compares with; without one of them it
// prints the page, and writes nothing.
//
//   python3 -m venv peers && peers/bin/pip install checkov==3.3.30
//   go install github.com/open-policy-agent/conftest@v0.71.1
//   (cd scripts/peers/trivy && GOEXPERIMENT=jsonv2 go build -o ~/go/bin/trivy-plan .)
//   npm run build && CHECKOV=peers/bin/checkov CONFTEST=~/go/bin/conftest TRIVY=~/go/bin/trivy-plan node scripts/compare-peers.mjs
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cases } from "./peers/cases.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const peers = join(root, "scripts", "peers");
const scratch = mkdtempSync(join(tmpdir(), "terroir-peers-"));

const run = (file, args) =>
  spawnSync(file, args, { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, CI: "true", NO_COLOR: "1" } });
const versionOf = (file, args) => {
  const { status, stdout } = run(file, args);
  return status === 0 ? /\d+\.\d+\.\d+/.exec(stdout)?.[0] : undefined;
};

/** Each gives one word for a plan: refused, passed, or silent, which is that nothing in the report speaks of it. */
const tools = [
  {
    name: "Terroir",
    rule: "its own rules, no policy file",
    version: () => versionOf(process.execPath, [join(root, "dist/cli/terroir.cjs"), "--version"]),
    say(file) {
      const { status, stdout, stderr } = run(process.execPath, [join(root, "dist/cli/terroir.cjs"), "check", file, "--json"]);
      if (status !== 0 && status !== 1) throw new Error(stderr);
      const { resources, findings } = JSON.parse(stdout);
      const refused = findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
      // A provider block that is not written is judged as well; a case is about its resource and the block that it has.
      if (refused.length > 0) return `refused: ${[...new Set(refused.map(({ rule }) => rule))].join(", ")}`;
      return resources.length > 0 ? "passed" : "silent";
    },
  },
  checkov("its own checks", []),
  checkov("a rule on regions", ["--external-checks-dir", join(peers, "checkov"), "--check", "CKV2_ACME_1"]),
  {
    name: "conftest",
    rule: "a rule on regions",
    version() {
      // What is built from source calls itself "dev"; the OPA inside has a number.
      const { status, stdout } = run(process.env.CONFTEST ?? "conftest", ["--version"]);
      const [own, opa] = [/Conftest: (\S+)/i, /OPA: (\S+)/i].map((pattern) => pattern.exec(stdout)?.[1]);
      return status === 0 ? `${own === "dev" ? "built from source" : own} with OPA ${opa}` : undefined;
    },
    say(file) {
      const { stdout } = run(process.env.CONFTEST ?? "conftest", [
        "test",
        "--policy",
        join(peers, "region.rego"),
        "--output",
        "json",
        file,
      ]);
      const [{ failures = [], successes = 0 }] = JSON.parse(stdout);
      return failures.length > 0 ? "refused" : successes > 0 ? "passed" : "silent";
    },
  },
  {
    name: "Trivy",
    rule: "its own checks",
    version() {
      const { status } = run(process.env.TRIVY ?? "trivy-plan", []);
      const [, release] = /trivy v(\S+)/.exec(readFileSync(join(peers, "trivy", "go.mod"), "utf8")) ?? [];
      return status === 0 ? `${release}, its scanner of plans with the checks that it carries` : undefined;
    },
    say(file) {
      const { status, stdout, stderr } = run(process.env.TRIVY ?? "trivy-plan", [file]);
      if (status !== 0) throw new Error(stderr);
      // Some fifty of its checks pass on a plan without any resource: that they do says nothing of this one.
      return JSON.parse(stdout).failed > 0 ? "refused" : "silent";
    },
  },
];

function checkov(rule, args) {
  return {
    name: "Checkov",
    rule,
    version: () => versionOf(process.env.CHECKOV ?? "checkov", ["--version"]),
    say(file) {
      const { stdout, stderr } = run(process.env.CHECKOV ?? "checkov", [
        "-f",
        file,
        "--framework",
        "terraform_plan",
        "-o",
        "json",
        "--quiet",
        "--compact",
        ...args,
      ]);
      const text = stdout.slice(Math.max(0, stdout.search(/[[{]/)));
      if (text.trim() === "") throw new Error(stderr);
      const reports = [JSON.parse(text)].flat();
      const count = (key) => reports.reduce((sum, { summary, [key]: top }) => sum + (summary?.[key] ?? top ?? 0), 0);
      return count("failed") > 0 ? "refused" : count("passed") > 0 ? "passed" : "silent";
    },
  };
}

const present = tools.map((tool) => ({ ...tool, found: tool.version() })).filter(({ found }) => found !== undefined);
const missing = [...new Set(tools.filter((tool) => !present.some(({ name }) => name === tool.name)).map(({ name }) => name))];
const rows = cases.map(({ name, want, plan }, i) => {
  const file = join(scratch, `case-${i}.json`);
  writeFileSync(file, JSON.stringify(plan));
  return { name, want, said: present.map((tool) => tool.say(file)) };
});
rmSync(scratch, { recursive: true, force: true });

const right = (want, said) => (want === "accept" ? !said.startsWith("refused") : said.startsWith("refused"));
const totals = present.map((_, i) => `${rows.filter(({ want, said }) => right(want, said[i])).length} of ${rows.length}`);
const line = (cells) => `| ${cells.join(" | ")} |`;
const page = `# Comparison

What several tools say of the same ${cases.length} plans, written by \`scripts/compare-peers.mjs\`, which anyone can run; the plans and the peers' rules stand in
[scripts/peers](../scripts/peers). *Silent* is that nothing in the report speaks of the resource: it was dropped, and the run ends well.

${line(["case", "should be", ...present.map(({ name, rule }) => `${name}, ${rule}`)])}
${line(["---", "---", ...present.map(() => "---")])}
${rows.map(({ name, want, said }) => line([name, want === "accept" ? "accepted" : "refused", ...said.map((one) => (right(want, one) ? one : `**${one}**`))])).join("\n")}
${line(["**right**", "", ...totals])}

Versions: ${present
  .map(({ name, found }) => `${name} ${found}`)
  .filter((one, i, all) => all.indexOf(one) === i)
  .join(", ")}.${missing.length === 0 ? "" : ` Not compared, because it was not installed: ${missing.join(", ")}.`}

What this does not show. The cases were chosen by us, and they are about places and operators, for which the others were not made: Checkov and Trivy have hundreds of
checks on American clouds that we do not have; conftest judges whatever somebody writes a rule for, and Checkov takes rules of one's own as well. The rules
on regions are as tutorials have them: longer ones could refuse more of these cases, one by one, and have to be written and kept for every attribute of every provider. Where a tool refuses for another reason than
the one that the case is about, it counts as right here.
`;
// A page with fewer tools than it has would say less and look the same.
if (missing.length === 0) writeFileSync(join(root, "docs", "comparison.md"), page);
else
  process.stderr.write(
    `docs/comparison.md is left as it is: ${missing.join(", ")} not found. How to install them stands at the top of this script.\n`,
  );
process.stdout.write(page);
