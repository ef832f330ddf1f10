import type { InstanceSpec, Lower } from "../../contract/index.ts";
import { flavourId, imageId } from "./catalogue.ts";
import { instanceWithUserData } from "./instance-with-user-data.ts";
import { projectOf } from "./project.ts";
import { keyName, sshKey } from "./ssh-key.ts";

/**
 * A machine without a public address. Provider 2.19 has two resources for it and neither does everything: `ovh_cloud_instance` takes security
 * groups, volumes and shares but no user data; `ovh_cloud_project_instance` takes user data and none of these.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_instance.md, cloud_ssh_key.md, cloud_floating_ip.md, and the provider's schema; seen 2026-11-23.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  if (spec.userData !== undefined) return instanceWithUserData({ ...spec, userData: spec.userData }, cx);
  const at = { service_name: projectOf(cx), region: cx.region };
  const key = sshKey(spec.sshKey, "ovh_cloud_ssh_key", { service_name: at.service_name }, cx);
  const address = spec.publicAddress ? cx.resource("ovh_cloud_floating_ip", "address", { ...at, description: spec.name }) : undefined;
  const after = key === undefined ? [] : [key];
  const made = cx.resource(
    "ovh_cloud_instance",
    "instance",
    {
      ...at,
      name: spec.name,
      flavor_id: flavourId(`Instance ${spec.name}`, spec.flavour, cx, after),
      image_id: imageId(spec.image, cx, after),
      ssh_key_name: keyName(spec.sshKey, key),
      ...(spec.zone === undefined ? {} : { availability_zone: spec.zone }),
      networks: [interfaceOf(spec, address?.ref("current_state.ip"))],
      // Always said: left out, the project's default group would apply, which lets everything in.
      security_group_ids: [...spec.firewalls],
      ...(spec.volumeIds.length > 0 ? { volume_ids: [...spec.volumeIds] } : {}),
      ...(spec.shares.length > 0
        ? {
            shares: spec.shares.map(({ shareId, access }) => ({
              id: shareId,
              access_level: access === "read" ? "READ_ONLY" : "READ_WRITE",
            })),
          }
        : {}),
    },
    // A newer build of the image under the same name would wipe the root disk.
    { ignoreChanges: ["image_id"] },
  );
  return {
    instanceId: made.ref("id"),
    privateAddress: spec.network.address ?? made.ref("current_state.networks[0].addresses[0].ip"),
    ...(address === undefined ? {} : { publicAddress: address.ref("current_state.ip") }),
  };
};

/** One private interface. An address that lies outside the subnet is a floating one of the project, which the operator associates. */
function interfaceOf({ network }: InstanceSpec, floating: string | undefined) {
  const ip = floating ?? network.address;
  return { network_id: network.networkId, subnet_id: network.subnetId, ...(ip === undefined ? {} : { ip }) };
}
