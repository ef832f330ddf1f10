import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import type { Graph, GraphStack } from "../../delivery/graph/index.ts";

/** Says which values are missing before any engine runs, all of them at once. */
export function requireVariables(folder: string, graph: Graph, selected: readonly string[], given: Readonly<Record<string, string>>): void {
  const missing = missingVariables(
    folder,
    graph.stacks.filter(({ name }) => selected.includes(name)),
    given,
  );
  if (missing.size === 0) return;
  const lines = [...missing].map(
    ([name, { sensitive, stacks }]) =>
      `  ${name}${sensitive ? " (secret)" : ""}: ${stacks.slice(0, 5).join(", ")}${stacks.length > 5 ? ` and ${stacks.length - 5} more` : ""}`,
  );
  const [first = ""] = missing.keys();
  throw new InputError(
    `These variables have no value:\n${lines.join("\n")}\nGive them in the environment, TF_VAR_${first}=…, or with --var; secrets in the environment only. To try without: --rehearse.`,
  );
}

export interface MissingVariable {
  readonly sensitive: boolean;
  /** The stacks that need it. */
  readonly stacks: string[];
}

/** Variables that have no value, neither here nor in a file beside their stack, by name. */
export function missingVariables(
  folder: string,
  stacks: readonly GraphStack[],
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, MissingVariable> {
  const missing = new Map<string, MissingVariable>();
  for (const stack of stacks) {
    const set = setBeside(join(folder, stack.folder));
    for (const { name, sensitive } of stack.variables) {
      if (Object.hasOwn(given, name) || process.env[`TF_VAR_${name}`] !== undefined || set.has(name)) continue;
      const known = missing.get(name) ?? { sensitive, stacks: [] };
      known.stacks.push(stack.name);
      missing.set(name, known);
    }
  }
  return missing;
}

function setBeside(folder: string): ReadonlySet<string> {
  const names = readdirSync(folder).filter((name) => /(?:^terraform|\.auto)\.tfvars\.json$/.test(name));
  return new Set(names.flatMap((name) => Object.keys(JSON.parse(readFileSync(join(folder, name), "utf8")) as object)));
}
