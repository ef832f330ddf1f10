/** What the public meets: a load balancer, and machines behind it that have no public address. */
import { Construct } from "constructs";
import { Anywhere, LoadBalancer, type Peer, type Within } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import { PROPS } from "../props/generated.ts";
import { Machines, type MachinesProps } from "./machines.ts";

/** Props of an `Edge`: its machines, and on which port whom it answers. */
export interface EdgeProps extends Omit<MachinesProps, "inbound"> {
  /** TLS port, on the load balancer and on the machines. @default 443 */
  readonly port?: number;
  /** @default everybody, which the policy has to allow: `"isolation/ingress": { publicPorts: [443] }` */
  readonly answers?: readonly Peer[];
}

/**
 * The public face of a deployment. TLS goes through the load balancer untouched and ends on the machines, which hold the certificate and know their
 * clients by theirs (mutual TLS), or pass on to what stands behind. It is an entrance, which the policy names before the guard lets it.
 *
 * @example
 * const parameters = { "isolation/public-address": { entrances: ["shop/edge/front"] }, "isolation/ingress": { publicPorts: [443] } };
 * const app = new SovereignApp({ policy: definePolicy({ parameters }) });
 * const shop = new SovereignStack(app, "shop", { at: ovh("GRA11") });
 * const network = new Network(shop, "network");
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
 * new Edge(shop, "edge", { network, subnet: "main", sshKey });
 * app.synth();
 */
export class Edge extends Construct {
  /** On which TLS ends. */
  readonly machines: Machines;
  /** The entrance, which hands TLS on untouched. */
  readonly front: LoadBalancer;

  constructor(scope: Within<"instance" | "firewall" | "loadBalancer">, id: string, props: EdgeProps) {
    checkedProps(new.target, PROPS, "Edge", scope, id, props);
    super(scope, id);
    const { port = 443, answers = [Anywhere], ...rest } = props;
    this.machines = new Machines(this as Within<"instance" | "firewall">, "machines", {
      ...rest,
      // The whole block: some clouds put a public load balancer into a subnet of its own.
      inbound: [{ from: props.network.cidr, ports: port, why: "The load balancer" }],
    });
    this.front = new LoadBalancer(this as Within<"loadBalancer">, "front", {
      network: props.network,
      subnet: props.subnet,
      publicAddress: true,
      listeners: { tls: { port, certificate: "pass-through", from: answers, to: { instances: this.machines.instances, port } } },
    });
  }
}
