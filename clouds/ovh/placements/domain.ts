import { nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const dns = "The public DNS: served from everywhere by design, and what it holds is meant to be known.";
const zoneIsAName = "The name of a DNS zone, `example.org`, not a location.";
const registration = "A registration in the public domain registry, in the owner's name.";

/** Domain names, DNS zones and mailboxes. */
export const resources = {
  ovh_domain_ds_records: { ...nowhere(dns), notPlaces: { domain: "A domain name." } },
  ovh_domain_name: {
    by: "global",
    because: registration,
    notPlaces: {
      domain_name: "A domain name.",
      "plan[].configuration[].value": "Details of a registration: owner, name servers, authorisation code.",
      "plan_option[].configuration[].value": "Details of an option of a registration.",
    },
  },
  ovh_domain_name_servers: {
    ...nowhere(dns),
    notPlaces: { domain: "A domain name.", "servers[].host": "A name server that answers for the domain; what it serves is public." },
  },
  ovh_domain_zone: {
    by: "global",
    because: dns,
    notPlaces: {
      "plan[].configuration[].value": "Details of the order: the name of the zone, and whether it starts with default records.",
      "plan_option[].configuration[].value": "Details of an option of a DNS zone, such as anycast.",
    },
  },
  ovh_domain_zone_dnssec: { ...nowhere(dns), notPlaces: { zone_name: zoneIsAName } },
  ovh_domain_zone_dynhost_login: { ...nowhere(dns), notPlaces: { zone_name: zoneIsAName, sub_domain: "A name within the zone." } },
  ovh_domain_zone_dynhost_record: { ...nowhere(dns), notPlaces: { zone_name: zoneIsAName, sub_domain: "A name within the zone." } },
  ovh_domain_zone_import: { ...nowhere(dns), notPlaces: { zone_name: zoneIsAName, zone_file: "The text of a DNS zone." } },
  ovh_domain_zone_record: {
    ...nowhere(dns),
    notPlaces: { zone: zoneIsAName, subdomain: "A name within the zone.", target: "What the name answers: public, and nothing is moved." },
  },
  ovh_domain_zone_redirection: {
    ...nowhere(dns),
    notPlaces: {
      zone: zoneIsAName,
      subdomain: "A name within the zone.",
      target: "Where the visitor's browser is sent; nothing is moved.",
    },
  },
  // A mailbox keeps people's mail; neither an attribute nor an answer of the API says where.
  ovh_email_domain_account: {
    by: "assigned",
    because: "Mail is kept wherever OVHcloud runs its mail platform, which no attribute chooses or reports.",
    notPlaces: { domain: "A domain name." },
  },
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_domain_zone: nowhere(dns),
  ovh_domain_zone_dnssec: { ...nowhere(dns), notPlaces: { zone_name: zoneIsAName } },
  ovh_domain_zone_record: { ...nowhere(dns), notPlaces: { zone_name: zoneIsAName } },
  ovh_domain_zone_records: { ...nowhere(dns), notPlaces: { zone_name: zoneIsAName } },
  ovh_email_domain_account: { ...reads("Reads what a mailbox is called and how large it is."), notPlaces: { domain: "A domain name." } },
  ovh_email_domain_accounts: { ...reads("Lists the mailboxes of a domain."), notPlaces: { domain: "A domain name." } },
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
