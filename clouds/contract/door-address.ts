import { addressIn, parseCidr } from "./cidr.ts";

/** The address of a subnet that a door takes where somebody has to choose one: near the end, far from what machines are given one after another. */
export function doorAddress(subnet: string): string {
  const block = parseCidr(subnet);
  return addressIn(block, 2 ** (32 - block.prefix) - 3);
}
