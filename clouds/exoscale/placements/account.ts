import { at, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ExoscaleDataSourceType, ExoscaleResourceType } from "../types.ts";

const identity = "Rights and credentials of the organisation, valid in each of its zones; they reach only what has been placed there.";
const domain = { domain: "The id of a domain in DNS, no place." } as const;

/** What the organisation has as a whole: identities, DNS, and what groups machines. The operator answers for it in Switzerland. */
export const resources = {
  exoscale_anti_affinity_group: nowhere("Keeps machines on different hosts: it holds no data, and each machine says its own zone."),
  exoscale_domain: nowhere("A name in public DNS, answered all over the world: it is meant to be known."),
  exoscale_domain_record: { ...nowhere("A record in public DNS: it is meant to be known."), notPlaces: domain },
  exoscale_iam_access_key: nowhere(identity),
  exoscale_iam_api_key: nowhere(identity),
  exoscale_iam_org_policy: nowhere(identity),
  exoscale_iam_role: nowhere(identity),
  // Rules are known in every zone; a machine that follows them says its own.
  exoscale_security_group: nowhere("Rules of the organisation: they hold no data, and the machines that they guard say their own zone."),
  exoscale_security_group_rule: nowhere("A rule of the organisation: it holds no data."),
  exoscale_ssh_key: nowhere("A public key of the organisation: meant to be known, and it carries no data."),
} satisfies Partial<Record<ExoscaleResourceType, Placement>>;

export const dataSources = {
  exoscale_anti_affinity_group: nowhere("Reads a group of machines, which has no place."),
  exoscale_domain: nowhere("Reads a name in public DNS."),
  exoscale_domain_record: { ...nowhere("Reads records in public DNS."), notPlaces: domain },
  exoscale_iam_api_key: nowhere(identity),
  exoscale_iam_org_policy: nowhere(identity),
  exoscale_iam_role: nowhere(identity),
  exoscale_security_group: nowhere("Reads rules of the organisation, which have no place."),
  exoscale_template: at("zone"),
  exoscale_zones: nowhere("Lists the zones."),
} satisfies Partial<Record<ExoscaleDataSourceType, Placement>>;
