import { EU_MEMBERS } from "../catalogue/index.ts";
import type { Concepts, Place } from "../clouds/contract/index.ts";
import { BALANCERS } from "./specs-balancers.ts";
import { MANAGED } from "./specs-managed.ts";
import type { Specs } from "./specs-of.ts";

export type { Specs };

const network = { networkId: "${net.n.id}", subnetId: "${net.s.id}" };
const addressed = { ...network, cidr: "10.0.0.0/24" };
/** A region of the EU in each other city that has buckets. */
function citiesElsewhere({ cloud, city }: Place): readonly string[] {
  const cities = new Map<string, string>();
  for (const [code, region] of Object.entries(cloud.regions))
    if (region.country in EU_MEMBERS && region.city !== city && !region.without?.includes("bucket") && !cities.has(region.city))
      cities.set(region.city, code);
  return [...cities.values()];
}

const gatewayId = "${net.g.id}";
const zoneOf = (place: Place) => (place.zones[0] === undefined ? {} : { zone: place.zones[0] });
const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";

const machine = (place: Place): Concepts["instance"]["spec"] => ({
  name: "shop-machine",
  image: { name: "Debian 12" },
  flavour: { cpus: 2, memory: 8 },
  ...zoneOf(place),
  network,
  publicAddress: false,
  sshKey: { name: "shop-machine", publicKey },
  firewalls: ["${fw.f.id}"],
  volumeIds: [],
  shares: [],
});

const store = (): Concepts["bucket"]["spec"] => ({
  name: "shop-media",
  uniqueFor: "shop/media",
  versioned: true,
  encryption: { by: "operator" },
  replicas: [],
  lifecycle: [],
  tags: {},
  protect: false,
});

