import { mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { atLeast, explainMissing, type FindOptions, findEngine, PINNED } from "../../engines/index.ts";
import { cachedTofu } from "../../engines/locate.ts";
import { requireReadableLock } from "../../engines/own-lock.ts";
import { scratch } from "../rehearsal/programs.ts";
import { programs, says } from "./fake.ts";

const tofu = says("OpenTofu v1.12.6");
const terraform = says("Terraform v1.11.4");

/** Finds with nothing but these programs on the PATH, and an empty cache. */
function find(scripts: Record<string, string>, more: Record<string, string> = {}, options: FindOptions = {}) {
  return findEngine({ fetch: false, ...options, env: { PATH: programs(scripts), XDG_CACHE_HOME: scratch(), ...more } });
}

describe("the order", () => {
  it.each([
    ["tofu before terraform", { tofu, terraform }, "opentofu", "tofu on PATH"],
    ["terraform alone", { terraform }, "terraform", "terraform on PATH"],
    ["a tofu that is too old gives way", { tofu: says("OpenTofu v1.9.1"), terraform }, "terraform", "terraform on PATH"],
    ["a tofu that is none gives way", { tofu: says("hello"), terraform }, "terraform", "terraform on PATH"],
    ["a tofu that fails gives way", { tofu: "exit 3", terraform }, "terraform", "terraform on PATH"],
    ["a terraform that is OpenTofu is known for what it is", { terraform: tofu }, "opentofu", "terraform on PATH"],
  ])("%s", async (_, scripts, kind, from) => {
    const { engine, why } = await find(scripts);
    expect(engine).toMatchObject({ kind, from });
    expect(why.at(-1)).toMatchObject({ outcome: "used" });
    expect(why.filter((c) => c.outcome === "used")).toHaveLength(1);
  });

  it("takes what TERRAFORM_BINARY_NAME says, a path or a name", async () => {
    const folder = programs({ mine: says("OpenTofu v1.11.0") });
    expect((await find({ tofu }, { TERRAFORM_BINARY_NAME: join(folder, "mine") })).engine).toMatchObject({
      version: "1.11.0",
      from: "TERRAFORM_BINARY_NAME",
    });
    expect((await find({ tofu, other: says("Terraform v1.10.0") }, { TERRAFORM_BINARY_NAME: "other" })).engine).toMatchObject({
      version: "1.10.0",
    });
  });

  it.each([
    ["missing", "nowhere", "missing"],
    ["too old", "old", "too-old"],
  ])("asks for no other when the named one is %s", async (_, name, outcome) => {
    const { engine, why } = await find({ tofu, old: says("OpenTofu v1.6.0") }, { TERRAFORM_BINARY_NAME: name });
    expect(engine).toBeNull();
    expect(why).toEqual([expect.objectContaining({ from: "TERRAFORM_BINARY_NAME", outcome })]);
  });

  it("looks into the cache when the PATH has none", async () => {
    const cache = scratch();
    const file = cachedTofu({ XDG_CACHE_HOME: cache });
    mkdirSync(dirname(file), { recursive: true });
    programs({ tofu }, dirname(file));
    const { engine } = await find({}, { XDG_CACHE_HOME: cache });
    expect(engine).toMatchObject({ from: "cache", path: file, version: PINNED });
  });
});

describe("where there is something that only OpenTofu reads", () => {
  const cached = (): Record<string, string> => {
    const cache = scratch();
    const file = cachedTofu({ XDG_CACHE_HOME: cache });
    mkdirSync(dirname(file), { recursive: true });
    programs({ tofu }, dirname(file));
    return { XDG_CACHE_HOME: cache };
  };

  it("takes the one in the cache before a terraform, and terraform where there is none", async () => {
    const first = { openTofuFirst: true };
    expect((await find({ terraform }, cached())).engine).toMatchObject({ kind: "terraform" });
    const { engine, why } = await find({ terraform }, cached(), first);
    expect([engine?.kind, engine?.from, why.map((c) => c.outcome)]).toEqual(["opentofu", "cache", ["not-tried", "missing", "used"]]);
    expect((await find({ terraform }, {}, first)).engine).toMatchObject({ kind: "terraform", from: "terraform on PATH" });
    expect((await find({ terraform }, { ...cached(), TERRAFORM_BINARY_NAME: "terraform" }, first)).engine).toMatchObject({
      kind: "terraform",
    });
  });
});

describe("when there is none", () => {
  it("says every place that was looked at and what to do", async () => {
    const search = await find({ tofu: says("OpenTofu v1.8.2"), terraform: says("Terraform v1.5.7\nYour version is out of date!") });
    expect(search.engine).toBeNull();
    expect(search.why.map((c) => [c.from, c.outcome])).toEqual([
      ["TERRAFORM_BINARY_NAME", "not-tried"],
      ["tofu on PATH", "too-old"],
      ["terraform on PATH", "too-old"],
      ["cache", "missing"],
      ["official release", "not-tried"],
      ["build from source", "not-tried"],
    ]);
    const text = explainMissing(search);
    expect(text).toContain("OpenTofu 1.8.2 is too old: 1.10.0 or newer");
    expect(text).toContain("Terraform 1.5.7 is too old: 1.9.0 or newer");
    expect(text).toContain("https://opentofu.org/docs/intro/install/");
    expect(text).not.toMatch(/\n\s+at /);
  });

  it("fetches nothing when nobody can be told", async () => {
    const { why } = await find({}, {}, { fetch: true });
    expect(why.slice(-2).map((c) => c.outcome)).toEqual(["not-tried", "not-tried"]);
  });
});

describe("versions", () => {
  it.each([
    ["1.10.0", "1.10.0", true],
    ["1.9.9", "1.10.0", false],
    ["1.10.0-rc1", "1.10.0", true],
    ["2.0.0", "1.10.0", true],
    ["1.12.6+build", "1.12.6", true],
    ["0.15.5", "1.9.0", false],
  ])("%s is at least %s: %s", (version, oldest, expected) => expect(atLeast(version, oldest)).toBe(expected));
});

/** Sparse: nothing of it is on the disk. */
function huge(path: string): void {
  writeFileSync(path, "");
  truncateSync(path, 2 ** 30);
}

describe("a lock file that no engine would come to the end of", () => {
  it.each([
    ["is larger than anybody's", huge, /is larger than 32 MiB/],
    ["is no file", (path: string) => mkdirSync(path), /is no file/],
  ])("is refused before one is asked: it %s", (_, make, says) => {
    const folder = scratch();
    expect(() => requireReadableLock(folder)).not.toThrow();
    writeFileSync(join(folder, ".terraform.lock.hcl"), "");
    expect(() => requireReadableLock(folder)).not.toThrow();
    rmSync(join(folder, ".terraform.lock.hcl"));
    make(join(folder, ".terraform.lock.hcl"));
    expect(() => requireReadableLock(folder)).toThrow(says);
  });
});
