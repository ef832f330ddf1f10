import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { errorsIn } from "../../engines/error.ts";
import { type Engine, EngineError, engineIn, isolated, quiet } from "../../engines/index.ts";
import { run } from "../../engines/process.ts";
import { program, scratch } from "../rehearsal/programs.ts";
import { engines } from "../rehearsal/real-engines.ts";
import { programs } from "./fake.ts";

const fake = (script: string): Engine => ({
  kind: "opentofu",
  version: "1.12.6",
  from: "cache",
  path: join(programs({ tofu: script }), "tofu"),
});

describe("processes", () => {
  it("give every line as it comes, and the whole", async () => {
    const lines: string[] = [];
    const path = join(programs({ p: 'printf "one\\ntwo"; echo err >&2; exit 4' }), "p");
    const result = await run(path, [], { cwd: ".", env: process.env, line: (text, stream) => lines.push(`${stream} ${text}`) });
    expect(result).toEqual({ code: 4, endedBy: null, stdout: "one\ntwo", stderr: "err\n" });
    expect(lines.sort()).toEqual(["stderr err", "stdout one", "stdout two"]);
  });

  it("are stopped with everything that they started", async () => {
    const folder = scratch();
    const path = join(programs({ p: `trap 'exit 9' INT\nsleep 60 & echo $! > ${folder}/child\nwait` }), "p");
    const stop = new AbortController();
    const running = run(path, [], { cwd: folder, env: process.env, signal: stop.signal });
    for (let i = 0; i < 200 && !existsSync(`${folder}/child`); i++) await wait(20);
    await wait(50);
    stop.abort();
    const result = await running;
    expect(result.code === 9 || result.endedBy === "SIGINT").toBe(true);
    // A shell's background child ignores the interrupt; it must be gone all the same.
    const child = readFileSync(`${folder}/child`, "utf8").trim();
    await wait(200);
    // Gone, or dead and not yet collected by whoever inherited it.
    expect(spawnSync("ps", ["-o", "stat=", "-p", child], { encoding: "utf8" }).stdout.trim()).toMatch(/^(Z.*)?$/);
  });

  it("that do not exist are an error of the caller's", async () => {
    await expect(run("/nowhere/tofu", [], { cwd: ".", env: {} })).rejects.toThrow(/ENOENT/);
  });

  it("are not begun when it is too late", async () => {
    await expect(run("/bin/sh", ["-c", "true"], { cwd: ".", env: {}, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe("failures", () => {
  it.each([
    [
      "a wrong passphrase, which looks like a lock",
      "Error: Error acquiring the state lock\n\nError message: decryption failed for all provided methods",
      /could not be decrypted.*not locked/,
    ],
    [
      "encryption under Terraform",
      'Error: Unsupported block type\n\nBlocks of type "encryption" are not expected here.',
      /Terraform knows no state encryption/,
    ],
  ])("are translated where they mislead: %s", async (_, said, words) => {
    const engine = engineIn(fake(`cat >&2 <<'EOF'\n${said}\nEOF\nexit 1`), { cwd: ".", env: process.env });
    const error: unknown = await engine.init().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).message).toMatch(words);
    expect((error as EngineError).message).toContain(said.split("\n")[0]);
    expect(error).toMatchObject({ command: "OpenTofu init", code: 1 });
  });

  it("keep the engine's words without their frame", () => {
    expect(errorsIn("Initializing…\n╷\n│ Error: No such thing\n│ \n│   on main.tf line 1:\n│    1: x\n╵\n")).toBe(
      "Error: No such thing\n\n  on main.tf line 1:\n   1: x",
    );
    expect(errorsIn(`${"Error: execution halted\n\n".repeat(3)}Error: Another\n`)).toBe(
      "Error: execution halted\n(3 times)\n\nError: Another",
    );
    expect(errorsIn("nothing that looks like one")).toBe("nothing that looks like one");
  });
});

describe("environments", () => {
  const mine = {
    PATH: "/bin",
    HOME: "/home/x",
    TF_VAR_x: "1",
    TF_CLI_ARGS: "-lock=false",
    TF_REATTACH_PROVIDERS: "{}",
    AWS_SECRET_ACCESS_KEY: "s",
    OVH_CONSUMER_KEY: "s",
    OS_PASSWORD: "s",
    LC_ALL: "C",
    https_proxy: "p",
  };
  it("of a rehearsal have no credential and nothing that changes the run", () => {
    expect(isolated(mine, { TF_REATTACH_PROVIDERS: "ours" })).toEqual({
      PATH: "/bin",
      HOME: "/home/x",
      LC_ALL: "C",
      https_proxy: "p",
      TF_IN_AUTOMATION: "1",
      TF_INPUT: "0",
      CHECKPOINT_DISABLE: "1",
      TF_REATTACH_PROVIDERS: "ours",
    });
  });
  it("of a real run are the user's, made quiet", () => {
    expect(quiet(mine)).toEqual({ ...mine, TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1" });
  });
});

describe.each(engines)("the commands of %s", (_, engine) => {
  const folder = () =>
    program({
      "main.tf.json": { resource: { terraform_data: { x: { input: "a" } } }, output: { x: { value: "${terraform_data.x.output}" } } },
    });
  const at = (cwd: string) => engineIn(engine, { cwd, env: isolated(process.env, {}) });

  it("play a life", async () => {
    const cwd = folder();
    const e = at(cwd);
    await e.init();
    await e.validate();
    expect((await e.plan("p")).changes).toBe(true);
    expect(await e.show("p")).toMatchObject({ resource_changes: [{ address: "terraform_data.x", change: { actions: ["create"] } }] });
    await e.apply("p");
    expect(await e.show()).toMatchObject({ values: { outputs: { x: { value: "a" } } } });
    expect((await e.plan("p")).changes).toBe(false);
    await e.refresh();
    await e.command(["state", "rm", "terraform_data.x"]);
    await e.import("terraform_data.x", "some-id");
    await e.destroy();
    expect(readFileSync(join(cwd, "terraform.tfstate"), "utf8")).toContain('"resources": []');
  });

  it("fail with what was asked and what was said", async () => {
    const e = at(program({ "main.tf.json": { resource: { terraform_data: { x: { inptu: "a" } } } } }));
    await e.init();
    await expect(e.validate()).rejects.toThrow(/validate failed \(exit code 1\)[\s\S]*inptu/);
  });
});