/** By concept, then by the name of the case. */
export const SPECS: { readonly [C in keyof Concepts]?: Specs<C> } = {
  ...MANAGED,
  network: {
    closed: () => ({ name: "shop-network", cidr: "10.0.0.0/16", subnets: [{ id: "main", cidr: "10.0.0.0/20" }] }),
    "closed, small": () => ({
      name: "shop-network",
      cidr: "10.0.0.0/24",
      subnets: [
        { id: "web", cidr: "10.0.0.0/26" },
        { id: "data", cidr: "10.0.0.64/26" },
      ],
    }),
    default: () => ({
      name: "shop-network",
      cidr: "10.0.0.0/16",
      subnets: [{ id: "main", cidr: "10.0.0.0/20" }],
      gateway: { size: "small" },
    }),
    zones: (place) => ({
      name: "shop-network",
      cidr: "10.0.0.0/16",
      subnets:
        place.zones.length > 0
          ? place.zones.map((zone, n) => ({ id: zone, cidr: `10.0.${16 * n}.0/20`, zone }))
          : [{ id: "main", cidr: "10.0.0.0/20" }],
      gateway: { size: "large" },
    }),
    spoke: () => ({
      name: "shop-spoke",
      cidr: "10.1.0.0/16",
      subnets: [{ id: "main", cidr: "10.1.0.0/20" }],
      gateway: { of: gatewayId, hub: { networkId: "${net.n.id}", cidr: "10.0.0.0/16", forSpokes: { routes: "${net.r.id}" } } },
    }),
    vlan: () => ({
      name: "shop-network",
      cidr: "10.0.0.0/16",
      vlan: 42,
      subnets: [{ id: "main", cidr: "10.0.0.0/20" }],
      gateway: { size: "medium" },
    }),
  },
  firewall: {
    default: () => ({
      name: "shop-firewall",
      networkId: "${net.n.id}",
      description: "Lets nothing in",
      inbound: [],
      outbound: "everything",
    }),
    largest: () => ({
      name: "shop-firewall",
      networkId: "${net.n.id}",
      description: "Lets in four",
      inbound: [
        { description: "web", protocol: "tcp", ports: { from: 443, to: 443 }, peer: { cidr: "0.0.0.0/0" } },
        { description: "names", protocol: "udp", ports: { from: 53, to: 54 }, peer: { cidr: "10.0.0.0/8" } },
        { description: "is it there", protocol: "icmp", peer: { cidr: "10.0.0.0/8" } },
        { description: "its own kind", protocol: "any", peer: { firewallId: "${fw.f.id}" } },
      ],
      outbound: "everything",
    }),
    narrow: () => ({
      name: "shop-firewall",
      networkId: "${net.n.id}",
      description: "",
      inbound: [],
      outbound: [{ description: "", protocol: "tcp", peer: { cidr: "10.0.0.0/8" } }],
    }),
  },
  instance: {
    default: machine,
    public: (place) => ({ ...machine(place), network: { ...network, gatewayId }, publicAddress: true }),
    largest: (place) => ({
      ...machine(place),
      image: { id: "5a1e6c6e-0000-4000-8000-000000000001" },
      flavour: { id: "5a1e6c6e-0000-4000-8000-000000000002" },
      network: { ...network, gatewayId, address: "10.0.0.42" },
      sshKey: { registered: "ops" },
      volumeIds: ["${vol.v.id}"],
      shares: [
        { shareId: "${share.s.id}", access: "read" },
        { shareId: "${share.t.id}", access: "write" },
      ],
    }),
    configured: (place) => ({ ...machine(place), firewalls: [], userData: "#cloud-config\n{}\n" }),
    "configured, public": (place) => ({
      ...machine(place),
      network: { ...network, gatewayId, address: "10.0.0.42" },
      firewalls: [],
      publicAddress: true,
      userData: "#cloud-config\n{}\n",
    }),
    "configured and filtered": (place) => ({ ...machine(place), userData: "#cloud-config\n{}\n" }),
  },
  volume: {
    default: (place) => ({ name: "shop-data", size: 100, performance: "standard", ...zoneOf(place), encryption: { by: "operator" } }),
    highest: (place) => ({ name: "shop-data", size: 4000, performance: "highest", ...zoneOf(place), encryption: { by: "operator" } }),
    "own key": (place) => ({
      name: "shop-data",
      size: 100,
      performance: "high",
      ...zoneOf(place),
      encryption: { by: "own-key", keyRingId: "${ring.r.id}", keyId: "${ring.k.id}" },
    }),
  },
  bucket: {
    default: store,
    named: () => ({
      name: "acme-media",
      versioned: false,
      encryption: { by: "operator" },
      replicas: [],
      lifecycle: [],
      tags: {},
      protect: true,
    }),
    largest: (place) => ({
      ...store(),
      lock: { mode: "compliance", days: 365 },
      replicas: citiesElsewhere(place)
        .slice(0, 2)
        .map((region) => ({ id: `to-${region.toLowerCase()}`, bucketName: "${store.b.name}", region })),
      lifecycle: [
        { id: "old", expireOldVersionsAfter: 400, abortUploadsAfter: 7 },
        {
          id: "logs",
          prefix: "logs/",
          expireAfter: 800,
          moves: [
            { after: 90, to: "infrequent" },
            { after: 180, to: "archive" },
          ],
        },
      ],
      tags: { owner: "team-shop" },
    }),
    "own key": () => ({ ...store(), encryption: { by: "own-key", keyRingId: "${ring.r.id}", keyId: "${ring.k.id}" } }),
  },
  fileShare: {
    default: (place) => ({
      name: "shop-files",
      size: 150,
      ...zoneOf(place),
      network: addressed,
      access: [{ cidr: "10.0.0.0/20", level: "write" }],
    }),
    shut: () => ({ name: "shop-files", size: 150, network: addressed, access: [] }),
    two: () => ({
      name: "shop-files",
      size: 150,
      network: addressed,
      access: [
        { cidr: "10.0.0.0/20", level: "write" },
        { cidr: "10.0.16.0/20", level: "read" },
      ],
    }),
  },
  loadBalancer: BALANCERS,
  privateAccess: {
    default: (place) => ({
      name: "shop-access",
      ...zoneOf(place),
      network: { ...network, gatewayId, cidr: "10.0.0.0/24" },
      sshKey: { name: "shop-access", publicKey },
      door: { protocol: "tcp", port: 22 },
      from: ["203.0.113.0/24"],
      userData: "#cloud-config\n{}\n",
    }),
    "no way out": (place) => ({
      name: "shop-access",
      ...zoneOf(place),
      network: { ...network, cidr: "10.0.0.0/24" },
      sshKey: { name: "shop-access", publicKey },
      door: { protocol: "tcp", port: 22 },
      from: ["203.0.113.0/24"],
      userData: "#cloud-config\n{}\n",
    }),
    chosen: () => ({
      name: "shop-access",
      image: { name: "Ubuntu 24.04" },
      flavour: { id: "5a1e6c6e-0000-4000-8000-000000000002" },
      network: { ...network, gatewayId },
      sshKey: { registered: "ops" },
      door: { protocol: "udp", port: 51820 },
      from: ["203.0.113.0/24", "198.51.100.7/32"],
      userData: "#cloud-config\n{}\n",
    }),
    "calls out, answers inside": (place) => ({
      name: "shop-link",
      ...zoneOf(place),
      network: { ...network, gatewayId },
      fallbackAddress: "10.0.15.253",
      sshKey: { name: "shop-link", publicKey },
      door: { protocol: "udp", port: 51820 },
      from: [],
      inside: [{ description: "SSH", protocol: "tcp", ports: { from: 22, to: 22 }, peer: { cidr: "10.0.0.0/16" } }],
      userData: "#cloud-config\n{}\n",
    }),
  },
};
