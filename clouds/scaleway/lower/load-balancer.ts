import type { ListenerSpec, Lower, LowerContext } from "../../contract/index.ts";
import { zoneOf } from "./project.ts";

/**
 * A load balancer in a private network; each listener is a frontend with a list of who may connect, and a backend. TLS 1.2 and later where it ends here.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/lb.md, lb_frontend.md, lb_backend.md; seen 2026-11-28.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  const zone = zoneOf(undefined, cx);
  const address = spec.publicAddress ? cx.resource("scaleway_lb_ip", "address", { zone }) : undefined;
  const made = cx.resource("scaleway_lb", "load-balancer", {
    name: spec.name,
    zone,
    type: SIZES[spec.size],
    assign_flexible_ip: false,
    ...(address === undefined ? {} : { ip_ids: [address.ref("id")] }),
    ssl_compatibility_level: "ssl_compatibility_level_modern",
    private_network: [{ private_network_id: spec.network.subnetId }],
  });
  for (const listener of spec.listeners) write(listener, made.ref("id"), cx);
  return {
    loadBalancerId: made.ref("id"),
    privateAddress: made.ref("private_ips[0].address"),
    ...(address === undefined ? {} : { publicAddress: address.ref("ip_address") }),
  };
};

const SIZES = { small: "LB-S", medium: "LB-GP-M", large: "LB-GP-L" } as const;

function write({ id, port, tls, from, backend }: ListenerSpec, lb_id: string, cx: LowerContext): void {
  const terminates = tls.kind === "terminate";
  const target = cx.resource("scaleway_lb_backend", `backend-${id}`, {
    name: id,
    lb_id,
    forward_protocol: terminates ? "http" : "tcp",
    forward_port: backend.port,
    server_ips: [...backend.addresses],
    ...(terminates && backend.healthPath !== undefined
      ? { health_check_http: [{ uri: backend.healthPath, method: "GET", code: 200 }] }
      : { health_check_tcp: [{}] }),
  });
  cx.resource("scaleway_lb_frontend", `listener-${id}`, {
    name: id,
    lb_id,
    backend_id: target.ref("id"),
    inbound_port: port,
    ...(tls.kind === "terminate" ? { certificate_ids: [tls.certificateId] } : {}),
    acl: [
      { name: "named", action: [{ type: "allow" }], match: [{ ip_subnet: [...from] }] },
      { name: "nobody-else", action: [{ type: "deny" }], match: [{ ip_subnet: ["0.0.0.0/0", "::/0"] }] },
    ],
  });
}
