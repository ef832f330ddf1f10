import { isIPv4, isIPv6 } from "node:net";

/** Addresses from first to last, both included, of one family. */
export interface Range {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const BITS = { 4: 32n, 6: 128n } as const;

/** A block in CIDR notation or a single address; undefined when the text is neither. Host bits do not matter: providers drop them. */
export function rangeOf(text: string, mask?: string): Range | undefined {
  const [address = "", written, more] = text.trim().split("/");
  if (more !== undefined) return undefined;
  const family = isIPv4(address) ? 4 : isIPv6(address) && !address.includes("%") ? 6 : undefined;
  if (family === undefined) return undefined;
  const prefix = written ?? (mask === undefined ? String(BITS[family]) : prefixOf(mask));
  if (prefix === undefined || !/^\d{1,3}$/.test(prefix) || BigInt(prefix) > BITS[family]) return undefined;
  const size = 1n << (BITS[family] - BigInt(prefix));
  const first = (numberOf(address, family) / size) * size;
  return { family, first, last: first + size - 1n };
}

/** A prefix length, or a netmask such as 255.255.0.0. */
function prefixOf(mask: string): string | undefined {
  if (/^\d{1,3}$/.test(mask)) return mask;
  if (!isIPv4(mask)) return undefined;
  const bits = numberOf(mask, 4).toString(2).padStart(32, "0");
  return /^1*0*$/.test(bits) ? String(bits.indexOf("0") < 0 ? 32 : bits.indexOf("0")) : undefined;
}

function numberOf(address: string, family: 4 | 6): bigint {
  if (family === 4) return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const hex = dotted === null ? address : `${dotted[1]}${asHex(numberOf(dotted[2] ?? "0.0.0.0", 4))}`;
  const [head = "", tail] = hex.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...middle, ...right].reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n);
}

const asHex = (four: bigint): string => `${(four >> 16n).toString(16)}:${(four & 0xffffn).toString(16)}`;

/** Not routed on the public internet (RFC 1918, 6598, 3927, 1122, 4193, 4291), or documentation's own (RFC 5737, 3849). */
const PRIVATE_BLOCKS = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "fc00::/7",
  "fe80::/10",
  "::1/128",
  "192.0.2.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "2001:db8::/32",
] as const;

let privateRanges: readonly Range[] | undefined;

/** A block or address that lies wholly in private space. */
export function isPrivateBlock(text: string): boolean {
  const range = rangeOf(text);
  return range !== undefined && publicAddresses([range]).every(({ count }) => count === 0n);
}

/** Computed when first asked: most programs never ask. */
function notPublic(): readonly Range[] {
  privateRanges ??= PRIVATE_BLOCKS.flatMap((block) => rangeOf(block) ?? []);
  return privateRanges;
}

/** How many public addresses a list of ranges lets in, by family; overlaps and splits count once. */
export function publicAddresses(ranges: readonly Range[]): readonly { readonly family: 4 | 6; readonly count: bigint }[] {
  return ([4, 6] as const).map((family) => {
    const inside = ranges.filter((range) => range.family === family);
    const hidden = notPublic().filter((range) => range.family === family);
    return { family, count: size([...inside, ...hidden]) - size(hidden) };
  });
}

/** Addresses in the union of ranges. */
function size(ranges: readonly Range[]): bigint {
  let count = 0n;
  let end = -1n;
  for (const { first, last } of [...ranges].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const from = first > end ? first : end + 1n;
    if (last >= from) count += last - from + 1n;
    if (last > end) end = last;
  }
  return count;
}
