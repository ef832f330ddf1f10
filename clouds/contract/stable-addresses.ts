import { InputError } from "../../catalogue/index.ts";
import { addressIn, contains, parseCidr, sizeOf } from "./cidr.ts";
import type { LowerContext } from "./cloud.ts";
import type { AddressedAttachment } from "./concepts/index.ts";

/** Addresses at the end of a subnet that are nobody's to take: the entrance's, those around it, and the one that means everybody. */
const LAST = 4;
/** The network itself, and its gateway. */
const FIRST = 2;

/**
 * Addresses of a subnet for what a cloud gives none: what was chosen and those that follow it, else ones that follow from the name. So nothing that comes or
 * goes beside it moves it, which for a database would mean to make it anew. Two names may meet: the network refuses the second, and { address } parts them.
 *
 * @param what names it in a refusal, `Database shop`
 * @throws InputError where the subnet has no room for as many, or lacks what was chosen
 *
 * @example
 * const { cx } = recorder(ionoscloud("de/fra"));
 * const network = { networkId: "n", subnetId: "1", cidr: "10.0.0.0/28" };
 * console.assert(stableAddresses("Database shop", "shop", { ...network, address: "10.0.0.4" }, 2, cx)[1] === "10.0.0.5");
 */
export function stableAddresses(
  what: string,
  name: string,
  { cidr, address }: AddressedAttachment,
  count: number,
  cx: Pick<LowerContext, "digest">,
): readonly string[] {
  const subnet = parseCidr(cidr);
  const room = sizeOf(subnet) - FIRST - LAST - count + 1;
  if (room < 1)
    throw new InputError(`${what} takes ${count} addresses of ${cidr}, which has no room for them. Give its network a wider subnet.`);
  if (address === undefined) {
    const first = FIRST + (Number.parseInt(cx.digest(name, 8), 16) % room);
    return Array.from({ length: count }, (_, n) => addressIn(subnet, first + n));
  }
  const chosen = parseCidr(`${address}/32`);
  const all = Array.from({ length: count }, (_, n) => addressIn(chosen, n));
  const stray = all.find((one) => !contains(subnet, parseCidr(`${one}/32`)));
  if (stray !== undefined)
    throw new InputError(
      `${what} would have the address ${stray}, which is none of its subnet ${cidr}. Choose one of ${count} that lie in it: { address }.`,
    );
  return all;
}
