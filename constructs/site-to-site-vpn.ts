import { Lazy, type TerraformResource, Token } from "cdktf";
import { Construct } from "constructs";
import { addressIn, doorAddress, type FirewallRuleSpec, overlaps, type PrivateAccessOutputs, parseCidr } from "../clouds/contract/index.ts";
import { cidrProp } from "./cidr-prop.ts";
import { DataCentre } from "./data-centre.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import type { Network } from "./network.ts";
import { placeOf } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";
import { type Carriage, linkMachine } from "./site-to-site-vpn/machine.ts";
import { type SshKey, sshKeyProp } from "./ssh-key.ts";
import { userDataProp } from "./user-data.ts";

/** One end of the tunnel: the network that it stands in, and its key. */
export interface VpnEnd {
  /** It has a gateway: the tunnel leaves through it. */
  readonly network: Network;
  /** Name of a subnet of the network. @default the first */
  readonly subnet?: string;
  /** What `wg pubkey` prints for the key pair that you made for this end. Its private half goes onto the machine by hand, and nowhere else. */
  readonly publicKey: string;
  /** The machine's private address, for clouds that do not tell which one they gave. Others choose one and tell. @default the last but two of the subnet */
  readonly address?: string;
}

/** A service at one end that machines around the other may reach. */
export interface Carried<E extends string = string> {
  /** The end at which the service is. */
  readonly at: E;
  /** Its private address or name there: `database.host`. */
  readonly host: string;
  /** Its port; a reference, `database.port`, needs `as`. */
  readonly port: number | string;
  /** The port of the other end's machine that stands for it; each once. @default the service's own */
  readonly as?: number;
}

/** Props of a `SiteToSiteVpn`: its two ends, and what it carries. */
export interface SiteToSiteVpnProps<E extends string = string> {
  /** Two ends by name, at two places. */
  readonly ends: { readonly [K in E]: VpnEnd };
  /** What may cross, one by one. Nothing else does: no packet is forwarded. @default nothing */
  readonly carries?: readonly Carried<NoInfer<E>>[];
  /** The administrator's public key, for both machines, which answer SSH from inside their networks only. */
  readonly sshKey: SshKey;
  /**
   * The end that waits to be called; the other calls it. Choose the one whose cloud puts no firewall before the machine (OVHcloud): the address of the
   * caller is known only when it stands, so that the guard cannot know whom another cloud's firewall lets in.
   * @default the first end
   */
  readonly listens?: NoInfer<E>;
  /** UDP port. @default 51820 */
  readonly port?: number;
  /** Addresses of the tunnel itself, apart from both networks. @default "10.249.255.0/30" */
  readonly addresses?: string;
}

/**
 * An encrypted tunnel between private networks of two places, of two operators if need be: WireGuard between two hardened machines, which carry the
 * ports that you name and no packet else. Whoever reads the line between the operators reads nothing; whoever takes one side over reaches the named
 * ports of the other, and not its network.
 *
 * Make a key pair for each end where nobody else reads (`wg genkey | tee primary.key | wg pubkey`), give the public halves here, and put each private
 * half onto its machine once, through the way in: `ssh -J bastion MACHINE 'sudo install -m 600 /dev/stdin /etc/wireguard/key' < primary.key`. The tunnel
 * starts when it is there. It is in no description, no state and no user data; a machine that is made anew needs it again.
 *
 * Each machine is an entrance, which the policy names before the guard lets it.
 *
 * @example
 * const entrances = ["shop/link"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const shop = new SovereignStack(app, "shop");
 * const here = new Network(new DataCentre(shop, "here", { at: ovh("GRA11") }), "network", { addresses: "10.64.0.0/16" });
 * const there = new Network(new DataCentre(shop, "there", { at: outscale("eu-west-2") }), "network", { addresses: "10.96.0.0/16" });
 * const link = new SiteToSiteVpn(shop, "link", {
 *   ends: {
 *     here: { network: here, publicKey: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=" },
 *     there: { network: there, publicKey: "bm9yIGlzIHRoaXMgb25lIGEga2V5IG9mIGFueSBzb3I=" },
 *   },
 *   carries: [{ at: "here", host: "10.64.0.20", port: 5432 }],
 *   sshKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops",
 * });
 * console.assert(link.addressAt("there") !== "");
 * app.synth();
 */
export class SiteToSiteVpn<const E extends string = string> extends Construct {
  readonly #ends = new Map<string, End>();

