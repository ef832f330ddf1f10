import type { OtherReleases } from "../../contract/facts.ts";
import { nowhere } from "../../contract/placed.ts";
import { ofTheBlock } from "./shared.ts";

/** Types of earlier releases, which configurations still name. */
export const otherReleases: OtherReleases = {
  // github.com/stackitcloud/terraform-provider-stackit docs/resources of the releases that had them ("Must have a region specified in the provider
  // configuration"), read on 2026-11-28.
  resources: {
    stackit_argus_credential: ofTheBlock,
    stackit_argus_instance: ofTheBlock,
    stackit_argus_scrapeconfig: {
      ...ofTheBlock,
      notPlaces: { "targets[].urls": "Where metrics are fetched from; they come to the instance." },
    },
    stackit_ske_project: nowhere("Switches the Kubernetes service on for a project; each cluster has a place of its own."),
  },
  dataSources: { stackit_argus_instance: ofTheBlock, stackit_argus_scrapeconfig: ofTheBlock },
};
