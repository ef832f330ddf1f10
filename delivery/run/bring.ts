import { dirname } from "node:path";
import { TerroirError } from "../../catalogue/errors.ts";
import type { Graph, GraphStack } from "../graph/index.ts";
import type { Workplace } from "../workplace/workplace.ts";

/** Brings what is recorded of a stack to its place beside the state, if that is elsewhere. */
export async function bring(workplace: Workplace, stack: GraphStack): Promise<void> {
  const beside = workplace.recordsBeside(stack);
  if (beside !== null && typeof beside !== "string") await beside.bring(workplace.recordsOf(stack));
}

/** What an earlier run could not bring beside a state. A store that is still gone is told of by whatever needs it. */
export async function bringAll(workplace: Workplace, graph: Graph, say: (line: string) => void): Promise<void> {
  for (const [why, stacks] of reasons(workplace, graph))
    say(
      `Records of ${shortList(stacks)} stay on this machine, in ${dirname(workplace.recordsOf(stacks[0] as GraphStack))}, and are not brought beside the states: ${why}. Where the machine is thrown away, keep that folder, or name another: --records.`,
    );
  for (const stack of graph.stacks)
    try {
      await bring(workplace, stack);
    } catch (error) {
      if (!(error instanceof TerroirError)) throw error;
      say(`${stack.name}: records of earlier runs are still here, in ${workplace.recordsOf(stack)}: ${error.message}`);
    }
}

function reasons(workplace: Workplace, { stacks }: Graph): ReadonlyMap<string, readonly GraphStack[]> {
  const found = new Map<string, GraphStack[]>();
  for (const stack of stacks) {
    const why = workplace.recordsBeside(stack);
    if (typeof why === "string") found.set(why, [...(found.get(why) ?? []), stack]);
  }
  return found;
}

const shortList = (stacks: readonly GraphStack[]): string => {
  const names = stacks.map(({ name }) => name);
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
};
