import { InputError } from "../../../catalogue/index.ts";
import type { ListenerSpec, Lower, LowerContext } from "../../contract/index.ts";

/**
 * A dedicated load balancer in every zone; each listener has a list of who may connect. Where TLS ends here it is 1.2 and later.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/lb_loadbalancer_v3.md, lb_listener_v3.md, lb_pool_v3.md, lb_member_v3.md,
 * lb_monitor_v3.md, lb_ipgroup_v3.md; names of sizes in docs/data-sources/lb_flavor_v3.md; seen 2026-11-28.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  if (spec.publicAddress && spec.network.gatewayId === undefined)
    throw new InputError(
      `Load balancer ${spec.name} wants a public address, and its network is closed. Give it a way out, { gateway: true }, or leave out { publicAddress }.`,
    );
  const size = (layer: "l4" | "l7") =>
    cx.lookUp("opentelekomcloud_lb_flavor_v3", layer, { name: `${layer.toUpperCase()}_flavor.elb.s1.${spec.size}` }).ref("id");
  // The balancer wants the subnet by the id that its ports have, everything else by that of its network.
  const subnet_id = cx
    .lookUp("opentelekomcloud_vpc_subnet_v1", "subnet", { id: spec.network.subnetId, region: cx.region })
    .ref("subnet_id");
  const made = cx.resource("opentelekomcloud_lb_loadbalancer_v3", "load-balancer", {
    name: spec.name,
    subnet_id,
    network_ids: [spec.network.subnetId],
    availability_zones: [...cx.place.zones],
    l4_flavor: size("l4"),
    l7_flavor: size("l7"),
    deletion_protection: false,
    ...(spec.publicAddress
      ? {
          public_ip: [
            {
              ip_type: "5_bgp",
              bandwidth_name: spec.name,
              bandwidth_size: 100,
              bandwidth_share_type: "PER",
              bandwidth_charge_mode: "traffic",
            },
          ],
        }
      : {}),
  });
  for (const listener of spec.listeners) write(spec.name, listener, made.ref("id"), subnet_id, cx);
  return {
    loadBalancerId: made.ref("id"),
    privateAddress: made.ref("vip_address"),
    ...(spec.publicAddress ? { publicAddress: made.ref("public_ip[0].address") } : {}),
  };
};

function write(
  balancer: string,
  { id, port, tls, from, backend }: ListenerSpec,
  loadbalancer_id: string,
  subnet_id: string,
  cx: LowerContext,
): void {
  const ends = tls.kind === "terminate";
  const group = cx.resource("opentelekomcloud_lb_ipgroup_v3", `from-${id}`, {
    name: `${balancer}-${id}`,
    description: "Who may connect",
    ip_list: from.map((ip) => ({ ip, description: "May connect" })),
  });
  const listener = cx.resource("opentelekomcloud_lb_listener_v3", `listener-${id}`, {
    name: id,
    loadbalancer_id,
    protocol: ends ? "HTTPS" : "TCP",
    protocol_port: port,
    ip_group: [{ id: group.ref("id"), enable: true, type: "white" }],
    ...(tls.kind === "terminate" ? { default_tls_container_ref: tls.certificateId, tls_ciphers_policy: "tls-1-2" } : {}),
  });
  const pool = cx.resource("opentelekomcloud_lb_pool_v3", `pool-${id}`, {
    name: id,
    listener_id: listener.ref("id"),
    protocol: ends ? "HTTP" : "TCP",
    lb_algorithm: "ROUND_ROBIN",
  });
  for (const [index, address] of backend.addresses.entries())
    cx.resource("opentelekomcloud_lb_member_v3", `member-${id}-${index}`, {
      pool_id: pool.ref("id"),
      address,
      protocol_port: backend.port,
      subnet_id,
    });
  cx.resource("opentelekomcloud_lb_monitor_v3", `health-${id}`, {
    pool_id: pool.ref("id"),
    delay: 10,
    timeout: 5,
    max_retries: 3,
    ...(ends && backend.healthPath !== undefined
      ? { type: "HTTP", url_path: backend.healthPath, http_method: "GET", expected_codes: "200" }
      : { type: "TCP" }),
  });
}
