import { InputError } from "../../../catalogue/index.ts";
import { type CatalogueRef, type InstanceSpec, type Lower, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";

/** Gigabytes of a machine's own disk. */
const DISK = 50;

/**
 * A machine in a private network, without a public address unless asked.
 *
 * Source: exoscale/terraform-provider-exoscale docs/resources/compute_instance.md, ssh_key.md, docs/data-sources/template.md; seen 2026-11-28.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  if (spec.shares.length > 0)
    throw new InputError(
      `Instance ${spec.name} mounts file shares, and Exoscale sells none. Run an NFS server on a machine of the network and mount it in { userData }.`,
    );
  const made = cx.resource(
    "exoscale_compute_instance",
    "instance",
    {
      name: spec.name,
      zone: cx.region,
      type: machineName(`Instance ${spec.name}`, spec.flavour, machineSizes),
      template_id: templateOf(spec.image, cx),
      disk_size: DISK,
      private: !spec.publicAddress,
      ssh_keys: [sshKey(spec, cx)],
      network_interface: [
        {
          network_id: spec.network.networkId,
          ...(spec.network.address === undefined ? {} : { ip_address: spec.network.address }),
        },
      ],
      ...(spec.firewalls.length > 0 ? { security_group_ids: [...spec.firewalls] } : {}),
      ...(spec.volumeIds.length > 0 ? { block_storage_volume_ids: [...spec.volumeIds] } : {}),
      ...(spec.userData === undefined ? {} : { user_data: spec.userData }),
    },
    // A newer build of the template under the same name would replace it.
    { ignoreChanges: ["template_id"] },
  );
  return {
    instanceId: made.ref("id"),
    ...(spec.network.address === undefined ? {} : { privateAddress: spec.network.address }),
    ...(spec.publicAddress ? { publicAddress: made.ref("public_ip_address") } : {}),
  };
};

/** What people call an image → the template's name. Source: exoscale/terraform-provider-exoscale docs/data-sources/template.md, and templates as public programs name them; seen 2026-11-28. */
const TEMPLATES: Readonly<Record<string, string>> = {
  "Debian 12": "Linux Debian 12 (Bookworm) 64-bit",
  "Ubuntu 24.04": "Linux Ubuntu 24.04 LTS 64-bit",
  "Ubuntu 22.04": "Linux Ubuntu 22.04 LTS 64-bit",
};

function templateOf(image: CatalogueRef, cx: LowerContext): string {
  if ("id" in image) return image.id;
  return cx.lookUp("exoscale_template", "image", { zone: cx.region, name: TEMPLATES[image.name] ?? image.name }).ref("id");
}

function sshKey({ sshKey: key }: InstanceSpec, cx: LowerContext): string {
  if ("registered" in key) return key.registered;
  return cx.resource("exoscale_ssh_key", "key", { name: key.name, public_key: key.publicKey }).ref("name");
}
