import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../architecture/house.ts";
import { terroir } from "../../cli/terroir.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { engines } from "../../rehearsal/real-engines.ts";
import { act, gitlabCiLocal } from "../../tools.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const COMMAND = `node ${join(ROOT, "dist", "cli", "terroir.cjs")}`;
/** OpenTofu encrypts the states, as stacks want it that say nothing of where their state is. */
const tofu = engines.find(([kind]) => kind === "opentofu")?.[1];

/** Twelve stacks: a diamond, and eight that wait for nothing. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  net: [],
  left: ["net"],
  right: ["net"],
  top: ["left", "right"],
  ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`s${i}`, []])),
};

const room = (entry: string): string => pathToFileURL(join(ROOT, "dist", ...entry.split("/"))).href;

const PROGRAM = `import { Bucket, SovereignApp, SovereignStack } from "${room("constructs/index.js")}";
import { ovh } from "${room("cloud/ovh.js")}";
const app = new SovereignApp();
const stacks = {};
for (const [name, before] of Object.entries(${JSON.stringify(AFTER)})) {
  stacks[name] = new SovereignStack(app, name, { at: ovh("GRA11") });
  new Bucket(stacks[name], "media");
  for (const one of before) stacks[name].addDependency(stacks[one]);
}
app.synth();
`;

/** A project in a repository of its own, whose pipeline was written by the command, and rehearses everything. */
function project(engine: "github" | "gitlab"): string {
  const folder = scratch();
  const ci = { rehearse: true, install: "true", checks: [], command: COMMAND };
  writeFileSync(join(folder, "main.mjs"), PROGRAM);
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ app: "node main.mjs", terroir: { ci } }));
  writeFileSync(join(folder, ".gitignore"), "cdktf.out\n.terroir\n.gitlab-ci-local\nhome\n");
  const written = terroir(["ci", engine], { cwd: folder, env: { TERRAFORM_BINARY_NAME: tofu?.path ?? "" } });
  expect([written.code, written.stderr]).toEqual([0, expect.anything()]);
  for (const args of [
    ["init", "-q", "-b", "main"],
    ["add", "."],
    ["-c", "user.name=t", "-c", "user.email=t@example.eu", "commit", "-qm", "one"],
  ])
    expect(spawnSync("git", args, { cwd: folder }).status).toBe(0);
  return folder;
}

function run(folder: string, program: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: {
      ...process.env,
      HOME: join(folder, "home"),
      XDG_CACHE_HOME: join(folder, "home", "cache"),
      XDG_STATE_HOME: join(folder, "home", "state"),
      PATH: `${join(FIXTURES, "bin")}${delimiter}${process.env["PATH"]}`,
    },
  });
  const said = `${stdout}${stderr}`;
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${said.slice(-4000)}`);
  return said;
}

/** Every stack was deployed by a job of its own, each after those that it depends on. */
function inOrder(jobs: readonly string[]): void {
  expect([...jobs].sort()).toEqual(Object.keys(AFTER).sort());
  for (const [name, before] of Object.entries(AFTER))
    for (const one of before) expect([name, jobs.indexOf(one) < jobs.indexOf(name)]).toEqual([name, true]);
}

const actProgram = tofu && act();
const gitlabProgram = tofu && gitlabCiLocal();

describe("twelve stacks with a diamond, deployed in a rehearsal by a pipeline that runs", () => {
  it.runIf(actProgram)("GitHub's, by act", () => {
    const folder = project("github");
    const text = readFileSync(join(folder, ".github", "workflows", "terroir.yml"), "utf8");
    // Actions of others would have to be fetched: those that keep artifacts, and the one that brings Node, have stand-ins here.
    const actions = new Set(
      [...text.matchAll(/uses: (actions\/([\w-]+)@[0-9a-f]{40})/g)].map(([, whole = "", name = ""]) => `${whole}=${name}`),
    );
    const replaced = [...actions]
      .map((one) => one.split("=") as [string, string])
      .filter(([, name]) => name !== "checkout")
      .flatMap(([whole, name]) => ["--local-repository", `${whole}=${join(FIXTURES, "actions", name)}`]);
    const variables = { ARTIFACTS: join(folder, "home", "artifacts"), TERRAFORM_BINARY_NAME: tofu?.path, CI: "true" };
    const said = run(folder, actProgram ?? "", [
      "push",
      "-P",
      "ubuntu-24.04=-self-hosted",
      ...replaced,
      ...Object.entries(variables).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ]);
    inOrder([...said.matchAll(/^\[terroir\/deploy-(\w+)\s*\].*Job succeeded/gm)].map(([, name = ""]) => name));
    expect(said).toMatch(/deploy-top.*deploy: 4 applied/);
  });

  it.runIf(gitlabProgram)("GitLab's, by gitlab-ci-local", () => {
    const folder = project("gitlab");
    const said = run(folder, gitlabProgram ?? "", [
      "--force-shell-executor",
      "--shell-isolation",
      "--variable",
      `TERRAFORM_BINARY_NAME=${tofu?.path}`,
    ]);
    inOrder([...said.matchAll(/^deploy:(\w+)\s.*finished in/gm)].map(([, name = ""]) => name));
    expect(said).toMatch(/deploy:top\s.*deploy: 4 applied/);
  });
});
