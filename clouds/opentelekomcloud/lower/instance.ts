import { InputError } from "../../../catalogue/index.ts";
import { type CatalogueRef, type InstanceSpec, type Lower, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";
import { keyFor } from "./key.ts";
import { publicAddress } from "./public-address.ts";

/**
 * A machine in a subnet, its disk encrypted with a key of its own.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/ecs_instance_v1.md, compute_keypair_v2.md, compute_volume_attach_v2.md; seen
 * 2026-11-28.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  refuse(spec);
  const { region } = cx;
  const made = cx.resource(
    "opentelekomcloud_ecs_instance_v1",
    "instance",
    {
      name: spec.name,
      flavor: machineName(`Instance ${spec.name}`, spec.flavour, machineSizes),
      image_id: imageId(spec.image, cx),
      availability_zone: spec.zone ?? cx.place.zones[0] ?? `${region}-01`,
      vpc_id: spec.network.networkId,
      nics: [
        {
          network_id: spec.network.subnetId,
          ...(spec.network.address === undefined ? {} : { ip_address: spec.network.address }),
        },
      ],
      key_name: keyPair(spec, cx),
      ...(spec.firewalls.length > 0 ? { security_groups: [...spec.firewalls] } : {}),
      ...(spec.userData === undefined ? {} : { user_data: spec.userData }),
      system_disk_type: "SSD",
      system_disk_kms_id: keyFor(spec.name, cx, "disk-key"),
      delete_disks_on_termination: true,
    },
    // A newer build of the image under the same name would replace it.
    { ignoreChanges: ["image_id"] },
  );
  for (const [index, volume_id] of spec.volumeIds.entries())
    cx.resource("opentelekomcloud_compute_volume_attach_v2", `volume-${index}`, { region, instance_id: made.ref("id"), volume_id });
  return {
    instanceId: made.ref("id"),
    privateAddress: spec.network.address ?? made.ref("nics[0].ip_address"),
    ...(spec.publicAddress
      ? { publicAddress: publicAddress(spec.name, cx, made.ref("nics[0].port_id")).ref("publicip[0].ip_address") }
      : {}),
  };
};

/** What people call an image → the name under which the cloud keeps its newest build. Source: acceptance tests of the provider; public programs; seen 2026-11-28. */
const IMAGES: Readonly<Record<string, string>> = {
  "Debian 12": "Standard_Debian_12_amd64_bios_latest",
  "Debian 13": "Standard_Debian_13_amd64_bios_latest",
  "Ubuntu 22.04": "Standard_Ubuntu_22.04_latest",
  "Ubuntu 24.04": "Standard_Ubuntu_24.04_amd64_bios_latest",
};

function imageId(image: CatalogueRef, cx: LowerContext): string {
  if ("id" in image) return image.id;
  return cx
    .lookUp("opentelekomcloud_images_image_v2", "image", {
      name: IMAGES[image.name] ?? image.name,
      visibility: "public",
      most_recent: true,
    })
    .ref("id");
}

function keyPair({ sshKey }: InstanceSpec, cx: LowerContext): string {
  if ("registered" in sshKey) return sshKey.registered;
  return cx
    .resource("opentelekomcloud_compute_keypair_v2", "key", { region: cx.region, name: sshKey.name, public_key: sshKey.publicKey })
    .ref("name");
}

function refuse({ name, shares, firewalls }: InstanceSpec): void {
  if (shares.length > 0)
    throw new InputError(
      `Instance ${name} is given file shares, and here a machine mounts them by their path. Leave out { shares }, and mount { exportPath } in { userData }.`,
    );
  if (firewalls.length === 0)
    throw new InputError(
      `Instance ${name} carries no firewall, and Open Telekom Cloud puts such a machine into the project's default group. Name one that lets everything in, if the machine filters by itself: { firewalls: [open] }.`,
    );
}
