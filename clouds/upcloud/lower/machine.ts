import { InputError } from "../../../catalogue/index.ts";
import { type Handle, type InstanceSpec, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";

/** Gigabytes of the disk from which a machine starts. */
const ROOT = 25;

/** What people call an image → the title of UpCloud's template. Source: templates as public programs name them; seen 2026-11-28. */
const TEMPLATES: Readonly<Record<string, string>> = {
  "Debian 12": "Debian GNU/Linux 12 (Bookworm)",
  "Ubuntu 24.04": "Ubuntu Server 24.04 LTS (Noble Numbat)",
};

/**
 * A machine, its disk encrypted by the operator.
 *
 * Source: UpCloudLtd/terraform-provider-upcloud docs/resources/server.md; seen 2026-11-28.
 */
export function machine(spec: Omit<InstanceSpec, "firewalls">, cx: LowerContext, firewall: boolean): Handle {
  if ("registered" in spec.sshKey)
    throw new InputError(
      `Machine ${spec.name} names a key that is registered (${spec.sshKey.registered}), and UpCloud's provider takes the key itself. Write it: { sshKey: "ssh-ed25519 …" }.`,
    );
  return cx.resource(
    "upcloud_server",
    "instance",
    {
      hostname: spec.name,
      title: spec.name,
      zone: cx.region,
      plan: machineName(`Instance ${spec.name}`, spec.flavour, machineSizes),
      firewall,
      metadata: true,
      template: [
        {
          storage: "id" in spec.image ? spec.image.id : (TEMPLATES[spec.image.name] ?? spec.image.name),
          size: ROOT,
          encrypt: true,
        },
      ],
      network_interface: [
        {
          type: "private",
          network: spec.network.subnetId,
          ...(spec.network.address === undefined ? {} : { ip_address: spec.network.address }),
        },
        ...(spec.publicAddress ? [{ type: "public", ip_address_family: "IPv4" }] : []),
      ],
      login: [{ keys: [spec.sshKey.publicKey], create_password: false }],
      ...(spec.userData === undefined ? {} : { user_data: spec.userData }),
      ...(spec.volumeIds.length > 0 ? { storage_devices: spec.volumeIds.map((storage) => ({ storage, type: "disk" })) } : {}),
    },
    // A newer build of the template under the same title would replace it.
    { ignoreChanges: ["template"] },
  );
}
