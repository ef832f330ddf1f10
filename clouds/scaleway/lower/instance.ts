import { InputError } from "../../../catalogue/index.ts";
import { type InstanceSpec, type Lower, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";
import { imageOf } from "./image.ts";
import { projectOf, zoneOf } from "./project.ts";

/**
 * A machine in a private network, without a public address unless asked. Keys are the project's: whoever is registered may enter each of its machines, so
 * that a key of the spec is registered there. File systems are attached for reading and writing.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/instance_server.md, instance_private_nic.md, ipam_ip.md, iam_ssh_key.md; seen 2026-11-28.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  refuse(spec);
  const zone = zoneOf(spec.zone, cx);
  const key =
    "registered" in spec.sshKey
      ? undefined
      : cx.resource("scaleway_iam_ssh_key", "key", {
          name: spec.sshKey.name,
          public_key: spec.sshKey.publicKey,
          project_id: projectOf(cx),
        });
  const address = spec.publicAddress ? cx.resource("scaleway_instance_ip", "address", { zone, type: "routed_ipv4" }) : undefined;
  const made = cx.resource(
    "scaleway_instance_server",
    "instance",
    {
      name: spec.name,
      zone,
      type: machineName(`Instance ${spec.name}`, spec.flavour, machineSizes),
      image: imageOf(spec.image),
      enable_dynamic_ip: false,
      ...(address === undefined ? {} : { ip_id: address.ref("id") }),
      ...(spec.firewalls[0] === undefined ? {} : { security_group_id: spec.firewalls[0] }),
      ...(spec.volumeIds.length > 0 ? { additional_volume_ids: [...spec.volumeIds] } : {}),
      ...(spec.userData === undefined ? {} : { cloud_init: spec.userData }),
      ...(spec.shares.length > 0 ? { filesystems: spec.shares.map(({ shareId }) => ({ filesystem_id: shareId })) } : {}),
      root_volume: [{ volume_type: "sbs_volume", delete_on_termination: true }],
    },
    // Keys are read when the machine first starts. A newer build of the image under the same label would replace it.
    { ignoreChanges: ["image"], ...(key === undefined ? {} : { dependsOn: [key] }) },
  );
  const nic = cx.resource("scaleway_instance_private_nic", "nic", {
    server_id: made.ref("id"),
    private_network_id: spec.network.subnetId,
    zone,
    ...fixed(spec, cx),
  });
  return {
    instanceId: made.ref("id"),
    privateAddress: spec.network.address ?? nic.ref("private_ips[0].address"),
    ...(address === undefined ? {} : { publicAddress: address.ref("address") }),
  };
};

function fixed({ network }: InstanceSpec, cx: LowerContext) {
  if (network.address === undefined) return {};
  const booked = cx.resource("scaleway_ipam_ip", "private-address", {
    address: network.address,
    region: cx.region,
    source: [{ private_network_id: network.subnetId }],
  });
  return { ipam_ip_ids: [booked.ref("id")] };
}

function refuse({ name, firewalls, shares }: InstanceSpec): void {
  if (firewalls.length > 1)
    throw new InputError(
      `Instance ${name} carries ${firewalls.length} firewalls, and one of Scaleway's machines carries one. Put their rules into one firewall.`,
    );
  if (shares.some(({ access }) => access === "read"))
    throw new InputError(
      `Instance ${name} mounts a file share for reading only, which Scaleway cannot promise: who has one attached may write. Say { access: "write" }, or mount it read-only yourself.`,
    );
}
