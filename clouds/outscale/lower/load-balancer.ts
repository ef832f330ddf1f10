import { InputError } from "../../../catalogue/index.ts";
import { type ListenerSpec, type LoadBalancerSpec, type Lower, oneSetOfMachines, shortName } from "../../contract/index.ts";
import { firewall } from "./firewall.ts";
import { named } from "./tags.ts";

/**
 * A load balancer (LBU) in a Net. It leads to machines and not to addresses, and all its listeners lead to the same ones; one health check serves them all.
 * It has no sizes. Who may connect, its security group says.
 *
 * Source: outscale/terraform-provider-outscale docs/resources/load_balancer.md, load_balancer_vms.md, load_balancer_attributes.md; seen 2026-11-28.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  if (spec.publicAddress && spec.network.gatewayId === undefined)
    throw new InputError(
      `Load balancer ${spec.name} wants a public address, and its network is closed. Give it a way out, { gateway: true }, or leave out { publicAddress }.`,
    );
  const machines = oneSetOfMachines(spec, "Outscale");
  const { firewallId } = firewall(
    {
      name: `${spec.name}-listeners`,
      description: "Who may connect",
      networkId: spec.network.networkId,
      inbound: spec.listeners.flatMap(({ port, from }) =>
        from.map((cidr) => ({ description: "", protocol: "tcp" as const, ports: { from: port, to: port }, peer: { cidr } })),
      ),
      outbound: "everything",
    },
    cx,
  );
  const address = spec.publicAddress ? cx.resource("outscale_public_ip", "address", named(spec.name)) : undefined;
  const made = cx.resource("outscale_load_balancer", "load-balancer", {
    load_balancer_name: shortName(spec.name, 32, cx),
    load_balancer_type: spec.publicAddress ? "internet-facing" : "internal",
    subnets: [spec.publicAddress ? (spec.network.gatewayId ?? "") : spec.network.subnetId],
    security_groups: [firewallId],
    listeners: spec.listeners.map(listener),
    ...(address === undefined ? {} : { public_ip: address.ref("public_ip") }),
    ...named(spec.name),
  });
  const load_balancer_name = made.ref("load_balancer_name");
  cx.resource("outscale_load_balancer_vms", "machines", { load_balancer_name, backend_vm_ids: machines });
  cx.resource("outscale_load_balancer_attributes", "health", { load_balancer_name, health_check: [health(spec)] });
  return {
    loadBalancerId: load_balancer_name,
    // Inside the Net it is known by its name, which the operator resolves to its private address.
    privateAddress: made.ref("dns_name"),
    ...(address === undefined ? {} : { publicAddress: address.ref("public_ip") }),
  };
};

function listener({ port, tls, backend }: ListenerSpec) {
  const ports = { load_balancer_port: port, backend_port: backend.port };
  return tls.kind === "terminate"
    ? { ...ports, load_balancer_protocol: "HTTPS", backend_protocol: "HTTP", server_certificate_id: tls.certificateId }
    : { ...ports, load_balancer_protocol: "TCP", backend_protocol: "TCP" };
}

/** Of the first listener: a machine that fails it gets no connection of any. */
function health({ listeners }: LoadBalancerSpec) {
  const [first] = listeners;
  const asks = first?.tls.kind === "terminate" && first.backend.healthPath !== undefined;
  return {
    port: first?.backend.port ?? 443,
    check_interval: 10,
    timeout: 5,
    healthy_threshold: 2,
    unhealthy_threshold: 3,
    ...(asks ? { protocol: "HTTP", path: first.backend.healthPath } : { protocol: "TCP" }),
  };
}
