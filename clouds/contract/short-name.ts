import type { LowerContext } from "./cloud.ts";

/** A name within a product's limit: cut, with characters of its own digest in place of what is lost, so that two long names stay two. */
export function shortName(name: string, max: number, cx: Pick<LowerContext, "digest">): string {
  return name.length <= max ? name : `${name.slice(0, max - 7).replace(/-+$/, "")}-${cx.digest(name, 6)}`;
}
