import { InputError } from "../../../catalogue/index.ts";
import type { ListenerSpec, Lower, LowerContext } from "../../contract/index.ts";
import { floatingAddress } from "./floating-address.ts";

/**
 * A load balancer (Octavia) in a subnet; each listener is its own pool, with a list of who may connect. Where TLS ends here the certificate is one of the
 * key manager's (Barbican), and TLS 1.2 the oldest. Sizes are flavours that each operator names as it likes: all take its default.
 *
 * Source: terraform-provider-openstack/terraform-provider-openstack docs/resources/lb_loadbalancer_v2.md, lb_listener_v2.md, lb_pool_v2.md, lb_member_v2.md,
 * lb_monitor_v2.md; seen 2026-11-28.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  if (spec.publicAddress && spec.network.gatewayId === undefined)
    throw new InputError(
      `Load balancer ${spec.name} wants a public address, and its network is closed. Give it a way out, { gateway: true }, or leave out { publicAddress }.`,
    );
  const { region } = cx;
  const made = cx.resource("openstack_lb_loadbalancer_v2", "load-balancer", {
    name: spec.name,
    region,
    vip_subnet_id: spec.network.subnetId,
    admin_state_up: true,
  });
  for (const listener of spec.listeners) write(listener, made.ref("id"), spec.network.subnetId, cx);
  return {
    loadBalancerId: made.ref("id"),
    privateAddress: made.ref("vip_address"),
    ...(spec.publicAddress ? { publicAddress: floatingAddress(made.ref("vip_port_id"), cx) } : {}),
  };
};

function write({ id, port, tls, from, backend }: ListenerSpec, loadbalancer_id: string, subnet_id: string, cx: LowerContext): void {
  const { region } = cx;
  const ends = tls.kind === "terminate";
  const listener = cx.resource("openstack_lb_listener_v2", `listener-${id}`, {
    name: id,
    region,
    loadbalancer_id,
    protocol: ends ? "TERMINATED_HTTPS" : "HTTPS",
    protocol_port: port,
    allowed_cidrs: [...from],
    ...(tls.kind === "terminate" ? { default_tls_container_ref: tls.certificateId, tls_versions: ["TLSv1.2", "TLSv1.3"] } : {}),
  });
  const pool = cx.resource("openstack_lb_pool_v2", `pool-${id}`, {
    name: id,
    region,
    listener_id: listener.ref("id"),
    protocol: ends ? "HTTP" : "HTTPS",
    lb_method: "ROUND_ROBIN",
  });
  for (const [index, address] of backend.addresses.entries())
    cx.resource("openstack_lb_member_v2", `member-${id}-${index}`, {
      region,
      pool_id: pool.ref("id"),
      address,
      protocol_port: backend.port,
      subnet_id,
    });
  cx.resource("openstack_lb_monitor_v2", `health-${id}`, {
    region,
    pool_id: pool.ref("id"),
    delay: 10,
    timeout: 5,
    max_retries: 3,
    ...(ends && backend.healthPath !== undefined
      ? { type: "HTTP", url_path: backend.healthPath, http_method: "GET", expected_codes: "200" }
      : { type: ends ? "TCP" : "TLS-HELLO" }),
  });
}
