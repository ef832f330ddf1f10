import { InputError } from "../../../catalogue/index.ts";
import type { FileShareSpec, Lower } from "../../contract/index.ts";
import { firewall } from "./firewall.ts";
import { keyFor } from "./key.ts";

/** Gigabytes of the smallest share. */
const LEAST = 500;

/**
 * A share of SFS Turbo (NFS), encrypted with a key of its own. Who may mount it its security group says; it cannot tell reading from writing.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/sfs_turbo_share_v1.md; seen 2026-11-28.
 */
export const fileShare: Lower<"fileShare"> = (spec, cx) => {
  refuse(spec);
  const { firewallId } = firewall(
    {
      name: `${spec.name}-mounts`,
      description: "Who may mount it",
      inbound: spec.access.flatMap(({ cidr }) =>
        (["tcp", "udp"] as const).flatMap((protocol) =>
          PORTS.map((port) => ({ description: "NFS", protocol, ports: { from: port, to: port }, peer: { cidr } })),
        ),
      ),
      outbound: "everything",
    },
    cx,
  );
  const made = cx.resource("opentelekomcloud_sfs_turbo_share_v1", "share", {
    name: spec.name,
    region: cx.region,
    size: Math.max(LEAST, spec.size),
    share_proto: "NFS",
    share_type: "STANDARD",
    availability_zone: spec.zone ?? cx.place.zones[0] ?? `${cx.region}-01`,
    vpc_id: spec.network.networkId,
    subnet_id: spec.network.subnetId,
    security_group_id: firewallId,
    crypt_key_id: keyFor(spec.name, cx),
  });
  return { shareId: made.ref("id"), exportPath: made.ref("export_location") };
};

/** Ports that NFS uses there. Source: docs/resources/sfs_turbo_share_v1.md (security group); seen 2026-11-28. */
const PORTS = [111, 2049, 2051, 2052, 20_048] as const;

function refuse({ name, access }: FileShareSpec): void {
  const reads = access.find(({ level }) => level === "read");
  if (reads !== undefined)
    throw new InputError(
      `File share ${name} lets ${reads.cidr} read only, and a share of SFS Turbo cannot tell reading from writing. Say { write }, or make a share for each.`,
    );
}
