import { InputError } from "../../../catalogue/index.ts";
import type { ListenerSpec, LoadBalancerSpec, Lower } from "../../contract/index.ts";
import { home } from "./project.ts";

/**
 * A load balancer in a network. It passes TLS on and does not end it; one list says who may connect to all its listeners.
 *
 * Source: stackitcloud/terraform-provider-stackit docs/resources/loadbalancer.md, public_ip.md; seen 2026-11-28.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  const acl = refuse(spec);
  const address = spec.publicAddress ? cx.resource("stackit_public_ip", "address", home(cx)) : undefined;
  const made = cx.resource("stackit_loadbalancer", "load-balancer", {
    ...home(cx),
    name: spec.name,
    plan_id: SIZES[spec.size],
    networks: [{ network_id: spec.network.networkId, role: "ROLE_LISTENERS_AND_TARGETS" }],
    listeners: spec.listeners.map(({ id, port }) => ({ display_name: id, port, protocol: "PROTOCOL_TCP", target_pool: id })),
    target_pools: spec.listeners.map(poolOf),
    options: { private_network_only: !spec.publicAddress, acl },
    ...(address === undefined ? {} : { external_address: address.ref("ip") }),
  });
  return {
    loadBalancerId: made.ref("name"),
    privateAddress: made.ref("private_address"),
    ...(address === undefined ? {} : { publicAddress: address.ref("ip") }),
  };
};

/** Plans, by connections and throughput. Source: docs/resources/loadbalancer.md; seen 2026-11-28. */
const SIZES = { small: "p10", medium: "p50", large: "p250" } as const;

function poolOf({ id, backend }: ListenerSpec) {
  return {
    name: id,
    target_port: backend.port,
    targets: backend.addresses.map((ip, index) => ({ display_name: `${id}-${index}`, ip })),
    active_health_check: { healthy_threshold: 3, unhealthy_threshold: 3, interval: "10s", timeout: "5s" },
  };
}

function refuse({ name, listeners, publicAddress, network }: LoadBalancerSpec): readonly string[] {
  if (publicAddress && network.gatewayId === undefined)
    throw new InputError(
      `Load balancer ${name} wants a public address, and its network is closed. Give it a way out, { gateway: true }, or leave out { publicAddress }.`,
    );
  if (listeners.some(({ tls }) => tls.kind === "terminate"))
    throw new InputError(
      `Load balancer ${name} ends TLS, and STACKIT's passes it on. Leave out { tls: { certificate } }, and end TLS on the machines or in the cluster.`,
    );
  const lists = listeners.map(({ from }) => [...new Set(from)].sort());
  const [first = []] = lists;
  if (lists.some((list) => JSON.stringify(list) !== JSON.stringify(first)))
    throw new InputError(
      `Load balancer ${name} lets different addresses reach its listeners, and STACKIT's has one list for all. Make a load balancer for each.`,
    );
  return first;
}
