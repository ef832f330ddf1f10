import { InputError } from "../../../catalogue/index.ts";
import { type Handle, type Lower, type LowerContext, lastFreeBlock, type NetworkSpec } from "../../contract/index.ts";
import { peering } from "./peering.ts";
import { named } from "./tags.ts";

/**
 * A Net, its subnets, and a way out: an internet service, and a NAT service in a small subnet that nobody else stands in. The machines' subnets lead to
 * the NAT service; only the small one leads to the internet service, so that a machine has a way in only where it was put there.
 *
 * There is no private backbone, so that a VLAN number has nothing to number. A gateway serves one Net: a spoke has one of its own, and is peered with its hub. Peerings do not lead on, so that spokes do not reach each other.
 *
 * Source: outscale/terraform-provider-outscale docs/resources/net.md, subnet.md, internet_service_link.md, nat_service.md, route.md,
 * route_table_link.md, net_peering.md; docs.outscale.com "About Net Peerings"; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  const net = cx.resource("outscale_net", "net", { ip_range: spec.cidr, ...named(spec.name) });
  const net_id = net.ref("net_id");
  const subnets = spec.subnets.map(({ id, cidr, zone }) => ({
    id,
    handle: cx.resource("outscale_subnet", `subnet-${id}`, {
      net_id,
      ip_range: cidr,
      ...(zone === undefined ? {} : { subregion_name: zone }),
      map_public_ip_on_launch: false,
      ...named(`${spec.name}-${id}`),
    }),
  }));
  const table = cx.resource("outscale_route_table", "routes", { net_id, ...named(spec.name) });
  for (const { id, handle } of subnets)
    cx.resource("outscale_route_table_link", `routes-${id}`, {
      route_table_id: table.ref("route_table_id"),
      subnet_id: handle.ref("subnet_id"),
    });
  const door = spec.gateway === undefined ? undefined : wayOut(spec, net_id, table, cx);
  if (spec.gateway !== undefined && "of" in spec.gateway)
    peering(spec, spec.gateway.hub, net_id, [table, ...(door === undefined ? [] : [door.table])], cx);
  return {
    networkId: net_id,
    regionalId: net_id,
    subnetIds: Object.fromEntries(subnets.map(({ id, handle }) => [id, handle.ref("subnet_id")])),
    ...(door === undefined
      ? {}
      : {
          gatewayId: door.subnetId,
          forSpokes: { routes: table.ref("route_table_id"), door: door.table.ref("route_table_id") },
        }),
  };
};

interface WayOut {
  /** The subnet in which a public address works: what other concepts take for the network's gateway. */
  readonly subnetId: string;
  readonly table: Handle;
}

const DOOR = 28;

function wayOut(spec: NetworkSpec, net_id: string, inside: Handle, cx: LowerContext): WayOut {
  const block = lastFreeBlock(
    spec.cidr,
    spec.subnets.map(({ cidr }) => cidr),
    DOOR,
  );
  if (block === undefined)
    throw new InputError(
      `Network ${spec.name} gives all of ${spec.cidr} to its subnets, and Outscale's way out needs a subnet of its own, 16 addresses. Leave that much free, or close the network: { gateway: false }.`,
    );
  const zone = spec.subnets[0]?.zone;
  const service = cx.resource("outscale_internet_service", "internet", named(spec.name));
  const link = cx.resource("outscale_internet_service_link", "internet-link", {
    internet_service_id: service.ref("internet_service_id"),
    net_id,
  });
  const subnet = cx.resource("outscale_subnet", "way-out", {
    net_id,
    ip_range: block,
    ...(zone === undefined ? {} : { subregion_name: zone }),
    map_public_ip_on_launch: false,
    ...named(`${spec.name}-way-out`),
  });
  const table = cx.resource("outscale_route_table", "way-out-routes", { net_id, ...named(`${spec.name}-way-out`) });
  const everywhere = { destination_ip_range: "0.0.0.0/0" };
  const out = cx.resource(
    "outscale_route",
    "way-out-route",
    { ...everywhere, gateway_id: service.ref("internet_service_id"), route_table_id: table.ref("route_table_id") },
    { dependsOn: [link] },
  );
  const linked = cx.resource("outscale_route_table_link", "way-out-link", {
    route_table_id: table.ref("route_table_id"),
    subnet_id: subnet.ref("subnet_id"),
  });
  const address = cx.resource("outscale_public_ip", "way-out-address", named(`${spec.name}-way-out`));
  const nat = cx.resource(
    "outscale_nat_service",
    "nat",
    { subnet_id: subnet.ref("subnet_id"), public_ip_id: address.ref("public_ip_id"), ...named(spec.name) },
    // The service is refused in a subnet that does not lead to the internet yet.
    { dependsOn: [out, linked] },
  );
  cx.resource("outscale_route", "route-out", {
    ...everywhere,
    nat_service_id: nat.ref("nat_service_id"),
    route_table_id: inside.ref("route_table_id"),
  });
  return { subnetId: subnet.ref("subnet_id"), table };
}
