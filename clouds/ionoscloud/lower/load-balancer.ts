import { InputError } from "../../../catalogue/index.ts";
import type { ListenerSpec, LoadBalancerSpec, Lower, LowerContext } from "../../contract/index.ts";
import { lanAddresses } from "./lan-address.ts";

/**
 * A public load balancer with a reserved address in a public LAN of its own, and an arm in the network's LAN. Where TLS ends at it (an Application Load
 * Balancer), each rule forwards what comes from one named block, and what comes from elsewhere is forwarded by none; where TLS passes through (a Network
 * Load Balancer), whoever reaches it may connect, which the spec has to say.
 *
 * Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/networkloadbalancer.md, networkloadbalancer_forwardingrule.md, application_loadbalancer.md,
 * application_loadbalancer_forwardingrule.md, target_group.md; docs.ionos.com/cloud/network-services/network-load-balancer/outline (two arms); seen 2026-11-28.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  const ends = endsHere(spec);
  const datacenter_id = spec.network.networkId;
  const { addresses, withPrefix } = lanAddresses(`Load balancer ${spec.name}`, spec.name, spec.network, 1, cx);
  const front = cx.resource("ionoscloud_lan", "public", { datacenter_id, name: `${spec.name}-public`, public: true });
  const address = cx.resource("ionoscloud_ipblock", "address", { name: spec.name, location: cx.region, size: 1 }).ref("ips[0]");
  const made = cx.resource(ends ? "ionoscloud_application_loadbalancer" : "ionoscloud_networkloadbalancer", "load-balancer", {
    name: spec.name,
    datacenter_id,
    listener_lan: front.ref("id"),
    target_lan: spec.network.subnetId,
    ips: [address],
    lb_private_ips: [...withPrefix],
  });
  for (const listener of spec.listeners)
    (ends ? terminate : passThrough)(listener, { datacenter_id, address, balancer: made.ref("id"), name: spec.name }, cx);
  return { loadBalancerId: made.ref("id"), privateAddress: addresses[0] ?? "", publicAddress: address, addresses };
};

interface Before {
  readonly datacenter_id: string;
  readonly address: string;
  readonly balancer: string;
  readonly name: string;
}

function passThrough({ id, port, backend }: ListenerSpec, { datacenter_id, address, balancer }: Before, cx: LowerContext): void {
  cx.resource("ionoscloud_networkloadbalancer_forwardingrule", `listener-${id}`, {
    datacenter_id,
    networkloadbalancer_id: balancer,
    name: id,
    algorithm: "ROUND_ROBIN",
    protocol: "TCP",
    listener_ip: address,
    listener_port: port,
    targets: backend.addresses.map((ip) => ({ ip, port: backend.port, weight: 1, health_check: [{ check: true, check_interval: 2000 }] })),
  });
}

function terminate(
  { id, port, tls, from, backend }: ListenerSpec,
  { datacenter_id, address, balancer, name }: Before,
  cx: LowerContext,
): void {
  if (tls.kind !== "terminate") return;
  const targets = cx.resource("ionoscloud_target_group", `machines-${id}`, {
    name: `${name}-${id}`,
    algorithm: "ROUND_ROBIN",
    protocol: "HTTP",
    protocol_version: "HTTP1",
    targets: backend.addresses.map((ip) => ({ ip, port: backend.port, weight: 1, health_check_enabled: true })),
    ...(backend.healthPath === undefined
      ? {}
      : { http_health_check: [{ path: backend.healthPath, method: "GET", match_type: "STATUS_CODE", response: "200" }] }),
  });
  const forward = { type: "FORWARD", target_group: targets.ref("id") };
  cx.resource("ionoscloud_application_loadbalancer_forwardingrule", `listener-${id}`, {
    datacenter_id,
    application_loadbalancer_id: balancer,
    name: id,
    protocol: "HTTP",
    listener_ip: address,
    listener_port: port,
    server_certificates: [tls.certificateId],
    http_rules: from.includes("0.0.0.0/0")
      ? [{ name: "everybody", ...forward }]
      : from.map((value, n) => ({ name: `from-${n}`, ...forward, conditions: [{ type: "SOURCE_IP", value }] })),
  });
}

/** Whether TLS ends at all of its listeners; false where it ends at none. */
function endsHere({ name, publicAddress, listeners }: LoadBalancerSpec): boolean {
  if (!publicAddress)
    throw new InputError(
      `Load balancer ${name} is private, and one of IONOS' stands between two networks, of which a network of ours is one only. Give it { publicAddress: true }, or run HAProxy on an instance.`,
    );
  const ends = listeners.filter(({ tls }) => tls.kind === "terminate");
  if (ends.length > 0 && ends.length < listeners.length)
    throw new InputError(
      `Load balancer ${name} ends TLS at some listeners and lets it pass at others, and IONOS' do one of the two. Make two load balancers.`,
    );
  const narrow = ends.length > 0 ? undefined : listeners.find(({ from }) => !from.includes("0.0.0.0/0"));
  if (narrow !== undefined)
    throw new InputError(
      `Load balancer ${name} lets ${narrow.from.join(", ")} in at listener ${narrow.id}, and where TLS passes through, IONOS' lets in whoever reaches it. End TLS here with a { certificate }, or let the machines filter and say { from: [Anywhere] }.`,
    );
  return ends.length > 0;
}
