import type { Infrastructure, Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { withoutKeys } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { entries, field, text } from "./document.ts";
import { sourceFields } from "./providers.ts";

/**
 * Configurations by the key under which a plan lists them for a module that has none: the engine takes the one of a module further out, whatever the
 * modules between require, and a plan does not say so. An empty block in the module would look the same there, and be another thing: the code tells.
 *
 * @param providers blocks by the key that resources name
 */
export function inheritedProviders(
  { providers: listed }: Configuration,
  providers: ReadonlyMap<string, Subject>,
  code: Infrastructure | undefined,
): ReadonlyMap<string, Subject> {
  const found = new Map<string, Subject>();
  const implied = entries(listed).filter(([key, block]) => key.includes(":") && isImplied(block));
  if (code === undefined || implied.length === 0) return found;
  const byAddress = new Map([...providers.values()].map((one) => [one.address, one]));
  const used = providersUsed(code);
  for (const [key, block] of implied) {
    const addresses = used.get(placeOf(text(block, "module_address"), sourceFields(text(block, "full_name")).providerSource));
    const [address] = addresses?.size === 1 ? addresses : [];
    const outer = address === undefined ? undefined : byAddress.get(address);
    if (outer !== undefined && outer !== providers.get(key)) found.set(key, outer);
  }
  return found;
}

const isImplied = (block: Json): boolean => text(block, "alias") === undefined && field(block, "expressions") === undefined;

const placeOf = (module: string | undefined, source: string | undefined): string => `${module ?? ""} ${source ?? ""}`;

/** `module.a["x"].module.b.ovh_c.d` → `module.a.module.b`. */
const moduleOf = (address: string): string => /^(?:module\.[^.]+\.)*/.exec(withoutKeys(address))?.[0].slice(0, -1) ?? "";

/** Addresses of the blocks that the code has things of one module and source run under. */
function providersUsed({ subjects }: Infrastructure): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const used = new Map<string, Set<string | undefined>>();
  for (const { kind, address, providerSource, provider } of subjects) {
    if (kind !== "resource" && kind !== "data") continue;
    const place = placeOf(moduleOf(address), providerSource);
    used.set(place, (used.get(place) ?? new Set()).add(provider?.address));
  }
  return used;
}
