import type { Json } from "../../guard/index.ts";

/** In how many places two documents say different things; what one has and the other lacks counts once, with all that is in it. */
export function differences(a: Json | undefined, b: Json | undefined): number {
  if (a === b) return 0;
  if (Array.isArray(a) && Array.isArray(b)) return sum(Math.max(a.length, b.length), (i) => differences(a[i], b[i]));
  if (!isMembers(a) || !isMembers(b)) return 1;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return sum(names.length, (i) => differences(a[names[i] ?? ""], b[names[i] ?? ""]));
}

const isMembers = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sum(count: number, of: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += of(index);
  return total;
}
