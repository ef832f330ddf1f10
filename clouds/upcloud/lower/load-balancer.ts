import { InputError } from "../../../catalogue/index.ts";
import type { ListenerSpec, Lower, LowerContext } from "../../contract/index.ts";

/**
 * A load balancer in a network; each listener has a backend of its own, and a rule that rejects whoever is not named. It has no address but a name.
 *
 * Source: UpCloudLtd/terraform-provider-upcloud docs/resources/loadbalancer.md, loadbalancer_frontend.md, loadbalancer_frontend_rule.md,
 * loadbalancer_frontend_tls_config.md, loadbalancer_backend.md, loadbalancer_static_backend_member.md; seen 2026-11-28.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  if (spec.publicAddress && spec.network.gatewayId === undefined)
    throw new InputError(
      `Load balancer ${spec.name} wants a public address, and its network is closed. Give it a way out, { gateway: true }, or leave out { publicAddress }.`,
    );
  const made = cx.resource("upcloud_loadbalancer", "load-balancer", {
    name: spec.name,
    zone: cx.region,
    plan: PLANS[spec.size],
    configured_status: "started",
    networks: [
      { name: "private", type: "private", family: "IPv4", network: spec.network.subnetId },
      ...(spec.publicAddress ? [{ name: "public", type: "public", family: "IPv4" }] : []),
    ],
  });
  for (const listener of spec.listeners) write(listener, made.ref("id"), spec.publicAddress ? "public" : "private", cx);
  return {
    loadBalancerId: made.ref("id"),
    privateAddress: made.ref("networks[0].dns_name"),
    ...(spec.publicAddress ? { publicAddress: made.ref("networks[1].dns_name") } : {}),
  };
};

/** Plans. Source: docs/resources/loadbalancer.md; seen 2026-11-28. */
const PLANS = { small: "development", medium: "production-small", large: "production-small" } as const;

function write({ id, port, tls, from, backend }: ListenerSpec, loadbalancer: string, network: string, cx: LowerContext): void {
  const ends = tls.kind === "terminate";
  const behind = cx.resource("upcloud_loadbalancer_backend", `backend-${id}`, {
    loadbalancer,
    name: id,
    ...(ends && backend.healthPath !== undefined
      ? { properties: [{ health_check_type: "http", health_check_url: backend.healthPath, health_check_expected_status: 200 }] }
      : { properties: [{ health_check_type: "tcp" }] }),
  });
  for (const [index, ip] of backend.addresses.entries())
    cx.resource("upcloud_loadbalancer_static_backend_member", `member-${id}-${index}`, {
      backend: behind.ref("id"),
      name: `${id}-${index}`,
      ip,
      port: backend.port,
      weight: 100,
      max_sessions: 1000,
    });
  const front = cx.resource("upcloud_loadbalancer_frontend", `listener-${id}`, {
    loadbalancer,
    name: id,
    mode: ends ? "http" : "tcp",
    port,
    default_backend_name: behind.ref("name"),
    networks: [{ name: network }],
  });
  if (tls.kind === "terminate")
    cx.resource("upcloud_loadbalancer_frontend_tls_config", `tls-${id}`, {
      frontend: front.ref("id"),
      name: id,
      certificate_bundle: tls.certificateId,
    });
  // All matchers together: whoever is in none of the ranges.
  if (!from.includes("0.0.0.0/0"))
    cx.resource("upcloud_loadbalancer_frontend_rule", `from-${id}`, {
      frontend: front.ref("id"),
      name: "nobody-else",
      priority: 100,
      matching_condition: "and",
      matchers: [{ src_ip: from.map((value) => ({ value, inverse: true })) }],
      actions: [{ tcp_reject: [{}] }],
    });
}
