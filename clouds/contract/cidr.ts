/** A block of IPv4 addresses, exact: the first address as an unsigned integer, and the length of its prefix. */
export interface Cidr {
  readonly first: number;
  readonly prefix: number;
}

const SIZE = 2 ** 32;

/** @throws RangeError that says what is wrong with the text, as a clause: `has host bits set: 10.0.0.0/16 is the block that holds it`. */
export function parseCidr(text: string): Cidr {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) throw new RangeError("is not an IPv4 block such as 10.0.0.0/16");
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  // Programs disagree about a leading zero: 010 is eight to some and ten to others.
  if (match.slice(1).some((part) => part.length > 1 && part.startsWith("0"))) throw new RangeError("has a number with a leading zero");
  if ([a, b, c, d].some((part) => part > 255)) throw new RangeError("has a number above 255");
  if (prefix > 32) throw new RangeError("has a prefix longer than 32");
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % sizeOf({ prefix }));
  if (first !== address) throw new RangeError(`has host bits set: ${formatCidr({ first, prefix })} is the block that holds it`);
  return { first, prefix };
}

/** A block as people write it: `10.0.0.0/24`. */
export function formatCidr({ first, prefix }: Cidr): string {
  return `${formatAddress(first)}/${prefix}`;
}

/** An address as people write it: `10.0.0.1`. */
export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** How many addresses a block has. */
export function sizeOf({ prefix }: Pick<Cidr, "prefix">): number {
  return SIZE / 2 ** prefix;
}

/** Whether two blocks have an address in common. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.first < b.first + sizeOf(b) && b.first < a.first + sizeOf(a);
}

/** Whether every address of the inner block is one of the outer. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.prefix <= inner.prefix && overlaps(outer, inner);
}

/** The n-th address of a block; 1 is the one that gateways take. */
export function addressIn(block: Cidr, n: number): string {
  return formatAddress(block.first + n);
}
