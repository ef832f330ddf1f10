import type { OtherReleases } from "../../contract/facts.ts";
import { at, beside, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";

const zone = at("zone");

/** What docs/resources of the same repository describe, each with a zone that has to be written; read on 2026-11-29. */
const named = {
  exoscale_dbaas_clickhouse_user: zone,
  exoscale_template: { ...zone, notPlaces: { url: "Where the image is fetched from, once." } },
  exoscale_vpc: zone,
  exoscale_vpc_route: zone,
  exoscale_vpc_subnet: zone,
  exoscale_vpc_subnet_attachment: zone,
} satisfies Record<string, Placement>;

/** Types of other releases than the one whose schema is read. */
export const otherReleases: OtherReleases = {
  // Their attributes as github.com/exoscale/terraform-provider-exoscale (docs of sks_nodepool) and configurations write them, among these
  // github.com/devops-wien/whizus-job-interview-task-releases and github.com/zylx0532/pasztor.at, read on 2026-11-28.
  resources: {
    ...named,
    exoscale_affinity: nowhere("Keeps machines on different hosts: it holds no data, and each machine says its own zone."),
    exoscale_compute: zone,
    exoscale_ipaddress: zone,
    exoscale_network: zone,
    exoscale_nic: beside("compute_id", "exoscale_compute"),
    exoscale_secondary_ipaddress: beside("compute_id", "exoscale_compute"),
    exoscale_security_group_rules: nowhere("Rules of the organisation: they hold no data."),
    exoscale_ssh_keypair: nowhere("A public key of the organisation: meant to be known, and it carries no data."),
  },
  dataSources: { exoscale_compute_template: zone },
};
