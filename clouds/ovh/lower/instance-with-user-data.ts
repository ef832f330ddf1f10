import { InputError } from "../../../catalogue/index.ts";
import type { InstanceOutputs, InstanceSpec, LowerContext } from "../../contract/index.ts";
import { flavourId, imageId } from "./catalogue.ts";
import { projectOf } from "./project.ts";
import { keyName, sshKey } from "./ssh-key.ts";

/**
 * A machine that configures itself at its first boot. Provider 2.19 can put no security group on it, so the project's own applies, which lets
 * everything in that reaches the private network: its user data has to filter.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_instance.md (a beta API, it says), ovh/resource_cloud_project_instance.go; seen 2026-11-23.
 */
export function instanceWithUserData(spec: InstanceSpec & { readonly userData: string }, cx: LowerContext): InstanceOutputs {
  const refused = [
    ...(spec.firewalls.length > 0 ? ["a firewall"] : []),
    ...(spec.volumeIds.length > 0 ? ["volumes"] : []),
    ...(spec.shares.length > 0 ? ["file shares"] : []),
  ];
  if (refused.length > 0)
    throw new InputError(
      `Instance ${spec.name} has user data and ${refused.join(" and ")}: OVHcloud's provider (2.19) gives an instance the one or the other, never both. ` +
        `Leave out { userData } and configure the machine over SSH, or say { firewalls: [] } aloud, attach nothing, and filter in the user data itself.`,
    );
  const at = { service_name: projectOf(cx), region: cx.region };
  const key = sshKey(spec.sshKey, "ovh_cloud_project_ssh_key", at, cx);
  const after = key === undefined ? [] : [key];
  if (spec.publicAddress && spec.network.gatewayId === undefined)
    throw new InputError(
      `Instance ${spec.name} wants a public address, which OVHcloud leads through the network's gateway; this network has none. Give it one, { gateway: true }, or leave out { publicAddress }.`,
    );
  const address = spec.publicAddress ? cx.resource("ovh_cloud_floating_ip", "address", { ...at, description: spec.name }) : undefined;
  const made = cx.resource(
    "ovh_cloud_project_instance",
    "instance",
    {
      ...at,
      name: spec.name,
      billing_period: "hourly",
      boot_from: [{ image_id: imageId(spec.image, cx, after) }],
      flavor: [{ flavor_id: flavourId(`Instance ${spec.name}`, spec.flavour, cx, after) }],
      ssh_key: [{ name: keyName(spec.sshKey, key) }],
      ...(spec.zone === undefined ? {} : { availability_zone: spec.zone }),
      network: [
        {
          public: false,
          private: [
            {
              network: [{ id: spec.network.networkId, subnet_id: spec.network.subnetId }],
              ...(spec.network.address === undefined ? {} : { ip: spec.network.address }),
              ...(address === undefined
                ? {}
                : { gateway: [{ id: spec.network.gatewayId }], floating_ip: [{ id: address.ref("current_state.id") }] }),
            },
          ],
        },
      ],
      user_data: spec.userData,
    },
    // A newer build of the image under the same name would replace the machine.
    { ignoreChanges: ["boot_from"] },
  );
  return {
    instanceId: made.ref("id"),
    // The resource tells its addresses as a set and not which of them is private: only one that was asked for is known.
    ...(spec.network.address === undefined ? {} : { privateAddress: spec.network.address }),
    ...(address === undefined ? {} : { publicAddress: address.ref("current_state.ip") }),
  };
}