  constructor(scope: Construct, id: string, props: SiteToSiteVpnProps<E>) {
    checkedProps(new.target, PROPS, "SiteToSiteVpn", scope, id, props);
    super(scope, id);
    const names = Object.keys(props.ends) as E[];
    const [first, second] = this.#two(names);
    const { carries = [], port = 51820, addresses = "10.249.255.0/30", listens = first } = props;
    if (!names.includes(listens)) refuse(this, `{ listens: ${JSON.stringify(listens)} } is none of the ends: ${names.join(", ")}.`);
    const block = cidrProp(this, "addresses", addresses);
    const ends = props.ends as Readonly<Record<string, VpnEnd>>;
    for (const name of names) this.#check(name, ends[name] as VpnEnd, addresses);
    const carriages = this.#carriages(carries, names);
    for (const [index, name] of [first, second].entries()) {
      const other = index === 0 ? second : first;
      const own = ends[name] as VpnEnd;
      const site = new DataCentre(this, name, { at: placeOf(own.network) as never });
      this.#ends.set(
        name,
        new End(site, "machine", own, {
          sshKey: props.sshKey,
          port,
          listens: name === listens,
          own: { address: addressIn(block, index + 1), prefix: block.prefix },
          peer: {
            name: other,
            publicKey: (ends[other] as VpnEnd).publicKey,
            tunnelAddress: addressIn(block, 2 - index),
            publicAddress: Lazy.stringValue({ produce: () => this.#end(other).outputs.address }),
          },
          asks: carriages.filter(({ at }) => at === other),
          gives: carriages.filter(({ at }) => at === name),
        }),
      );
    }
  }

  /** The private address of one end's machine: machines of its network reach there what is at the other end. */
  addressAt(end: E): string {
    return (
      this.#end(end).outputs.privateAddress ??
      refuse(this, `the cloud of "${end}" does not tell its machine's private address. Look it up once it stands.`)
    );
  }

  /** The provider's resources of both ends, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return [...this.#ends.values()].flatMap(resourcesOf);
  }

  #end(name: string): End {
    return this.#ends.get(name) ?? refuse(this, `there is no end "${name}". There are: ${[...this.#ends.keys()].join(", ")}.`);
  }

  #two<T>([first, second, ...others]: readonly T[]): readonly [T, T] {
    if (first === undefined || second === undefined || others.length > 0)
      return refuse(this, "{ ends } names one end, or more than two. A tunnel has two: make one for each pair of places.");
    return [first, second];
  }

  #check(name: string, { network, publicKey }: VpnEnd, addresses: string): void {
    if (!/^[A-Za-z0-9+/]{43}=$/.test(publicKey))
      refuse(this, `end "${name}" has no public key of WireGuard: 44 characters of base64, as \`wg pubkey\` prints.`);
    if (overlaps(parseCidr(network.cidr), parseCidr(addresses)))
      refuse(
        this,
        `{ addresses: "${addresses}" } overlap ${network.cidr} of ${network.node.path}. Choose a block apart from both networks.`,
      );
    if (network.gatewayId === undefined)
      refuse(
        this,
        `network ${network.node.path} is closed both ways ({ gateway: false }), so that no tunnel leaves it. Leave { gateway } out there.`,
      );
  }

  #carriages(carries: readonly Carried[], names: readonly string[]): readonly (Carriage & { readonly at: string })[] {
    const taken = new Set<number>([22]);
    return carries.map(({ at, host, port, as: said }) => {
      const as = said ?? port;
      if (!names.includes(at)) refuse(this, `{ carries } names the end "${at}", and there are ${names.join(" and ")}.`);
      if (typeof as === "string")
        return refuse(
          this,
          `{ carries } names a port ${Token.isUnresolved(host) ? `at the end "${at}"` : `of ${host}`} by reference. Say on which port it is reached from the other end: { as: 15432 }.`,
        );
      for (const one of [port, as])
        if (typeof one === "number" && (!Number.isInteger(one) || one < 1 || one > 65535))
          refuse(this, `{ carries } names port ${one}; ports go from 1 to 65535.`);
      if (taken.has(as))
        refuse(this, `two things would answer on port ${as} of a machine. Give one of them another: { as: ${as + 10_000} }.`);
      taken.add(as);
      return { at, port: as, host, hostPort: port };
    });
  }
}

interface EndSpec extends Omit<Parameters<typeof linkMachine>[0], "inside"> {
  readonly sshKey: SshKey;
}

class End extends Construct {
  readonly outputs: PrivateAccessOutputs;

  constructor(scope: DataCentre, id: string, { network, subnet, address }: VpnEnd, spec: EndSpec) {
    super(scope, id);
    const choice = subnet === undefined ? {} : { id: subnet };
    const { cidr, zone } = network.subnet(choice);
    const attachment = network.attach(choice);
    const name = nameOf(this);
    this.outputs = lower(this, "privateAccess", {
      name,
      ...(zone === undefined ? {} : { zone }),
      network: { ...attachment, gatewayId: attachment.gatewayId ?? "" },
      fallbackAddress: address ?? doorAddress(cidr),
      sshKey: sshKeyProp(this, spec.sshKey, name),
      door: { protocol: "udp", port: spec.port },
      from: spec.listens ? [`${spec.peer.publicAddress}/32`] : [],
      inside: [22, ...spec.asks.map(({ port }) => port)].map((port) => fromInside(network.cidr, port)),
      userData: userDataProp(this, linkMachine({ ...spec, inside: [network.cidr] })),
    });
  }
}

const fromInside = (cidr: string, port: number): FirewallRuleSpec => ({
  description: port === 22 ? "Administration from inside" : "Carried to the other end",
  protocol: "tcp",
  ports: { from: port, to: port },
  peer: { cidr },
});
