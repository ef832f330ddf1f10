import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { placeOf } from "./place-of.ts";

const NETWORKS = Symbol.for("terroir.networks");

type Stack = TerraformStack & { [NETWORKS]?: Construct[] };

export function rememberNetwork(network: Construct): void {
  const stack = TerraformStack.of(network) as Stack;
  if (stack[NETWORKS] === undefined) Object.defineProperty(stack, NETWORKS, { value: [] });
  stack[NETWORKS]?.push(network);
}

/** The one network of the stack at the same place; undefined where there is none, or several among which nothing chooses. */
export function onlyNetworkBeside<N extends Construct>(self: Construct): N | undefined {
  const here = placeOf(self).id;
  const beside = ((TerraformStack.of(self) as Stack)[NETWORKS] ?? []).filter((network) => placeOf(network).id === here);
  return beside.length === 1 ? (beside[0] as N) : undefined;
}
