import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { RehearsalError } from "../rehearsal-error.ts";
import { readConfiguration } from "../staging/configuration.ts";
import { mirrorAbove, reach, requireLast } from "../staging/stage.ts";
import { blocksOf, QUESTION } from "./schema.ts";
import type { StandIns } from "./simulations.ts";

/** Not before an apply, in any engine. */
const NOT_KNOWN = "${uuid()}";

const OVERRIDE = "zzz_terroir_unasked_override.tf.json";

/** Each gets a folder of its own. */
const MOST_MODULES = 200;

interface Recorded {
  readonly Key: string;
  readonly Dir: string;
}

/**
 * Keeps an engine from asking: what a question depends on is not known, so that its answer is not either. The root gets a file that adds this to its
 * data sources, and empties their blocks; a module gets a folder of its own, in which such a file stands beside links to all the others.
 *
 * @param copy the working copy, after `init`
 */
export function leaveUnasked(copy: string, { questions, written }: StandIns): void {
  const byModule = new Map<string, object[]>();
  for (const address of new Set(questions)) {
    const steps = address.split(".");
    const [mode = "", type = "", name = ""] = steps.slice(-3);
    const key = steps
      .slice(0, -3)
      .filter((_, i) => i % 2 === 1)
      .join(".");
    // Terraform overrides nothing ephemeral, and takes an answer that is not known; OpenTofu does the one, and not the other.
    const body = notKnown(mode === "data" ? blocksOf(written.data.get(type)) : []);
    byModule.set(key, [...(byModule.get(key) ?? []), { [mode]: { [type]: { [name]: body } } }]);
  }
  const list = join(copy, ".terraform", "modules", "modules.json");
  const recorded: { Modules: Recorded[] } = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : { Modules: [] };
  if (byModule.size > MOST_MODULES)
    throw new RehearsalError("not-simulated", `More than ${MOST_MODULES} modules ask what is not simulated.`);
  for (const [key, override] of byModule) {
    const at = recorded.Modules.findIndex(({ Key }) => Key === key);
    const found = recorded.Modules[at];
    const folder = key === "" ? copy : found && ownFolder(copy, found.Dir, String(at));
    if (folder === undefined) throw new RehearsalError("not-simulated", `The engine knows no module.${key}.`);
    requireLast(OVERRIDE, folder);
    writeFileSync(join(folder, OVERRIDE), JSON.stringify(override), { mode: 0o600 });
    if (found !== undefined && key !== "")
      recorded.Modules[at] = { ...found, Dir: relative(realpathSync(copy), folder).split(sep).join("/") };
  }
  if (recorded.Modules.length > 0) writeFileSync(list, JSON.stringify(recorded));
}

const notKnown = (blocks: readonly string[]): object => ({
  [QUESTION]: NOT_KNOWN,
  ...Object.fromEntries(blocks.map((name) => [name, {}])),
});

/** A module's folder in which a file can be added, its surroundings around it as far as it reaches. */
function ownFolder(copy: string, dir: string, name: string): string {
  const source = realpathSync(resolve(copy, dir));
  const into = join(realpathSync(copy), ".terraform", "terroir", name);
  mkdirSync(into, { recursive: true });
  const folder = mirrorAbove(source, into, reach(readConfiguration(source).text));
  for (const entry of readdirSync(source)) symlinkSync(join(source, entry), join(folder, entry));
  return folder;
}
