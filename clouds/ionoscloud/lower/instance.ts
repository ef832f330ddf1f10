import { InputError } from "../../../catalogue/index.ts";
import { base64, type InstanceSpec, type Lower, type LowerContext } from "../../contract/index.ts";

/** Gigabytes of a machine's own disk; a Cube's comes with its size. */
const DISK = 20;

/**
 * A machine in a private LAN, its cards behind their firewalls: of virtual processors as they are asked for, or a Cube by its name. With a public address it
 * has a card in a public LAN of its own, and the address is one that was reserved.
 *
 * Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/vcpu_server.md, cube_server.md, nic.md, ipblock.md, lan.md, docs/data-sources/template.md,
 * ionoscloud/resource_vcpu_server.go (one card within, others beside); seen 2026-11-28.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  const { address, publicKey } = checked(spec);
  const datacenter_id = spec.network.networkId;
  const behind = { dhcp: true, firewall_active: true, firewall_type: "INGRESS" } as const;
  const inside = { lan: spec.network.subnetId, name: "private", ips: [address], ...behind };
  const outside = spec.publicAddress
    ? {
        lan: cx.resource("ionoscloud_lan", "public", { datacenter_id, name: `${spec.name}-public`, public: true }).ref("id"),
        ip: cx.resource("ionoscloud_ipblock", "address", { name: spec.name, location: cx.region, size: 1 }).ref("ips[0]"),
      }
    : undefined;
  const { type, size, disk, keys } = sizeOf(spec, publicKey, cx);
  const made = cx.resource(type, "instance", {
    name: spec.name,
    datacenter_id,
    ...size,
    availability_zone: "AUTO",
    image_name: imageOf(spec),
    ...keys,
    ...(spec.firewalls.length > 0 ? { security_groups_ids: [...spec.firewalls] } : {}),
    volume: [{ name: `${spec.name}-system`, ...disk, ...(spec.userData === undefined ? {} : { user_data: base64(spec.userData) }) }],
    nic: [outside === undefined ? inside : { lan: outside.lan, name: "public", ips: [outside.ip], ...behind }],
  });
  if (outside !== undefined) cx.resource("ionoscloud_nic", "private", { datacenter_id, server_id: made.ref("id"), ...inside });
  return {
    instanceId: made.ref("id"),
    privateAddress: address,
    ...(outside === undefined ? {} : { publicAddress: outside.ip }),
  };
};

function checked({ name, network, sshKey, volumeIds, shares }: InstanceSpec) {
  if (shares.length > 0)
    throw new InputError(
      `Instance ${name} mounts file shares, which are not written for IONOS. Leave out { shares }, and mount one in { userData }.`,
    );
  if (volumeIds.length > 0)
    throw new InputError(
      `Instance ${name} mounts volumes that were made beside it, and IONOS makes one on its machine. Leave out { volumes }, and write a Raw ionoscloud_volume with its server_id.`,
    );
  if ("registered" in sshKey)
    throw new InputError(
      `Instance ${name} names a key that is registered (${sshKey.registered}), and IONOS' provider takes the key itself. Write it: { sshKey: "ssh-ed25519 …" }.`,
    );
  if (network.address === undefined)
    throw new InputError(
      `Instance ${name} has no address of its own, and IONOS' address service would give it one outside of the network's. Choose one of the subnet: { address }.`,
    );
  return { address: network.address, publicKey: sshKey.publicKey };
}

/** Processors and memory are what is asked for; a name is a Cube's, whose template says both. */
function sizeOf({ flavour }: InstanceSpec, publicKey: string, cx: LowerContext) {
  if ("cpus" in flavour)
    return {
      type: "ionoscloud_vcpu_server",
      size: { cores: flavour.cpus, ram: flavour.memory * 1024 },
      disk: { size: DISK, disk_type: "SSD Standard", bus: "VIRTIO" },
      keys: { ssh_keys: [publicKey] },
    };
  const template_uuid = "id" in flavour ? flavour.id : cx.lookUp("ionoscloud_template", "template", { name: flavour.name }).ref("id");
  return {
    type: "ionoscloud_cube_server",
    size: { template_uuid },
    disk: { disk_type: "DAS", licence_type: "LINUX", bus: "VIRTIO" },
    // Takes keys themselves as well, its documentation says.
    keys: { ssh_key_path: [publicKey] },
  };
}

/** What people call an image → IONOS' alias, which is always its newest: `debian:12`. Source: docs/data-sources/image.md (`ubuntu:latest`), and aliases as public programs write them (`debian:13`); seen 2026-11-28. */
function imageOf({ image }: InstanceSpec): string {
  if ("id" in image) return image.id;
  return /^(?:Debian|Ubuntu) [\d.]+$/.test(image.name) ? image.name.toLowerCase().replace(" ", ":") : image.name;
}
