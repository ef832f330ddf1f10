import { number } from "../convert.ts";
import type { Json } from "../json.ts";
import { FAILS, type Operation } from "../lift.ts";

type Result = Json | undefined | typeof FAILS;

/** A block of IPv4 addresses; its first address as a number. */
interface Network {
  readonly first: number;
  readonly length: number;
}

/** Functions of address blocks. IPv6 is left to the engine: it has a spelling of its own. */
export const networks: Readonly<Record<string, Operation>> = {
  cidrcontains: (prefix, inner) => onNetwork(prefix, (network) => contains(network, inner)),
  cidrsubnet: (prefix, bits, which) => onNetwork(prefix, (network) => subnet(network, number(bits), number(which))),
  cidrhost: (prefix, which) => onNetwork(prefix, (network) => host(network, number(which))),
  cidrnetmask: (prefix) => onNetwork(prefix, ({ length }) => textOf(2 ** 32 - 2 ** (32 - length))),
  cidrsubnets: (prefix, ...bits) => onNetwork(prefix, (network) => subnets(network, bits.map(number))),
};

/** Whether a block, or one address, lies in another. */
function contains({ first, length }: Network, inner: Json | undefined): Result {
  if (typeof inner !== "string") return FAILS;
  return onNetwork(inner.includes("/") ? inner : `${inner}/32`, (one) => {
    return one.first >= first && one.first + 2 ** (32 - one.length) <= first + 2 ** (32 - length);
  });
}

function onNetwork(prefix: Json | undefined, compute: (network: Network) => Result): Result {
  if (typeof prefix !== "string") return FAILS;
  const [, address = "", written = ""] = /^((?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2}))\/(0|[1-9]\d?)$/.exec(prefix) ?? [];
  const bytes = address.split(".").map(Number);
  const length = Number(written);
  // Other spellings are the engine's to read, or to refuse.
  if (written === "" || length > 32 || bytes.some((byte) => byte > 255)) return undefined;
  const size = 2 ** (32 - length);
  const all = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return compute({ first: Math.floor(all / size) * size, length });
}

function subnet({ first, length }: Network, bits: number | undefined, which: number | undefined): Result {
  if (!isWhole(bits) || !isWhole(which)) return FAILS;
  if (length + bits > 32 || which >= 2 ** bits) return FAILS;
  return `${textOf(first + which * 2 ** (32 - length - bits))}/${length + bits}`;
}

/** Counted from the end where the number is negative. */
function host({ first, length }: Network, which: number | undefined): Result {
  const size = 2 ** (32 - length);
  if (which === undefined || !Number.isInteger(which) || which >= size || which < -size) return FAILS;
  return textOf(which < 0 ? first + size + which : first + which);
}

/** One block after the other, each at the next place that its size allows. */
function subnets({ first, length }: Network, bits: readonly (number | undefined)[]): Result {
  const made: string[] = [];
  let next = first;
  for (const more of bits) {
    if (!isWhole(more) || more < 1 || length + more > 32) return FAILS;
    const size = 2 ** (32 - length - more);
    const at = Math.ceil(next / size) * size;
    if (at + size > first + 2 ** (32 - length)) return FAILS;
    made.push(`${textOf(at)}/${length + more}`);
    next = at + size;
  }
  return made;
}

const isWhole = (value: number | undefined): value is number => value !== undefined && Number.isInteger(value) && value >= 0;

const textOf = (address: number): string => [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
