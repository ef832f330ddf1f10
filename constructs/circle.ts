import type { TerraformStack } from "cdktf";

/** Why a stack cannot wait for another: the way on which that one waits for it already. */
export function circularText(stack: TerraformStack, dependency: TerraformStack): string {
  const way = wayTo(stack, dependency).map(({ node }) => node.id);
  const name = stack.node.id;
  if (way.length < 2) return `The stack ${name} cannot wait for itself.`;
  return (
    `The stack ${name} cannot wait for ${way[0]}, which waits for it already (${way.join(" → ")}). ` +
    "Put what both need into a third stack that neither of them is needed for, or leave out one of the two: addDependency, or a value that one reads of the other."
  );
}

function wayTo(end: TerraformStack, from: TerraformStack): readonly TerraformStack[] {
  if (from === end) return [end];
  const next = from.dependencies.find((one) => one === end || one.dependsOn(end));
  return next === undefined ? [from] : [from, ...wayTo(end, next)];
}
