import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeFolder, verdictCache } from "../../../delivery/gate/judge-folder.ts";
import { readGraph } from "../../../delivery/graph/index.ts";
import { definePolicy, type Policy } from "../../../guard/index.ts";
import { program, scratch } from "../../rehearsal/programs.ts";
import { buckets, policy, project, write } from "../run/project.ts";

const env = () => ({ XDG_CACHE_HOME: scratch(), XDG_STATE_HOME: scratch() });
type Env = ReturnType<typeof env>;
const entries = ({ XDG_CACHE_HOME: folder }: Env): string => join(folder, "terroir", "verdicts");
const keyFile = ({ XDG_STATE_HOME: folder }: Env): string => join(folder, "terroir", "cache-key");

const verdict = (folder: string, where: Env, by: Policy = policy) =>
  judgeFolder({ folder, graph: readGraph(folder), policy: by, terroir: "0.0.0", cache: verdictCache(where) });

/** Puts a verdict into the cache that nobody gave: with a right code, or beside the code of another. */
function forge(where: Env, { right }: { readonly right: boolean }): void {
  const [name = ""] = readdirSync(entries(where));
  const file = join(entries(where), name);
  const [code = "", body = ""] = readFileSync(file, "utf8").split("\n");
  const other = { ...(JSON.parse(body) as object), policy: right ? "forged" : "forged again" };
  if (right) verdictCache(where).write(name, other);
  else writeFileSync(file, `${code}\n${JSON.stringify(other)}`);
}

describe("a verdict that is cached", () => {
  it("is taken for the same folder, policy, catalogue and day", () => {
    const [{ out }, where] = [project({ a: buckets(1) }), env()];
    const first = verdict(out, where);
    expect(first.verdict).toBe("inside");
    expect(verdict(out, where)).toEqual(first);
    // That it is taken is seen by one that says something else.
    forge(where, { right: true });
    expect(verdict(out, where).policy).toBe("forged");
  });

  it.each<readonly [string, (where: Env) => void]>([
    ["was written without the key", (where) => forge(where, { right: false })],
    ["was written with another key", (where) => rmSync(keyFile(where))],
    ["could have been written by whoever reads the key", (where) => chmodSync(keyFile(where), 0o644)],
    ["is cut off", (where) => writeFileSync(join(entries(where), readdirSync(entries(where))[0] ?? ""), "ab")],
  ])("is judged anew when it %s", (_, change) => {
    const [{ out }, where] = [project({ a: buckets(1) }), env()];
    verdict(out, where);
    forge(where, { right: true });
    change(where);
    expect(verdict(out, where).policy).toBe("tests");
  });

  it("is another's when the folder, or the policy, is another", () => {
    const [{ out }, where] = [project({ a: buckets(1) }), env()];
    verdict(out, where);
    forge(where, { right: true });
    expect(verdict(out, where, definePolicy({ name: "b", backends: { local: true } })).policy).toBe("b");
    write({ a: buckets(2) }, out);
    expect(verdict(out, where).policy).toBe("tests");
  });

  it("is never a refusal, nor of a folder that holds more than its graph says", () => {
    const where = env();
    expect(verdict(project({ a: buckets(1, {}, "BHS") }).out, where).verdict).toBe("refused");
    const { out } = project({ a: buckets(1) });
    program({ "stacks/stray/main.tf.json": { locals: {} } }, out);
    verdict(out, where);
    expect(existsSync(entries(where))).toBe(false);
  });
});
