import { at, delivered, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";
import { sought } from "./shared.ts";

const dns: Placement = nowhere("Names in public DNS, answered all over the world: they are meant to be known.");
const zone = { zone_id: "A zone of names, and no place." } as const;
/** The only server that the SDK of the certificate service has (sdk-go-bundle products/cert, read on 2026-11-28). */
const FRANKFURT = { regions: ["de/fra"], because: "The certificate service has one address, in Frankfurt." } as const;

/** What answers everywhere: names, certificates, and copies near visitors. */
export const resources = {
  ionoscloud_auto_certificate: at("location"),
  ionoscloud_auto_certificate_provider: {
    by: "attribute",
    paths: ["location"],
    absent: { means: "default", because: "The service's only address is called.", of: ["de/fra"], env: ["IONOS_API_URL_CERT"] },
  },
  // docs/resources/cdn_distribution.md: nothing says from where copies are answered, and restrictions speak of who may ask.
  ionoscloud_cdn_distribution: {
    ...delivered("Copies are answered from points of presence that IONOS chooses, and no attribute names them."),
    notPlaces: {
      domain: "The name under which the distribution answers.",
      "routing_rules[].upstream[].host": "Where the distribution fetches from: that has a place of its own.",
      "routing_rules[].upstream[].geo_restrictions[]": "From which countries may be asked.",
    },
  },
  ionoscloud_certificate: { by: "fixed", ...FRANKFURT },
  ionoscloud_dns_record: { ...dns, notPlaces: zone },
  ionoscloud_dns_reverse_record: dns,
  ionoscloud_dns_zone: dns,
} satisfies Partial<Record<IonoscloudResourceType, Placement>>;

export const dataSources = {
  ionoscloud_auto_certificate: at("location"),
  ionoscloud_auto_certificate_provider: sought("Finds who issues certificates."),
  ionoscloud_cdn_distribution: {
    ...reads("Reads a distribution, which has no place that is known."),
    notPlaces: { domain: "The name that is looked for." },
  },
  ionoscloud_certificate: { by: "fixed", ...FRANKFURT },
  ionoscloud_dns_record: { ...dns, notPlaces: zone },
  ionoscloud_dns_reverse_record: dns,
  ionoscloud_dns_reverse_records: dns,
  ionoscloud_dns_zone: dns,
} satisfies Partial<Record<IonoscloudDataSourceType, Placement>>;
