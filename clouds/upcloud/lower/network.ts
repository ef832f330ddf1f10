import type { Lower } from "../../contract/index.ts";

/**
 * A router, and a network on it for each subnet; a gateway that translates what goes out, and lets nothing in. A spoke is networks on the hub's router.
 *
 * Source: UpCloudLtd/terraform-provider-upcloud docs/resources/router.md, network.md, gateway.md; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  const zone = cx.region;
  const through = spec.gateway !== undefined && "of" in spec.gateway ? spec.gateway : undefined;
  const router =
    through?.hub.networkId ??
    // The gateway writes its own route into the router; undoing that would cut the way out.
    cx.resource("upcloud_router", "router", { name: spec.name }, { ignoreChanges: ["static_route"] }).ref("id");
  const subnetIds = spec.subnets.map(({ id, cidr }): [string, string] => [
    id,
    cx
      .resource("upcloud_network", `subnet-${id}`, {
        name: `${spec.name}-${id}`,
        zone,
        router,
        ip_network: [{ address: cidr, dhcp: true, dhcp_default_route: spec.gateway !== undefined, family: "IPv4" }],
      })
      .ref("id"),
  ]);
  const gatewayId =
    spec.gateway === undefined
      ? undefined
      : "of" in spec.gateway
        ? spec.gateway.of
        : cx
            .resource("upcloud_gateway", "gateway", {
              name: `${spec.name}-gateway`,
              zone,
              features: ["nat"],
              plan: PLANS[spec.gateway.size],
              router: [{ id: router }],
            })
            .ref("id");
  return {
    networkId: router,
    regionalId: router,
    subnetIds: Object.fromEntries(subnetIds),
    ...(gatewayId === undefined ? {} : { gatewayId }),
  };
};

/** Plans of a gateway. Source: docs/resources/gateway.md; seen 2026-11-28. */
const PLANS = { small: "essentials", medium: "standard", large: "production" } as const;
