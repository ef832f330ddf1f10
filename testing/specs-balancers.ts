import type { Concepts } from "../clouds/contract/index.ts";
import type { Specs } from "./specs-of.ts";

const network = { networkId: "${net.n.id}", subnetId: "${net.s.id}", cidr: "10.0.0.0/24" };
const gatewayId = "${net.g.id}";

const balancer = (): Concepts["loadBalancer"]["spec"] => ({
  name: "shop-front",
  size: "small",
  network,
  publicAddress: false,
  listeners: [
    {
      id: "web",
      port: 443,
      tls: { kind: "pass-through" },
      from: ["10.0.0.0/20"],
      backend: { port: 8443, addresses: ["10.0.0.10"], instanceIds: ["${vm.i.id}"] },
    },
  ],
});

/** Specs of load balancers: inside and in public, where TLS ends and where it passes. */
export const BALANCERS: Specs<"loadBalancer"> = {
  default: balancer,
  public: () => ({ ...balancer(), network: { ...network, gatewayId }, publicAddress: true }),
  terminating: () => ({
    ...balancer(),
    size: "large",
    listeners: [
      {
        id: "web",
        port: 443,
        tls: { kind: "terminate", certificateId: "${secret.c.id}" },
        from: ["203.0.113.0/24", "198.51.100.0/24"],
        backend: { port: 8080, addresses: ["10.0.0.10", "10.0.0.11"], instanceIds: ["${vm.i.id}", "${vm.j.id}"], healthPath: "/health" },
      },
      {
        id: "api",
        port: 8443,
        tls: { kind: "terminate", certificateId: "${secret.c.id}" },
        from: ["10.0.0.0/8"],
        backend: { port: 8081, addresses: ["10.0.0.10", "10.0.0.11"], instanceIds: ["${vm.i.id}", "${vm.j.id}"] },
      },
    ],
  }),
  "public, terminating": () => ({
    ...balancer(),
    network: { ...network, gatewayId },
    publicAddress: true,
    listeners: [
      {
        id: "web",
        port: 443,
        tls: { kind: "terminate", certificateId: "${secret.c.id}" },
        from: ["203.0.113.0/24", "198.51.100.0/24"],
        backend: { port: 8080, addresses: ["10.0.0.10"], instanceIds: ["${vm.i.id}"], healthPath: "/health" },
      },
    ],
  }),
  "addresses only": () => ({
    ...balancer(),
    listeners: [
      { id: "web", port: 443, tls: { kind: "pass-through" }, from: ["10.0.0.0/20"], backend: { port: 8443, addresses: ["10.0.0.10"] } },
    ],
  }),
  "public, no way out": () => ({ ...balancer(), publicAddress: true }),
};
