import { InputError } from "../../../catalogue/index.ts";
import { addressIn, type Handle, type Lower, type LowerContext, type NetworkGateway, parseCidr } from "../../contract/index.ts";
import { isLocalZone, projectOf } from "./project.ts";

/**
 * A vRack network of one region, its subnets, and a gateway that translates what goes out. The v2 family (`ovh_cloud_network_private_vrack`) is
 * one region by construction; the older `ovh_cloud_project_network_private` spans the world when its regions are left out.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_network_private_vrack.md, cloud_network_private_vrack_subnet.md, cloud_gateway.md; seen 2026-11-23.
 */
export const network: Lower<"network"> = (spec, cx) => {
  const at = { service_name: projectOf(cx), region: cx.region };
  if (spec.vlan !== undefined && isLocalZone(cx.region))
    throw new InputError(
      `Network ${spec.name} asks for VLAN ${spec.vlan}, which OVHcloud's local zones do not take. Leave out { vlan }: ${cx.region} chooses one.`,
    );
  const made = cx.resource("ovh_cloud_network_private_vrack", "network", {
    ...at,
    name: spec.name,
    ...(spec.vlan === undefined ? {} : { vlan_id: spec.vlan }),
  });
  const subnets = spec.subnets.map(({ id, cidr, zone }) => ({
    id,
    handle: cx.resource("ovh_cloud_network_private_vrack_subnet", `subnet-${id}`, {
      ...at,
      network_id: made.ref("id"),
      name: `${spec.name}-${id}`,
      cidr,
      dhcp_enabled: true,
      ...(zone === undefined ? {} : { availability_zone: zone }),
      ...(spec.gateway === undefined ? {} : { gateway_ip: addressIn(parseCidr(cidr), 1), dns_nameservers: [RESOLVER] }),
    }),
  }));
  const own = subnets.map(({ handle }) => handle.ref("id"));
  const gatewayId =
    spec.gateway === undefined
      ? undefined
      : "of" in spec.gateway
        ? spec.gateway.of
        : gatewayFor(spec.name, spec.gateway, own, at, cx).ref("id");
  return {
    networkId: made.ref("id"),
    regionalId: made.ref("id"),
    subnetIds: Object.fromEntries(subnets.map(({ id, handle }) => [id, handle.ref("id")])),
    ...(gatewayId === undefined ? {} : { gatewayId }),
  };
};

/** It routes between all subnets that it serves, and lets them out. */
function gatewayFor(
  name: string,
  { size, guests }: Extract<NetworkGateway, { readonly size: unknown }>,
  own: readonly string[],
  at: Readonly<Record<string, string>>,
  cx: LowerContext,
): Handle {
  return cx.resource("ovh_cloud_gateway", "gateway", {
    ...at,
    name: `${name}-gateway`,
    external_gateway: { enabled: true, model: MODELS[size] },
    subnet_ids: guests === undefined ? own : cx.later(() => [...own, ...guests()]),
  });
}

const MODELS = { small: "S", medium: "M", large: "L" } as const;

/** The operator's own resolver: no third company learns the names that machines look up. Source: docs/resources/cloud_network_private_vrack_subnet.md; seen 2026-11-23. */
const RESOLVER = "213.186.33.99";
