import type { Construct } from "constructs";
import { cidrProp } from "./cidr-prop.ts";
import { moving } from "./moving.ts";
import type { Network } from "./network.ts";
import { refuse } from "./refuse.ts";

/** By network: whose each private address is, as far as it is known before anything stands. */
const TAKEN = new WeakMap<Network, Map<string, Construct>>();

/** What was chosen as { address }, as specs say it. Whether it lies in the subnet, the cloud that needs it checks. */
export function addressProp(self: Construct, address: string | undefined): { readonly address?: string } {
  if (address === undefined) return {};
  cidrProp(self, "address", address.includes("/") ? address : `${address}/32`);
  if (address.includes("/"))
    refuse(self, `{ address: ${JSON.stringify(address)} } is a block. Write one address, without what follows the slash.`);
  return { address };
}

/** Remembers whose private addresses are. References are left alone: the cloud chooses, and gives none twice. */
export function takeAddresses(self: Construct, network: Network, addresses: readonly (string | undefined)[] = []): void {
  const taken = TAKEN.get(network) ?? new Map<string, Construct>();
  TAKEN.set(network, taken);
  for (const address of addresses) {
    if (address === undefined || !/^[\d.]+$/.test(address)) continue;
    const holder = taken.get(address);
    taken.set(address, holder ?? self);
    if (holder === undefined || holder === self) continue;
    const says = `it would have the address ${address}, which is ${holder.node.path}'s already. Give one of the two another, { address }.`;
    if (moving() === undefined) refuse(self, says);
    moving()?.remark(self.node.path, says.replace("it", "It"));
  }
}
