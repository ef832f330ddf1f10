import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { which } from "../../engines/locate.ts";
import { twelve } from "../delivery/pipelines/graphs.ts";
import { buckets, project, write } from "../delivery/run/project.ts";
import { anyEngine } from "../rehearsal/real-engines.ts";
import { COMMAND, terroir } from "./terroir.ts";

const POLICY = { name: "tests", backends: { local: true } };

function here(stacks: Parameters<typeof project>[0], ci: object = {}) {
  const { folder, out } = project(stacks);
  writeFileSync(join(folder, "policy.json"), JSON.stringify(POLICY));
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ app: "true", terroir: { policy: "policy.json", ci } }));
  const env = { XDG_STATE_HOME: join(folder, "user"), XDG_CACHE_HOME: join(folder, "cache") };
  return { folder, out, env, run: (...args: string[]) => terroir(args, { cwd: folder, env }) };
}

describe("terroir ci", () => {
  it("writes a pipeline, finds it current, finds it stale, and writes it again", () => {
    const { folder, out, run } = here(twelve());
    const written = run("ci", "gitlab", "cdktf.out");
    expect(written.stderr).toMatch(/an image of Docker Hub, in the US/);
    expect(written.stderr).toMatch(/The state of 12 stacks is a file beside the project\. A runner is thrown away/);
    expect([written.code, written.stdout]).toEqual([
      0,
      expect.stringMatching(/\.gitlab-ci\.yml is written\.\n[\s\S]*openssl genpkey -algorithm ed25519/),
    ]);
    const first = readFileSync(join(folder, ".gitlab-ci.yml"), "utf8");
    expect(run("ci", "gitlab", "cdktf.out").stdout).toMatch(/\.gitlab-ci\.yml is current/);
    expect([run("ci", "gitlab", "cdktf.out", "--check").code]).toEqual([0]);

    const { shop, ...rest } = twelve();
    write({ ...rest, status: { dependencies: ["search"] }, ...(shop === undefined ? {} : { market: shop }) }, out);
    const stale = run("ci", "gitlab", "cdktf.out", "--check");
    expect([stale.code, stale.stderr]).toEqual([1, ".gitlab-ci.yml is stale. Run `terroir ci gitlab`, and commit what it writes.\n"]);
    expect(readFileSync(join(folder, ".gitlab-ci.yml"), "utf8")).toBe(first);
    expect(run("ci", "gitlab", "cdktf.out").code).toBe(0);
    expect(readFileSync(join(folder, ".gitlab-ci.yml"), "utf8")).toMatch(/deploy:market/);
    rmSync(join(folder, ".gitlab-ci.yml"));
    expect(run("ci", "gitlab", "cdktf.out", "--check").stderr).toMatch(/\.gitlab-ci\.yml is missing/);
  });

  it("leaves alone what it did not write, unless told otherwise, and says what is wrong with settings", () => {
    const { folder, run } = here({ a: {} }, { branch: "trunk" });
    writeFileSync(join(folder, ".gitlab-ci.yml"), "build: { script: [make] }\n");
    const refused = run("ci", "gitlab", "cdktf.out");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/did not write it.*--overwrite/)]);
    expect(readFileSync(join(folder, ".gitlab-ci.yml"), "utf8")).toMatch(/make/);
    expect(run("ci", "gitlab", "cdktf.out", "--overwrite").code).toBe(0);
    expect(run("ci", "github", "cdktf.out").code).toBe(0);
    expect(readFileSync(join(folder, ".github/workflows/terroir.yml"), "utf8")).toMatch(/refs\/heads\/trunk/);
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ terroir: { ci: { brunch: "x" } } }));
    expect(run("ci", "make", "cdktf.out")).toMatchObject({ code: 2, stderr: expect.stringMatching(/no setting "brunch"/) });
    expect(run("ci", "jenkins", "cdktf.out").code).toBe(2);
  });
});

it("terroir ci woodpecker takes away the file of a stack that is no more, and --check finds one that is missing", () => {
  const { folder, out, run } = here({ net: {}, shop: { dependencies: ["net"] } });
  expect(run("ci", "woodpecker", "cdktf.out").code).toBe(0);
  expect(run("ci", "--check", "gitlab", "cdktf.out").code).toBe(1);
  write({ net: {}, market: {} }, out);
  rmSync(join(out, "stacks", "shop"), { recursive: true, force: true });
  expect(run("ci", "woodpecker", "cdktf.out", "--check").stderr).toMatch(/deploy-market\.yaml is missing[\s\S]*deploy-shop\.yaml is stale/);
  expect(run("ci", "woodpecker", "cdktf.out").stdout).toMatch(/deploy-shop\.yaml is removed/);
  expect(readdirSync(join(folder, ".woodpecker")).sort()).toEqual(
    ["check", "deploy-market", "deploy-net", "drift", "plan"].map((name) => `terroir-${name}.yaml`),
  );
});

const gnu = which("make", process.env);

describe.runIf(anyEngine && gnu)("the make file", () => {
  it("deploys a diamond in its order, side by side, on the real engine", () => {
    const reading = (...others: string[]) => buckets(1, { reads: Object.fromEntries(others.map((one) => [one, ["id"]])) });
    const { folder, env, run } = here({ net: buckets(1), left: reading("net"), right: reading("net"), top: reading("left", "right") });
    expect(run("ci", "make", "cdktf.out").code).toBe(0);
    const command = COMMAND.join(" ");
    const args = ["-j4", "-f", "terroir.mk", `TERROIR=${command}`, "FLAGS=--rehearse", "deploy"];
    const { status, stdout } = spawnSync(gnu ?? "", args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...env, CI: "true", NO_COLOR: "1" },
    });
    expect([status, stdout.match(/^\w+ {2}applied: 1 added$/gm)?.map((line) => line.split(" ")[0])]).toEqual([
      0,
      expect.toSatisfy((order: string[]) => order.length === 4 && order[0] === "net" && order[3] === "top"),
    ]);
  });
});

describe.runIf(anyEngine)("a plan's summary", () => {
  it("is Markdown for a comment: what would be done, what waits, what is refused", () => {
    const { folder, run } = here({ net: buckets(1), shop: buckets(1, { reads: { net: ["id"] } }) });
    expect(run("plan", "cdktf.out", "--rehearse", "--summary", "summary.md").code).toBe(0);
    const text = readFileSync(join(folder, "summary.md"), "utf8");
    expect(text).toMatch(/^# Terroir plan: 1 changes, 1 blocked\n\n\*\*.*rehearsal/i);
    expect(text).toMatch(/\| `net` \| 1 to add \|\n\| `shop` \| blocked by net/);
    expect(existsSync(join(folder, "plans"))).toBe(false);
    expect(readdirSync(folder)).toContain("summary.md");
  });
});
