import { InputError } from "../../../catalogue/index.ts";
import { type CatalogueRef, type InstanceSpec, type Lower, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";
import { home, zoneOf } from "./project.ts";

/** Gigabytes of the volume from which a machine starts. */
const ROOT = 50;

/**
 * A machine behind a network interface, started from a volume of its own that goes with it.
 *
 * Source: stackitcloud/terraform-provider-stackit docs/resources/server.md, network_interface.md, key_pair.md, public_ip.md, server_volume_attach.md,
 * docs/data-sources/image_v2.md; seen 2026-11-28.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  if (spec.shares.length > 0)
    throw new InputError(
      `Instance ${spec.name} mounts file shares, and STACKIT sells none. Run an NFS server on a machine of the network and mount it in { userData }.`,
    );
  if (spec.firewalls.length === 0)
    throw new InputError(
      `Instance ${spec.name} carries no firewall, and a machine of STACKIT that carries none is open, or in the project's default group. Name one that lets everything in, if the machine filters by itself: { firewalls: [open] }.`,
    );
  const card = cx.resource("stackit_network_interface", "interface", {
    ...home(cx),
    network_id: spec.network.networkId,
    ...(spec.network.address === undefined ? {} : { ipv4: spec.network.address }),
    security: true,
    security_group_ids: [...spec.firewalls],
  });
  const made = cx.resource(
    "stackit_server",
    "instance",
    {
      ...home(cx),
      name: spec.name,
      machine_type: machineName(`Instance ${spec.name}`, spec.flavour, machineSizes),
      availability_zone: zoneOf(spec.zone, cx),
      boot_volume: { size: ROOT, source_type: "image", source_id: imageId(spec.image, cx), delete_on_termination: true },
      keypair_name: keyPair(spec, cx),
      network_interfaces: [card.ref("network_interface_id")],
      ...(spec.userData === undefined ? {} : { user_data: spec.userData }),
    },
    // A newer build of the image would replace it.
    { ignoreChanges: ["boot_volume"] },
  );
  for (const [index, volume_id] of spec.volumeIds.entries())
    cx.resource("stackit_server_volume_attach", `volume-${index}`, { ...home(cx), server_id: made.ref("server_id"), volume_id });
  const address = spec.publicAddress
    ? cx.resource("stackit_public_ip", "address", { ...home(cx), network_interface_id: card.ref("network_interface_id") })
    : undefined;
  return {
    instanceId: made.ref("server_id"),
    privateAddress: spec.network.address ?? card.ref("ipv4"),
    ...(address === undefined ? {} : { publicAddress: address.ref("ip") }),
  };
};

/** "Debian 12" is a distribution and its version, by which images are found; another name is an image's own. */
function imageId(image: CatalogueRef, cx: LowerContext): string {
  if ("id" in image) return image.id;
  const [, distro, version] = /^(Debian|Ubuntu) ([\d.]+)$/.exec(image.name) ?? [];
  return cx
    .lookUp("stackit_image_v2", "image", {
      ...home(cx),
      ...(distro !== undefined && version !== undefined ? { filter: { distro: distro.toLowerCase(), version } } : { name: image.name }),
    })
    .ref("image_id");
}

function keyPair({ sshKey }: InstanceSpec, cx: LowerContext): string {
  if ("registered" in sshKey) return sshKey.registered;
  return cx.resource("stackit_key_pair", "key", { name: sshKey.name, public_key: sshKey.publicKey }).ref("name");
}
