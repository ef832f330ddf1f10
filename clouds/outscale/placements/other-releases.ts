import type { OtherReleases } from "../../contract/facts.ts";
import { home } from "../../contract/placed.ts";

/** Types of earlier releases, which configurations still name. */
export const otherReleases: OtherReleases = {
  // github.com/outscale/terraform-provider-outscale docs/resources/volumes_link.md, read on 2026-11-28.
  resources: { outscale_volumes_link: home() },
  dataSources: {},
};
