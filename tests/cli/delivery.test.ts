import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buckets, project, write } from "../delivery/run/project.ts";
import { anyEngine } from "../rehearsal/real-engines.ts";
import { folderWith, terroir } from "./terroir.ts";

const POLICY = { name: "tests", backends: { local: true } };
const STACKS = { net: buckets(1), shop: buckets(1, { reads: { net: ["id"] } }) };

function here(stacks: Parameters<typeof project>[0] = STACKS) {
  const { folder } = project(stacks);
  writeFileSync(join(folder, "policy.json"), JSON.stringify(POLICY));
  const env = { XDG_STATE_HOME: join(folder, "user"), XDG_CACHE_HOME: join(folder, "cache") };
  return { folder, run: (...args: string[]) => terroir(args, { cwd: folder, env }) };
}

const REHEARSED = ["cdktf.out", "--policy", "policy.json", "--rehearse"];

describe.runIf(anyEngine)("the commands over a graph", () => {
  it("deploy, tell people and programs what became of it, and let a record be verified", () => {
    const { folder, run } = here();
    const first = run("deploy", ...REHEARSED);
    expect(first.stderr).toMatch(/net: planning\n[\s\S]*net: applying, 1 to do\nnet: applied: 1 added\nshop: initialising/);
    expect(first.stdout).toMatch(/^net {3}applied: 1 added\nshop {2}applied: 1 added\n/);
    expect(first.stdout).toMatch(/A rehearsal/);
    expect(first.code).toBe(0);

    const again = run("plan", ...REHEARSED, "--json", "--out", "plans");
    const report = JSON.parse(again.stdout) as { ok: boolean; simulated: boolean; stacks: { outcome: string; record: string }[] };
    expect(report).toMatchObject({
      ok: true,
      simulated: true,
      verdict: "inside",
      stacks: [{ outcome: "unchanged" }, { outcome: "unchanged" }],
    });

    const verified = run("verify", "plans/net.record.json", "plans/net.plan.json", "--policy", "policy.json");
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringMatching(/^Verified: .*\n[\s\S]*the same, bit for bit/)]);
    const other = run("verify", "plans/net.record.json", "plans/shop.plan.json", "--policy", "policy.json");
    expect([other.code, other.stderr]).toEqual([1, expect.stringMatching(/is not the plan of this record/)]);
    const lax = run("verify", "plans/net.record.json", "plans/net.plan.json");
    expect([lax.code, lax.stderr]).toEqual([1, expect.stringMatching(/The policy is not the one of this record/)]);

    const outputs = run("outputs", ...REHEARSED, "--only", "net", "--json");
    expect(JSON.parse(outputs.stdout)).toMatchObject({ outputs: { net: { name: { value: "net-0", sensitive: false } } } });

    const drift = run("drift", ...REHEARSED);
    expect([drift.code, drift.stdout]).toEqual([0, expect.stringMatching(/^net {3}unchanged\nshop {2}unchanged/)]);
    expect(run("destroy", ...REHEARSED).stdout).toMatch(/net {3}destroyed: 1 destroyed/);
    expect(readdirSync(join(folder, ".terroir", "rehearsal", "open"))).toEqual([]);
  });

  it("ends with 1 when the guard refuses, and with 3 when the engine fails", () => {
    const bad = here({ shop: buckets(1, {}, "BHS") }).run("deploy", ...REHEARSED);
    expect([bad.code, bad.stderr]).toEqual([1, expect.stringMatching(/residency\/region[\s\S]*Nothing was planned/)]);
    const { folder, run } = here();
    writeFileSync(join(folder, "faults.json"), JSON.stringify([{ on: "create", kind: "quota" }]));
    const failed = run("deploy", ...REHEARSED, "--faults", "faults.json");
    expect(failed.code).toBe(3);
    expect(failed.stdout).toMatch(
      /net: apply failed\n {2}Error: Quota exceeded[\s\S]*ovh_cloud_project_storage\.b0[\s\S]*True now:\n {4}Nothing was made, changed or deleted/,
    );
    expect(failed.stdout).toMatch(/All that the engine said: .*apply\.log/);
  });

  it("takes in what exists already", () => {
    const { folder, run } = here({ shop: buckets(1) });
    run("deploy", ...REHEARSED);
    const file = join(folder, ".terroir", "rehearsal", "world.json.states", "shop.tfstate");
    const state = JSON.parse(readFileSync(file, "utf8")) as { resources: unknown[]; serial: number };
    writeFileSync(file, JSON.stringify({ ...state, resources: [], serial: state.serial + 1 }));
    const args = [
      "import",
      "shop",
      "ovh_cloud_project_storage.b0",
      "abc/GRA/shop-0",
      "--path",
      "cdktf.out",
      "--policy",
      "policy.json",
      "--rehearse",
    ];
    const taken = run(...args);
    expect([taken.code, taken.stdout]).toEqual([0, expect.stringMatching(/^shop {2}imported: .*1 imported/)]);
    expect(run(...args).stdout).toMatch(/^shop {2}unchanged: it is in the state already/);
  });
});

