import type { Json } from "./json.ts";
import type { Chain, Link } from "./value.ts";

const LONGEST_CHAIN = 24;
const LONGEST_TEXT = 80;

/** A way and its continuation, without repeated steps. What is cut from a very long way is its middle; that it was sensitive is never cut. */
export function extend(chain: Chain, more: Chain): Chain {
  if (more.length === 0) return chain;
  if (chain.length === 0) return more;
  const seen = new Set(chain.map(identity));
  const whole = [...chain, ...more.filter((link) => !seen.has(identity(link)))];
  if (whole.length <= LONGEST_CHAIN) return whole;
  const middle: Link = { at: "…", ...(whole.some((link) => link.sensitive) ? { sensitive: true as const } : {}) };
  return [...whole.slice(0, LONGEST_CHAIN - 4), middle, ...whole.slice(-3)];
}

/** A value as a chain shows it. Only scalars are shown: what stands in a list or a map is nobody's business here. */
export function short(value: Json): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value === "object" && value !== null) return "{…}";
  return shorten(String(value));
}

export function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

function identity(link: Link): string {
  return `${link.at}\n${link.text ?? ""}`;
}
