import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { region } from "./shared.ts";

const count = "How many there may be.";

/** Names. */
export const resources = {
  openstack_dns_quota_v2: { ...region, notPlaces: { zone_records: count, zone_recordsets: count, zones: count } },
  openstack_dns_recordset_v2: { ...region, notPlaces: { zone_id: "A DNS zone." } },
  openstack_dns_transfer_accept_v2: { ...region, notPlaces: { zone_transfer_request_id: "A DNS zone that is handed over." } },
  openstack_dns_transfer_request_v2: {
    ...region,
    notPlaces: { target_project_id: "A project of the same cloud.", zone_id: "A DNS zone." },
  },
  openstack_dns_zone_share_v2: { ...region, notPlaces: { target_project_id: "A project of the same cloud.", zone_id: "A DNS zone." } },
  openstack_dns_zone_v2: region,
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {
  openstack_dns_zone_share_v2: { ...region, notPlaces: { target_project_id: "A project of the same cloud.", zone_id: "A DNS zone." } },
  openstack_dns_zone_v2: region,
} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;
