import { InputError } from "../../../catalogue/index.ts";
import { type InstanceSpec, type Lower, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";

/**
 * A machine in a private network, without a public address unless asked; a public one is IPv4.
 *
 * Source: hetznercloud/terraform-provider-hcloud docs/resources/server.md, ssh_key.md, volume_attachment.md; seen 2026-11-28.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  if (spec.shares.length > 0)
    throw new InputError(
      `Instance ${spec.name} mounts file shares, and Hetzner sells none for a private network. Run an NFS server on a machine of the network and mount it in { userData }.`,
    );
  const made = cx.resource(
    "hcloud_server",
    "instance",
    {
      name: spec.name,
      location: cx.region,
      server_type: machineName(`Instance ${spec.name}`, spec.flavour, machineSizes),
      image: imageOf(spec),
      ssh_keys: [sshKey(spec, cx)],
      public_net: [{ ipv4_enabled: spec.publicAddress, ipv6_enabled: false }],
      network: [
        {
          subnet_id: spec.network.subnetId,
          // Without an empty list the provider takes the network off and on again with every change (its issue 650).
          alias_ips: [],
          ...(spec.network.address === undefined ? {} : { ip: spec.network.address }),
        },
      ],
      ...(spec.firewalls.length > 0 ? { firewall_ids: [...spec.firewalls] } : {}),
      ...(spec.userData === undefined ? {} : { user_data: spec.userData }),
    },
    { ignoreChanges: ["image", "ssh_keys"] },
  );
  for (const [index, volume_id] of spec.volumeIds.entries())
    cx.resource("hcloud_volume_attachment", `volume-${index}`, { server_id: made.ref("id"), volume_id, automount: false });
  return {
    instanceId: made.ref("id"),
    ...(spec.network.address === undefined ? {} : { privateAddress: spec.network.address }),
    ...(spec.publicAddress ? { publicAddress: made.ref("ipv4_address") } : {}),
  };
};

/** What people call an image → Hetzner's name: `debian-12`. Source: docs/resources/server.md (debian-12, ubuntu-24.04); seen 2026-11-28. */
function imageOf({ image }: InstanceSpec): string {
  if ("id" in image) return image.id;
  return /^(?:Debian|Ubuntu) [\d.]+$/.test(image.name) ? image.name.toLowerCase().replace(" ", "-") : image.name;
}

function sshKey({ sshKey: key }: InstanceSpec, cx: LowerContext): string {
  if ("registered" in key) return key.registered;
  return cx.resource("hcloud_ssh_key", "key", { name: key.name, public_key: key.publicKey }).ref("id");
}
