import type { Handle, Hub, LowerContext, NetworkSpec } from "../../contract/index.ts";
import { named } from "./tags.ts";

/** Joins a spoke to its hub, and writes the way in both: from the spoke's tables to the hub, and from the hub's to the spoke. */
export function peering(spec: NetworkSpec, hub: Hub, net_id: string, tables: readonly Handle[], cx: LowerContext): void {
  const asked = cx.resource("outscale_net_peering", "peering", {
    source_net_id: net_id,
    accepter_net_id: hub.networkId,
    ...named(spec.name),
  });
  const accepted = cx.resource("outscale_net_peering_acceptation", "peering-accepted", { net_peering_id: asked.ref("net_peering_id") });
  const route = (id: string, route_table_id: string, destination_ip_range: string) =>
    cx.resource("outscale_route", id, { route_table_id, destination_ip_range, net_peering_id: accepted.ref("net_peering_id") });
  for (const [index, table] of tables.entries()) route(`to-hub-${index}`, table.ref("route_table_id"), hub.cidr);
  for (const [name, table] of Object.entries(hub.forSpokes)) route(`from-hub-${name}`, table, spec.cidr);
}
