import { type Cidr, formatCidr, overlaps, parseCidr, sizeOf } from "./cidr.ts";

/** The last block of a size inside another that overlaps none of those taken, `10.0.255.240/28`; undefined when there is none left. */
export function lastFreeBlock(within: string, taken: readonly string[], prefix: number): string | undefined {
  const whole = parseCidr(within);
  const others = taken.map(parseCidr);
  const size = sizeOf({ prefix });
  let first = whole.first + sizeOf(whole) - size;
  while (first >= whole.first) {
    const candidate: Cidr = { first, prefix };
    const inTheWay = others.find((other) => overlaps(other, candidate));
    if (inTheWay === undefined) return formatCidr(candidate);
    first = Math.floor(inTheWay.first / size) * size - size;
  }
  return undefined;
}
