import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, region } from "./shared.ts";

/** Names. A private zone may be answered in networks of another region: what is in it is then known there. */
export const resources = {
  opentelekomcloud_dns_ptrrecord_v2: here,
  opentelekomcloud_dns_recordset_v2: { ...region, notPlaces: { zone_id: "A DNS zone." } },
  opentelekomcloud_dns_zone_v2: { ...region, sends: [{ path: "router[].router_region", kind: "peer", means: "region" }] },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_dns_nameservers_v2: {
    ...here,
    notPlaces: { zone_id: "A DNS zone.", "nameservers[].hostname": "Who answers for the zone." },
  },
  opentelekomcloud_dns_zone_v2: { ...here, notPlaces: { zone_type: "Whether the DNS zone is public or private." } },
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
