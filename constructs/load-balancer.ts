import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { ListenerSpec, LoadBalancerOutputs, LoadBalancerSize } from "../clouds/contract/index.ts";
import { addressProp, takeAddresses } from "./addresses-taken.ts";
import type { Instance } from "./instance.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import type { Network } from "./network.ts";
import { type Peer, peerBlocks } from "./peer.ts";
import type { Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** One port that a `LoadBalancer` listens on, and where what arrives there goes. */
export interface ListenerProps {
  /** @default 443 */
  readonly port?: number;
  /**
   * Id of the certificate in the operator's secret store: TLS 1.2 and 1.3 end here, and connections go on to the machines inside the private
   * network. `"pass-through"`: TLS goes through untouched and ends on the machines, which hold the certificate.
   */
  readonly certificate: string;
  /** Who may connect. A public one says it aloud: `[Anywhere]`. @default the network itself */
  readonly from?: readonly Peer[];
  /** The machines, or their private addresses, and the port that they listen on. Some clouds' balancers lead to machines only. */
  readonly to: {
    /** @default those of `instances` */
    readonly addresses?: readonly string[];
    /** @default none: addresses only */
    readonly instances?: readonly Instance[];
    readonly port: number;
    /** Asked by HTTP to tell healthy from sick, where TLS ends here. @default a handshake */
    readonly healthPath?: string;
  };
}

/** Props of a `LoadBalancer`: its network and its listeners. */
export interface LoadBalancerProps {
  /** The private network in which it listens, and where what it hands on to is. */
  readonly network: Network;
  /** By name; each port once. */
  readonly listeners: Readonly<Record<string, ListenerProps>>;
  /** Name of a subnet of the network. @default the first */
  readonly subnet?: string;
  /**
   * Its private address, where the cloud leaves the choice to whoever makes it (IONOS); the first of several, where it takes several. Others choose themselves.
   * @default one that follows from its name, so that nothing beside it moves it
   */
  readonly address?: string;
  /** @default "small" */
  readonly size?: LoadBalancerSize;
  /** Reachable from the internet. @default false */
  readonly publicAddress?: boolean;
}

/**
 * Spreads TLS connections over machines of a private network. There is no listener without TLS.
 *
 * On OVHcloud: an Octavia load balancer; the certificate is a secret of its Key Manager (a PKCS #12 bundle); `size` is looked up when the engine
 * plans; a changed listener replaces the load balancer, since the provider cannot change one in place. On Outscale: an LBU, which leads to machines and
 * not to addresses (`to: { instances }`), all its listeners to the same ones; the certificate is the ORN of a server certificate.
 *
 * A public one is an entrance, which the policy names before the guard lets it: `"isolation/public-address": { entrances: ["shop/front"] }`. One that
 * answers everybody, `from: [Anywhere]`, needs its ports in the policy too: `"isolation/ingress": { publicPorts: [443] }`.
 *
 * @example
 * const to = { addresses: ["10.0.0.10", "10.0.0.11"], port: 8443 };
 * new LoadBalancer(stack, "front", { network, listeners: { web: { certificate: "pass-through", to } } });
 */
export class LoadBalancer extends Construct {
  readonly #outputs: LoadBalancerOutputs;

  constructor(scope: Within<"loadBalancer">, id: string, props: LoadBalancerProps) {
    checkedProps(new.target, PROPS, "LoadBalancer", scope, id, props);
    super(scope, id);
    const { network, publicAddress = false, size = "small", address } = props;
    const choice = props.subnet === undefined ? {} : { id: props.subnet };
    this.#outputs = lower(this, "loadBalancer", {
      name: nameOf(this),
      size,
      network: { ...network.attach(choice), cidr: network.subnet(choice).cidr, ...addressProp(this, address) },
      publicAddress,
      listeners: listenersOf(this, props),
    });
    takeAddresses(this, network, this.#outputs.addresses);
  }

  /** The operator's id of the load balancer: a reference, known once it is made. */
  get loadBalancerId(): string {
    return this.#outputs.loadBalancerId;
  }

  /** Its address inside the network: a reference, known once it is made. */
  get privateAddress(): string {
    return this.#outputs.privateAddress;
  }

  /** Its address on the internet. @throws InputError when none was asked for */
  get publicAddress(): string {
    return this.#outputs.publicAddress ?? refuse(this, "it has no public address, since none was asked for: { publicAddress: true }.");
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}

function listenersOf(self: Construct, { listeners, network, publicAddress = false }: LoadBalancerProps): readonly ListenerSpec[] {
  const entries = Object.entries(listeners);
  if (entries.length === 0)
    refuse(
      self,
      "{ listeners } is empty: a load balancer that listens to nobody. Give it one: { listeners: { web: { certificate, to } } }.",
    );
  const ports = new Map<number, string>();
  return entries.map(([id, { port = 443, certificate, from, to }]) => {
    const before = ports.get(port);
    if (before !== undefined)
      refuse(self, `listeners "${before}" and "${id}" both listen on port ${port}. Give one of them another { port }.`);
    ports.set(port, id);
    for (const one of [port, to.port])
      if (!Number.isInteger(one) || one < 1 || one > 65535) refuse(self, `listener "${id}" has port ${one}; ports go from 1 to 65535.`);
    const addresses = [...(to.addresses ?? []), ...(to.instances ?? []).map(({ privateAddress }) => privateAddress)];
    if (addresses.length === 0)
      refuse(self, `listener "${id}" leads to no machine: name some, { to: { instances } } or { to: { addresses } }.`);
    if (publicAddress && from === undefined)
      refuse(
        self,
        `listener "${id}" is public and does not say for whom. Name the blocks, { from: ["203.0.113.0/24"] }, or say it aloud: { from: [Anywhere] }.`,
      );
    return {
      id,
      port,
      tls: certificate === "pass-through" ? { kind: "pass-through" as const } : { kind: "terminate" as const, certificateId: certificate },
      from: (from ?? [network]).flatMap((peer) => peerBlocks(self, `listeners.${id}.from`, peer)),
      backend: {
        port: to.port,
        addresses,
        ...(to.instances === undefined ? {} : { instanceIds: to.instances.map(({ instanceId }) => instanceId) }),
        ...(to.healthPath === undefined ? {} : { healthPath: to.healthPath }),
      },
    };
  });
}
