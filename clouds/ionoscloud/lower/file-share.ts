import { InputError } from "../../../catalogue/index.ts";
import type { FileShareSpec, Lower } from "../../contract/index.ts";
import { lanAddresses } from "./lan-address.ts";

/** Terabytes of the smallest and of the largest cluster. Source: docs/resources/nfs_cluster.md; seen 2026-11-28. */
const [LEAST, MOST] = [2, 42];

/** Locations of the service, same source. */
const SOLD = ["de/fra", "de/txl"];

/**
 * A cluster of Network File Storage with an address in the LAN, and one directory that it shares with the named addresses. It cannot shrink.
 *
 * Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/nfs_cluster.md, nfs_share.md; seen 2026-11-28.
 */
export const fileShare: Lower<"fileShare"> = (spec, cx) => {
  if (!SOLD.includes(cx.region))
    throw new InputError(
      `File share ${spec.name} would stand in ${cx.region}, and of IONOS' we know that they stand in ${SOLD.join(" and ")}. Put it there.`,
    );
  const size = terabytes(spec);
  const { addresses, withPrefix } = lanAddresses(`File share ${spec.name}`, spec.name, spec.network, 1, cx);
  const location = cx.region;
  const cluster = cx.resource("ionoscloud_nfs_cluster", "cluster", {
    name: spec.name,
    location,
    size,
    nfs: [{ min_version: "4.2" }],
    connections: [{ datacenter_id: spec.network.networkId, lan: spec.network.subnetId, ip_address: withPrefix[0] }],
  });
  const share = cx.resource("ionoscloud_nfs_share", "share", {
    name: spec.name,
    location,
    cluster_id: cluster.ref("id"),
    quota: spec.size * 1024,
    client_groups: spec.access.map(({ cidr }) => ({ ip_networks: [cidr], hosts: [], nfs: [{ squash: "root-anonymous" }] })),
  });
  return { shareId: share.ref("id"), exportPath: `${addresses[0]}:${share.ref("nfs_path")}`, addresses };
};

function terabytes({ name, size, access }: FileShareSpec): number {
  if (access.length === 0)
    throw new InputError(`File share ${name} names nobody who may mount it, and IONOS' shares name somebody. Say who: { access }.`);
  if (access.some(({ level }) => level === "read"))
    throw new InputError(
      `File share ${name} lets some only read, and IONOS' shares cannot tell reading from writing. Let them write, or mount it for reading only on the machines.`,
    );
  const wanted = Math.ceil(size / 1024);
  if (wanted > MOST)
    throw new InputError(
      `File share ${name} asks for ${size} GB; a cluster of IONOS' has ${MOST} TB at most. Say { size: ${MOST * 1024} }.`,
    );
  return Math.max(LEAST, wanted);
}
