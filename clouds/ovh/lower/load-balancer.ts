import { InputError } from "../../../catalogue/index.ts";
import type { ListenerSpec, Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * An Octavia load balancer in a private network. Its certificate is a secret of OVHcloud's Key Manager. It is replaced when a listener changes:
 * the provider has no way to change one in place.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_loadbalancer.md, enumerations in ovh/resource_cloud_project_loadbalancer_gen.go; TLS versions as
 * docs/resources/cloud_loadbalancer_listener.md writes them; seen 2026-11-23.
 */
export const loadBalancer: Lower<"loadBalancer"> = (spec, cx) => {
  const at = { service_name: projectOf(cx), region_name: cx.region };
  if (spec.publicAddress && spec.network.gatewayId === undefined)
    throw new InputError(
      `Load balancer ${spec.name} wants a public address, which OVHcloud leads through the network's gateway; this network has none. Give it one, { gateway: true }, or leave out { publicAddress }.`,
    );
  const address = spec.publicAddress
    ? cx.resource("ovh_cloud_floating_ip", "address", { service_name: at.service_name, region: cx.region, description: spec.name })
    : undefined;
  const flavours = cx.lookUp(
    "ovh_cloud_project_loadbalancer_flavors",
    "flavours",
    at,
    address === undefined ? {} : { dependsOn: [address] },
  );
  const made = cx.resource("ovh_cloud_project_loadbalancer", "load-balancer", {
    ...at,
    name: spec.name,
    flavor_id: cx.pick(flavours, "flavors", { name: spec.size }, "id"),
    network: {
      private: {
        network: { id: spec.network.networkId, subnet_id: spec.network.subnetId },
        ...(address === undefined ? {} : { gateway: { id: spec.network.gatewayId }, floating_ip: { id: address.ref("current_state.id") } }),
      },
    },
    listeners: spec.listeners.map(listener),
  });
  return {
    loadBalancerId: made.ref("id"),
    privateAddress: made.ref("vip_address"),
    ...(address === undefined ? {} : { publicAddress: address.ref("current_state.ip") }),
  };
};

function listener({ id, port, tls, from, backend }: ListenerSpec) {
  const terminates = tls.kind === "terminate";
  return {
    name: id,
    port,
    protocol: terminates ? "terminatedHTTPS" : "https",
    ...(tls.kind === "terminate" ? { secret_id: tls.certificateId, tls_versions: ["TLSv1.2", "TLSv1.3"] } : {}),
    allowed_cidrs: [...from],
    pool: {
      name: id,
      algorithm: "roundRobin",
      protocol: terminates ? "http" : "https",
      health_monitor: {
        name: id,
        delay: 5,
        timeout: 3,
        max_retries: 3,
        ...(terminates && backend.healthPath !== undefined
          ? { monitor_type: "http", http_configuration: { http_method: "GET", url_path: backend.healthPath, expected_codes: "200" } }
          : { monitor_type: terminates ? "tcp" : "tls-hello" }),
      },
      members: backend.addresses.map((address, index) => ({ name: `${id}-${index}`, address, protocol_port: backend.port, weight: 1 })),
    },
  };
}
