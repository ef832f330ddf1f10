import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { isSameState } from "./backend.ts";
import type { Graph, GraphStack } from "./graph.ts";
import { levelsOf } from "./levels.ts";
import { listedIn } from "./manifest.ts";
import { contentOf } from "./stack-content.ts";

/**
 * The graph of a synthesized folder, from its manifest and from what its stacks' files say.
 *
 * @param shown the folder as the user knows it, for messages. @default `folder`
 * @throws InputError when stacks depend on each other in a circle, or when the folder is no synthesis
 */
export function graphOf(folder: string, shown: string = folder): Graph {
  const found = listedIn(folder).map((listed) => {
    const path = join(folder, listed.folder);
    if (!existsSync(path))
      throw new InputError(
        `${join(shown, "manifest.json")} names the stack folder ${listed.folder}, which is not there. Synthesize again.`,
      );
    return { ...listed, ...contentOf(path, listed.folder) };
  });
  const stacks = found.map(({ reads, dependsOn, ...stack }) => {
    const inputs = reads.map(({ data, backend, outputs }) => ({
      data,
      stack: found.find((other) => other.name !== stack.name && isSameState(other.backend, backend))?.name ?? null,
      outputs,
    }));
    const read = inputs.flatMap((input) => input.stack ?? []);
    return { ...stack, inputs, dependsOn: [...new Set([...dependsOn, ...read])].sort() };
  });
  const levels = levelsOf(new Map(stacks.map(({ name, dependsOn }) => [name, dependsOn])), join(shown, "manifest.json"));
  return { format: 1, stacks: stacks.map((stack) => inOrder({ ...stack, level: levels.get(stack.name) ?? 0 })).sort(byLevel) };
}

/** Keys in the order in which a person reads them. */
const inOrder = ({ name, folder, dependsOn, level, inputs, backend, providers, variables, digest }: GraphStack): GraphStack => ({
  name,
  folder,
  dependsOn,
  level,
  inputs,
  backend,
  providers,
  variables,
  digest,
});

const byLevel = (a: GraphStack, b: GraphStack): number => a.level - b.level || (a.name < b.name ? -1 : 1);
