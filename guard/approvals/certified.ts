import { holdsOn, type IsoDate } from "../../catalogue/index.ts";
import type { Certificate, Region } from "../../clouds/contract/index.ts";
import type { FoundRegion } from "./regions.ts";

/**
 * The certificate of a name that holds in a region for what a resource type is: by the type itself, or by the concept that it is of. What nobody has read
 * at the source speaks for no service.
 */
export function certificateFor(
  name: string,
  region: FoundRegion,
  what: { readonly type: string; readonly concept: string | undefined },
  day: IsoDate,
): Certificate | undefined {
  const certificates = (region.site as Region).certificates ?? [];
  return certificates.find(
    (one) =>
      one.name === name &&
      one.verified !== false &&
      holdsOn(one, day) &&
      (one.types?.some((prefix) => what.type.startsWith(prefix)) === true ||
        (what.concept !== undefined && one.concepts?.includes(what.concept) === true)),
  );
}
