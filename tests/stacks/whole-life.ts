import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { expect } from "vitest";
import { planJudge } from "../../cli/plan-judge.ts";
import { type Engine, findEngine } from "../../engines/index.ts";
import type { Policy } from "../../guard/index.ts";
import { rehearse } from "../../rehearsal/index.ts";

/** Where CI keeps what lived, from its first run of the tests to the one with the older library. */
const LIVED = process.env["TERROIR_LIVED"];

/**
 * Lets stacks live their whole life with the real engine: every phase passes, a second plan finds nothing to do, and what was made is destroyed. Under a
 * policy the guard judges each plan as well: it sees less of one than of the program that it was made from, and refuses what it cannot see.
 * Where the older library writes what the newer wrote, to the byte, the engine would do the same again, and is not asked.
 */
export async function wholeLife(folders: readonly string[], policy?: Policy): Promise<void> {
  const { engine } = await findEngine();
  if (engine === null) throw new Error("no engine was found: install OpenTofu");
  const lived = LIVED === undefined ? undefined : join(LIVED, digest(engine, folders));
  if (lived !== undefined && existsSync(lived)) return;
  const named = folders.map((folder) => ({ folder, name: basename(folder) }));
  const judge = policy === undefined ? {} : { judge: planJudge(policy, named).judge };
  const { stacks } = await rehearse({ engine, stacks: named, ...judge });
  for (const { name, phases } of stacks) {
    const of = (phase: string) => phases.find((one) => one.phase === phase)?.counts;
    expect(phases.filter(({ ok }) => !ok).map(({ phase, failure }) => `${name}: ${phase}: ${failure}`)).toEqual([]);
    expect([name, of("plan-again")]).toEqual([name, { add: 0, change: 0, destroy: 0, import: 0 }]);
    expect([name, of("destroy")?.destroy]).toEqual([name, of("plan")?.add]);
  }
  if (LIVED === undefined || lived === undefined) return;
  mkdirSync(LIVED, { recursive: true });
  writeFileSync(lived, "");
}

/** Of the engine and every file, but for what is nothing to a rehearsal: the library's comments, its own release among them, and where states would be, below this folder. */
function digest({ kind, version }: Engine, folders: readonly string[]): string {
  const hash = createHash("sha256").update(`${kind} ${version}`);
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, "utf8").replaceAll(relative(folder, process.cwd()), ".");
      const said = file.endsWith(".json") ? JSON.stringify(JSON.parse(text), (key, value) => (key === "//" ? undefined : value)) : text;
      hash.update(`${relative(folder, file)}\n${said}\n`);
    }
  return hash.digest("hex");
}
