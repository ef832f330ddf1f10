import { InputError } from "../../../catalogue/index.ts";
import { type InstanceSpec, type Lower, type LowerContext, machineName } from "../../contract/index.ts";
import { siteOf } from "../sites.ts";
import { floatingAddress } from "./floating-address.ts";

/** Gigabytes of the volume from which a machine without a disk of its own starts. */
const ROOT = 20;

/**
 * A machine behind a port of a private network. Where the operator's sizes have no disk it starts from a volume of its own, which goes with it.
 *
 * Source: terraform-provider-openstack/terraform-provider-openstack docs/resources/compute_instance_v2.md, networking_port_v2.md, compute_keypair_v2.md,
 * compute_volume_attach_v2.md; seen 2026-11-28.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  refuse(spec);
  const { region } = cx;
  const port = cx.resource("openstack_networking_port_v2", "port", {
    name: spec.name,
    region,
    network_id: spec.network.networkId,
    admin_state_up: true,
    fixed_ip: [{ subnet_id: spec.network.subnetId, ...(spec.network.address === undefined ? {} : { ip_address: spec.network.address }) }],
    // Without a group the operator lets nothing through; "no firewall" means that the machine filters by itself.
    ...(spec.firewalls.length > 0
      ? { security_group_ids: [...spec.firewalls] }
      : { no_security_groups: true, port_security_enabled: false }),
  });
  const made = cx.resource(
    "openstack_compute_instance_v2",
    "instance",
    {
      name: spec.name,
      region,
      ...sizeOf(spec, cx),
      ...diskOf(spec, cx),
      key_pair: keyPair(spec, cx),
      ...(spec.zone === undefined ? {} : { availability_zone: spec.zone }),
      network: [{ port: port.ref("id") }],
      ...(spec.userData === undefined ? {} : { user_data: spec.userData }),
    },
    // A newer build of the image under the same name would replace it.
    { ignoreChanges: ["image_id", "block_device"] },
  );
  for (const [index, volume_id] of spec.volumeIds.entries())
    cx.resource("openstack_compute_volume_attach_v2", `volume-${index}`, { region, instance_id: made.ref("id"), volume_id });
  return {
    instanceId: made.ref("id"),
    privateAddress: spec.network.address ?? port.ref("all_fixed_ips[0]"),
    ...(spec.publicAddress ? { publicAddress: floatingAddress(port.ref("id"), cx) } : {}),
  };
};

function refuse({ name, shares, publicAddress, network }: InstanceSpec): void {
  if (shares.length > 0)
    throw new InputError(
      `Instance ${name} mounts file shares, which not every OpenStack has. Run an NFS server on a machine of the network and mount it in { userData }.`,
    );
  if (publicAddress && network.gatewayId === undefined)
    throw new InputError(
      `Instance ${name} wants a public address, and its network is closed. Give it a way out, { gateway: true }, or leave out { publicAddress }.`,
    );
}

function sizeOf({ name, flavour }: InstanceSpec, cx: LowerContext) {
  if ("id" in flavour) return { flavor_id: flavour.id };
  return { flavor_name: machineName(`Instance ${name}`, flavour, siteOf(cx.region).sizes) };
}

function diskOf({ image }: InstanceSpec, cx: LowerContext) {
  const { region } = cx;
  const { images, startsFrom } = siteOf(region);
  const image_id =
    "id" in image
      ? image.id
      : cx
          .lookUp("openstack_images_image_v2", "image", {
            region,
            name: images[image.name] ?? image.name,
            visibility: "public",
            most_recent: true,
          })
          .ref("id");
  if (startsFrom === "disk") return { image_id };
  return {
    block_device: [
      {
        uuid: image_id,
        source_type: "image",
        destination_type: "volume",
        volume_size: ROOT,
        boot_index: 0,
        delete_on_termination: true,
      },
    ],
  };
}

function keyPair({ sshKey }: InstanceSpec, cx: LowerContext): string {
  if ("registered" in sshKey) return sshKey.registered;
  return cx
    .resource("openstack_compute_keypair_v2", "key", { region: cx.region, name: sshKey.name, public_key: sshKey.publicKey })
    .ref("name");
}
