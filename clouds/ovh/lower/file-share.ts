import type { Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * An NFS share on a private network; nobody mounts it without a rule of its own. Provider 2.19 has no attribute that encrypts it: a later one
 * has. Until then the operator's claim is all there is, and the guard says so.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_storage_file_share.md, cloud_storage_file_share_network.md, cloud_storage_file_share_acl.md, and the schema of 2.19.0; seen 2026-11-23.
 */
export const fileShare: Lower<"fileShare"> = (spec, cx) => {
  const at = { service_name: projectOf(cx), region: cx.region };
  const net = cx.resource("ovh_cloud_storage_file_share_network", "network", {
    ...at,
    name: spec.name,
    network_id: spec.network.networkId,
    subnet_id: spec.network.subnetId,
  });
  const share = cx.resource("ovh_cloud_storage_file_share", "share", {
    ...at,
    name: spec.name,
    size: spec.size,
    protocol: "NFS",
    share_type: "STANDARD_1AZ",
    share_network_id: net.ref("id"),
    ...(spec.zone === undefined ? {} : { availability_zone: spec.zone }),
  });
  for (const [index, { cidr, level }] of spec.access.entries())
    cx.resource("ovh_cloud_storage_file_share_acl", `access-${index}`, {
      service_name: at.service_name,
      share_id: share.ref("id"),
      access_to: cidr,
      access_level: level === "read" ? "READ_ONLY" : "READ_WRITE",
    });
  return { shareId: share.ref("id"), exportPath: share.ref("current_state.export_locations[0].path") };
};
