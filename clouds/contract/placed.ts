import type { Placement } from "./placement.ts";

type By<K extends Placement["by"]> = Extract<Placement, { readonly by: K }>;

/** Short words in which a table of placements reads like a table. Each gives one entry; none decides anything by itself. */

/** Placed by attributes of its own. */
export const at = (...paths: readonly string[]): By<"attribute"> => ({ by: "attribute", paths });

/** Wherever the thing is that `path` points at. */
export const beside = (path: string, ...of: readonly string[]): By<"parent"> => ({ by: "parent", path, of });

/** Where the provider block says, unless one of the attributes does. */
export const home = (...paths: readonly string[]): By<"provider"> => ({ by: "provider", ...(paths.length > 0 && { paths }) });

/** Where the provider block says; the attribute names a zone there, and says it where the block is silent. */
export const homeZone = (path: string): By<"provider"> => ({ by: "provider", paths: [path], within: true });

/** The operator chooses, and says nothing beforehand; `told`: where its answer says it. */
export const chosen = (because: string, ...told: readonly string[]): By<"assigned"> => ({
  by: "assigned",
  because,
  ...(told.length > 0 && { told }),
});

/** Settings of a network of caches, which holds copies and sees every request: `path` says where, or the operator chooses and nothing does. */
export const delivered = (because: string, path = ""): By<"global"> => ({
  ...nowhere("Settings that every cache reads; residency/cdn judges where the caches are."),
  sends: [{ path, kind: "cache", means: "area", absent: { means: "unknown", because } }],
});

/** Nowhere in particular, and why that is accepted. */
export const nowhere = (because: string): By<"global"> => ({ by: "global", because });

/** Reads what exists; `told`: where the answer says that it is. */
export const reads = (because: string, ...told: readonly string[]): By<"lookup"> => ({
  by: "lookup",
  because,
  ...(told.length > 0 && { told }),
});
