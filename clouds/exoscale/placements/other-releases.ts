import type { OtherReleases } from "../../contract/facts.ts";
import { at, beside, nowhere } from "../../contract/placed.ts";

const zone = at("zone");

/** Types of earlier releases, which configurations still name. */
export const otherReleases: OtherReleases = {
  // Their attributes as github.com/exoscale/terraform-provider-exoscale (docs of sks_nodepool) and configurations write them, among these
  // github.com/devops-wien/whizus-job-interview-task-releases and github.com/zylx0532/pasztor.at, read on 2026-11-28.
  resources: {
    exoscale_compute: zone,
    exoscale_ipaddress: zone,
    exoscale_secondary_ipaddress: beside("compute_id", "exoscale_compute"),
    exoscale_security_group_rules: nowhere("Rules of the organisation: they hold no data."),
    exoscale_ssh_keypair: nowhere("A public key of the organisation: meant to be known, and it carries no data."),
  },
  dataSources: { exoscale_compute_template: zone },
};