describe("what is said before any engine runs", () => {
  it.each([
    [["plan", ...REHEARSED, "--target", "ovh_x.y"], 2, /It is for emergencies[\s\S]*--target 'ovh_x\.y' --target 'ovh_x\.y'/],
    [["plan", ...REHEARSED, "--only", "shpo"], 2, /There is no stack shpo\. There are: net, shop/],
    [["plan", ...REHEARSED, "--parallel", "0"], 2, /whole number from 1 on/],
    [["deploy", ...REHEARSED, "--require-record-from", "k.pem"], 2, /name their folder with --plans/],
    [["deploy", ...REHEARSED, "--plans", "nowhere"], 2, /There is no folder of plans nowhere/],
    [
      ["deploy", ...REHEARSED, "--records", join(process.execPath, "records")],
      2,
      /records is no folder that can be written to: .*Name another/,
    ],
    [["deploy", ...REHEARSED, "--lock-timeout", "soon"], 2, /soon is no duration/],
    [["plan", "nowhere", "--rehearse"], 2, /nowhere is no synthesized folder: there is no nowhere.manifest\.json/],
    [["deploy", ...REHEARSED, "--only", ""], 2, /--only names no stack/],
    [["deploy", ...REHEARSED, "--only", ","], 2, /--only names no stack/],
    [
      ["import", "net", "ovh_cloud_project_storage.media", "x", "--path", "cdktf.out", "--policy", "policy.json", "--rehearse"],
      2,
      /net writes no resource ovh_cloud_project_storage\.media[\s\S]*Of this type it writes ovh_cloud_project_storage\.b0\./,
    ],
    [["verify", "nothing.json", "plan.json"], 2, /There is no record nothing\.json/],
  ] as const)("terroir %j", (args, code, says) => {
    const ended = here().run(...args);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringMatching(says)]);
  });

  // A call that never came back, once: Node makes several folders at once for ever where one cannot be made.
  it.runIf(existsSync("/proc/self"))("does not hang over a folder that no disk has", () => {
    const ended = here().run("deploy", ...REHEARSED, "--records", "/proc/records/of/mine");
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringMatching(/\/proc\/records\/of\/mine is no folder that can be written to/)]);
  });

  it("names every variable without a value, and who needs it", () => {
    const { run } = here({ a: buckets(1, { document: { variable: { key: { sensitive: true }, size: {} } } }) });
    const ended = run("plan", "cdktf.out", "--policy", "policy.json", "--var", "size=1");
    expect([ended.code, ended.stderr]).toEqual([
      2,
      expect.stringMatching(/These variables have no value:\n {2}key \(secret\): a\n.*TF_VAR_key/),
    ]);
  });

  it("shows the graph in four forms", () => {
    const { run } = here();
    expect(run("graph", "cdktf.out").stdout).toMatch(
      /^1\. net {3}state: local {2}content: [0-9a-f]{12}\n2\. shop {2}state: local {2}content: [0-9a-f]{12} {2}after net\n$/,
    );
    expect(JSON.parse(run("graph", "cdktf.out", "--json").stdout)).toMatchObject({
      format: 1,
      stacks: [{ name: "net" }, { name: "shop" }],
    });
    expect(run("graph", "cdktf.out", "--format", "dot").stdout).toContain('"net" -> "shop";');
    expect(run("graph", "cdktf.out", "--format", "mermaid").stdout).toContain("s0 --> s1");
  });
});

