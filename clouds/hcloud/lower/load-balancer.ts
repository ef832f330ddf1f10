import { InputError } from "../../../catalogue/index.ts";
import { type ListenerSpec, type LoadBalancerSpec, type Lower, type LowerContext, oneSetOfMachines } from "../../contract/index.ts";

/**
 * A load balancer in a subnet. It leads to machines and not to addresses, and all its listeners lead to the same ones. It has no list of who may connect:
 * inside the network that is who stands there, and in public it is everybody, which the spec has to say.
 *
 * Source: hetznercloud/terraform-provider-hcloud docs/resources/load_balancer.md, load_balancer_network.md, load_balancer_service.md,
 * load_balancer_target.md; seen 2026-11-28.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  const machines = refuse(spec);
  const made = cx.resource("hcloud_load_balancer", "load-balancer", {
    name: spec.name,
    load_balancer_type: SIZES[spec.size],
    location: cx.region,
  });
  const joined = cx.resource("hcloud_load_balancer_network", "network", {
    load_balancer_id: made.ref("id"),
    subnet_id: spec.network.subnetId,
    enable_public_interface: spec.publicAddress,
  });
  for (const [index, server_id] of machines.entries())
    cx.resource(
      "hcloud_load_balancer_target",
      `machine-${index}`,
      { type: "server", load_balancer_id: made.ref("id"), server_id, use_private_ip: true },
      { dependsOn: [joined] },
    );
  for (const listener of spec.listeners) write(listener, made.ref("id"), cx);
  return {
    loadBalancerId: made.ref("id"),
    privateAddress: joined.ref("ip"),
    ...(spec.publicAddress ? { publicAddress: made.ref("ipv4") } : {}),
  };
};

const SIZES = { small: "lb11", medium: "lb21", large: "lb31" } as const;

function write({ id, port, tls, backend }: ListenerSpec, load_balancer_id: string, cx: LowerContext): void {
  const ends = tls.kind === "terminate";
  const check = { port: backend.port, interval: 10, timeout: 5, retries: 3 };
  cx.resource("hcloud_load_balancer_service", `listener-${id}`, {
    load_balancer_id,
    protocol: ends ? "https" : "tcp",
    listen_port: port,
    destination_port: backend.port,
    ...(tls.kind === "terminate" ? { http: [{ certificates: [tls.certificateId], redirect_http: false }] } : {}),
    health_check: [
      ends && backend.healthPath !== undefined
        ? { protocol: "http", ...check, http: [{ path: backend.healthPath, status_codes: ["200"] }] }
        : { protocol: "tcp", ...check },
    ],
  });
}

function refuse(spec: LoadBalancerSpec): readonly string[] {
  const { name, listeners, publicAddress } = spec;
  const narrow = listeners.find(({ from }) => !from.includes("0.0.0.0/0"));
  if (publicAddress && narrow !== undefined)
    throw new InputError(
      `Load balancer ${name} lets in ${narrow.from.join(", ")} only, and one of Hetzner's lets in whoever reaches it. Leave out { publicAddress }, or let the machines filter and say { from: ["0.0.0.0/0"] }.`,
    );
  return oneSetOfMachines(spec, "Hetzner");
}
