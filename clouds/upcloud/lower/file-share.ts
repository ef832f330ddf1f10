import { InputError } from "../../../catalogue/index.ts";
import { type FileShareSpec, type Lower, shortName, stableAddresses } from "../../contract/index.ts";

/** Gigabytes of the smallest and of the largest, and characters of a name: internal/service/filestorage/file_storage.go, seen 2026-11-28. */
const [LEAST, MOST, NAME] = [250, 25_000, 64];

/** Where it stands: https://developers.upcloud.com/1.3/25-file-storage/, seen 2026-11-28. */
const ZONE = "fi-hel2";

const SHARE = "files";

/**
 * File Storage (NFS) with an address in the subnet, and one share with a list of who may mount it. The address is written: one that the operator chose
 * would be unknown again with every change.
 *
 * Source: UpCloudLtd/terraform-provider-upcloud docs/resources/file_storage.md, file_storage_share.md, file_storage_share_acl.md; seen 2026-11-28.
 */
export const fileShare: Lower<"fileShare"> = (spec, cx) => {
  refuse(spec, cx.region);
  const [address = "", ...more] = stableAddresses(`File share ${spec.name}`, spec.name, spec.network, 1, cx);
  const storage = cx.resource("upcloud_file_storage", "storage", {
    name: shortName(spec.name, NAME, cx),
    zone: cx.region,
    size: Math.max(LEAST, spec.size),
    configured_status: "started",
    network: [{ family: "IPv4", name: "private", uuid: spec.network.subnetId, ip_address: address }],
  });
  const file_storage = storage.ref("id");
  const share = cx.resource("upcloud_file_storage_share", "share", { file_storage, name: SHARE, path: `/${SHARE}` });
  for (const { cidr: target, level } of spec.access) {
    const name = `${level}-${target.replace(/[./:]/g, "-")}`;
    cx.resource("upcloud_file_storage_share_acl", name, {
      file_storage,
      share_name: share.ref("name"),
      name,
      target,
      permission: level === "write" ? "rw" : "ro",
    });
  }
  return { shareId: share.ref("id"), exportPath: `${address}:/${SHARE}`, addresses: [address, ...more] };
};

function refuse({ name, size, access }: FileShareSpec, zone: string): void {
  if (zone !== ZONE)
    throw new InputError(
      `File share ${name} would stand in ${zone}, and UpCloud's stand in ${ZONE} alone. Put it there: upcloud("${ZONE}").`,
    );
  if (size > MOST)
    throw new InputError(`File share ${name} asks for ${size} GB; UpCloud's have ${MOST} at most. Say { size: ${MOST} }, or make several.`);
  if (access.length === 0)
    throw new InputError(
      `File share ${name} names nobody who may mount it, and nothing says that UpCloud takes that for nobody. Say who: { access }.`,
    );
}