const stacksIn = (json: string): readonly string[] =>
  (JSON.parse(json) as { stacks: readonly { stack: string }[] }).stacks.map(({ stack }) => stack);

function commit(folder: string): void {
  for (const args of [
    ["init", "-q"],
    ["add", "."],
    ["-c", "user.name=t", "-c", "user.email=t@example.eu", "commit", "-qm", "one"],
  ])
    spawnSync("git", args, { cwd: folder });
}

describe.runIf(anyEngine)("--changed-since", () => {
  it("goes by content: a stack whose files say the same is left out", () => {
    const { folder, run } = here();
    cpSync(join(folder, "cdktf.out"), join(folder, "before"), { recursive: true });
    writeFileSync(join(folder, "before.json"), run("graph", "before", "--json").stdout);
    write({ ...STACKS, net: buckets(2) }, join(folder, "cdktf.out"));
    const planned = run("plan", ...REHEARSED, "--changed-since", "before.json", "--json");
    expect(stacksIn(planned.stdout)).toEqual(["net"]);
    write(STACKS, join(folder, "cdktf.out"));
    expect(run("plan", ...REHEARSED, "--changed-since", "before.json").stdout).toBe("No stack changed: nothing to do.\n");
  });

  it("finds the graph of a commit", () => {
    const { folder, run } = here();
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ app: "true", output: "cdktf.out" }));
    writeFileSync(join(folder, "cdktf.out", "graph.json"), run("graph", "cdktf.out", "--json").stdout);
    commit(folder);
    expect(run("plan", ...REHEARSED, "--changed-since", "HEAD").stdout).toBe("No stack changed: nothing to do.\n");
    const unknown = run("plan", ...REHEARSED, "--changed-since", "nothing");
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringMatching(/git knows no such commit/)]);
  });

  it("synthesizes a commit that keeps no graph again, unless it had other packages", () => {
    const { folder, run } = here();
    const kept = join(folder, "written");
    cpSync(join(folder, "cdktf.out"), kept, { recursive: true });
    writeFileSync(join(folder, ".gitignore"), "cdktf.out\n.terroir\nuser\ncache\n");
    writeFileSync(join(folder, "package-lock.json"), "{}\n");
    writeFileSync(
      join(folder, "app.mjs"),
      'import { cpSync } from "node:fs"; cpSync("written", process.env.CDKTF_OUTDIR, { recursive: true });',
    );
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ app: `"${process.execPath}" app.mjs`, output: "cdktf.out" }));
    commit(folder);
    for (const out of [kept, join(folder, "cdktf.out")]) write({ ...STACKS, shop: buckets(2) }, out);
    const since = () => run("plan", ...REHEARSED, "--changed-since", "HEAD", "--json");
    const planned = since();
    expect(planned.stderr).toMatch(/Synthesizing [0-9a-f]{10}, to see what changed since/);
    expect(stacksIn(planned.stdout)).toEqual(["shop"]);
    expect(spawnSync("git", ["worktree", "list"], { cwd: folder, encoding: "utf8" }).stdout.trim().split("\n")).toHaveLength(1);

    writeFileSync(join(folder, "package-lock.json"), '{ "lockfileVersion": 3 }\n');
    const other = since();
    expect(other.stderr).toMatch(/had other packages than are installed here: every stack counts as changed/);
    expect(stacksIn(other.stdout)).toEqual(["net", "shop"]);
  });

  it("says what is wanted where there is no repository", () => {
    const cwd = folderWith({ "x.json": {} });
    expect(terroir(["plan", "x", "--changed-since", "HEAD"], { cwd }).code).toBe(2);
  });
});
