import type { Location } from "../contract/region.ts";

/** OVHcloud names one location in up to four ways; Terraform attributes ask now for one, now for another. */
export interface OvhLocation extends Location {
  /** Name in the v2 API, for key management, shared files and the newer resources: `eu-west-gra`. */
  readonly codename: string;
  /** Name for object storage and databases, `GRA`; absent where neither is sold. */
  readonly storage?: string;
}
