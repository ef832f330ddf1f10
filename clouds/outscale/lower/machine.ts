import { base64, type InstanceOutputs, type InstanceSpec, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";
import { imageId } from "./image.ts";
import { keypair, keypairName } from "./keypair.ts";
import { named } from "./tags.ts";

/** A machine in a subnet, with what it carries. */
export function machine(spec: InstanceSpec, subnetId: string, cx: LowerContext): InstanceOutputs {
  const key = keypair(spec.sshKey, cx);
  const made = cx.resource(
    "outscale_vm",
    "instance",
    {
      image_id: imageId(spec.image, cx, key === undefined ? [] : [key]),
      vm_type: machineName(`Instance ${spec.name}`, spec.flavour, machineSizes),
      keypair_name: keypairName(spec.sshKey, key),
      subnet_id: subnetId,
      // Always said: left out, the Net's default group would apply, whose members reach each other.
      ...(spec.firewalls.length > 0 ? { security_group_ids: [...spec.firewalls] } : {}),
      ...(spec.zone === undefined || spec.publicAddress ? {} : { placement_subregion_name: spec.zone }),
      ...(spec.network.address === undefined ? {} : { private_ips: [spec.network.address] }),
      ...(spec.userData === undefined ? {} : { user_data: base64(spec.userData) }),
      ...named(spec.name),
    },
    // A newer build of the image under the same name would replace the machine.
    { ignoreChanges: ["image_id"] },
  );
  const vm_id = made.ref("vm_id");
  for (const [index, volumeId] of spec.volumeIds.entries())
    cx.resource("outscale_volume_link", `volume-${index}`, { vm_id, volume_id: volumeId, device_name: `/dev/xvd${deviceLetter(index)}` });
  const address = spec.publicAddress ? cx.resource("outscale_public_ip", "address", named(spec.name)) : undefined;
  if (address !== undefined) cx.resource("outscale_public_ip_link", "address-link", { vm_id, public_ip_id: address.ref("public_ip_id") });
  return {
    instanceId: vm_id,
    privateAddress: spec.network.address ?? made.ref("private_ip"),
    ...(address === undefined ? {} : { publicAddress: address.ref("public_ip") }),
  };
}

/** `b` and on: the root device is the first. */
function deviceLetter(index: number): string {
  return String.fromCharCode("b".charCodeAt(0) + index);
}
