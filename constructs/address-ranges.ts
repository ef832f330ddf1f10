import type { IConstruct } from "constructs";
import type { AddressRange } from "../clouds/contract/index.ts";
import { sourcesProp } from "./cidr-prop.ts";
import { Network } from "./network.ts";

/** Who may reach a managed product: a block of addresses, one with a word on whose it is, or a network with all its subnets. */
export type Source = string | AddressRange | Network;

/** Sources as blocks of addresses: at least one, valid, and none that is nearly everyone. */
export function rangesOf(self: IConstruct, prop: string, sources: readonly Source[]): readonly AddressRange[] {
  const ranges = sources.flatMap((source): readonly AddressRange[] => {
    if (Network.isNetwork(source))
      return source.subnets.map(({ id, cidr }) => ({ cidr, description: `${source.node.path}, subnet ${id}` }));
    return [typeof source === "string" ? { cidr: source, description: `Allowed by ${self.node.path}` } : source];
  });
  sourcesProp(
    self,
    prop,
    ranges.map(({ cidr }) => cidr),
  );
  return ranges;
}
