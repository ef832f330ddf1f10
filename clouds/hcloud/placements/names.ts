import { chosen, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { HcloudDataSourceType, HcloudResourceType } from "../types.ts";

const key =
  "A private key of the project that load balancers of every location may use; Hetzner says nowhere in which location it is kept.";
const zone = { zone: "The name of a DNS zone, `example.org`." } as const;

/** Names in public DNS, and certificates for them. */
export const resources = {
  hcloud_certificate: chosen(key),
  hcloud_managed_certificate: { ...chosen(key), notPlaces: { domain_names: "The names that the certificate is for." } },
  hcloud_uploaded_certificate: chosen(key),
  hcloud_zone: nowhere("Names in public DNS, answered all over the world: they are meant to be known."),
  hcloud_zone_record: { ...nowhere("A record in public DNS: it is meant to be known."), notPlaces: zone },
  hcloud_zone_rrset: { ...nowhere("Records in public DNS: they are meant to be known."), notPlaces: zone },
} satisfies Partial<Record<HcloudResourceType, Placement>>;

export const dataSources = {
  hcloud_certificate: nowhere("Reads a certificate without its private key."),
  hcloud_certificates: nowhere("Lists certificates without their private keys."),
  hcloud_zone: nowhere("Reads names in public DNS."),
  hcloud_zone_rrset: { ...nowhere("Reads records in public DNS."), notPlaces: zone },
  hcloud_zone_rrsets: { ...nowhere("Lists records in public DNS."), notPlaces: zone },
  hcloud_zones: nowhere("Lists names in public DNS."),
} satisfies Partial<Record<HcloudDataSourceType, Placement>>;
