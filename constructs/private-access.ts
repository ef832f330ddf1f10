import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { PrivateAccessOutputs } from "../clouds/contract/index.ts";
import { takeAddresses } from "./addresses-taken.ts";
import { catalogueRef, type Flavour, flavourRef, type Named } from "./catalogue-ref.ts";
import { sourcesProp } from "./cidr-prop.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import type { Network } from "./network.ts";
import type { Within } from "./place-of.ts";
import { bastion } from "./private-access/bastion.ts";
import { vpn } from "./private-access/vpn.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";
import { publicKeyProp, type SshKey, sshKeyProp } from "./ssh-key.ts";
import { userDataProp } from "./user-data.ts";

/** One who may connect to the VPN. */
export interface VpnPeer {
  /** What `wg pubkey` prints: 44 characters of base64. */
  readonly publicKey: string;
  /** The peer's own address inside the VPN, `10.250.0.2`. */
  readonly address: string;
}

/** Props of a `PrivateAccess`: into which network, from where, and with whose keys. */
export interface PrivateAccessProps {
  /** The private network into which it leads. */
  readonly network: Network;
  /** From where people come: blocks of addresses. Required, and never the whole internet. */
  readonly allowedFrom: readonly string[];
  /** The administrator's public key: the one account that can change the machine. */
  readonly sshKey: SshKey;
  /**
   * Who may jump through an SSH bastion, by name: public keys. They get no shell, only the way to machines of the network (`ssh -J`).
   * @default the administrator only
   */
  readonly people?: Readonly<Record<string, string>>;
  /** A WireGuard VPN instead of an SSH bastion: who may connect, by name. SSH then answers inside the VPN only. @default an SSH bastion */
  readonly vpn?: {
    readonly peers: Readonly<Record<string, VpnPeer>>;
    /** Addresses of the VPN itself, apart from the network's. @default "10.250.0.0/24" */
    readonly addresses?: string;
    /** UDP port. @default 51820 */
    readonly port?: number;
  };
  /** Name of a subnet of the network. @default the first */
  readonly subnet?: string;
  /** A Debian or Ubuntu image. @default the cloud's latest Debian */
  readonly image?: Named;
  /** @default the cloud's choice, a small one */
  readonly flavour?: Flavour;
}

/**
 * The only way in from outside: an SSH bastion, or a WireGuard VPN. Keys only, no root, no password; whoever tries too often is locked out;
 * who came, when, and what ran as administrator is recorded; security updates install themselves. Its packet filter drops whatever does not come
 * from `allowedFrom`, and is loaded before the SSH server starts: where it cannot be, SSH stays shut.
 *
 * On OVHcloud, with provider 2.19, the filter is the machine's own: a machine with user data carries no security group. A VPN server makes its
 * private key itself and prints the public one on its console, for the peers' configuration.
 *
 * It is an entrance, which the policy names before the guard lets it.
 *
 * @example
 * const entrances = ["shop/access"];
 * const policy = definePolicy({ parameters: { "isolation/public-address": { entrances } } });
 * const app = new SovereignApp({ policy });
 * const shop = new SovereignStack(app, "shop", { at: ovh("GRA11") });
 * const network = new Network(shop, "network");
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
 * new PrivateAccess(shop, "access", { network, allowedFrom: ["203.0.113.0/24"], sshKey });
 * app.synth();
 */
export class PrivateAccess extends Construct {
  readonly #outputs: PrivateAccessOutputs;

  constructor(scope: Within<"privateAccess">, id: string, props: PrivateAccessProps) {
    checkedProps(new.target, PROPS, "PrivateAccess", scope, id, props);
    super(scope, id);
    const { network, image, flavour } = props;
    const choice = props.subnet === undefined ? {} : { id: props.subnet };
    const { zone, cidr } = network.subnet(choice);
    const attachment = network.attach(choice);
    if (props.vpn !== undefined && props.people !== undefined)
      refuse(this, "{ people } and { vpn } are given: people jump through a bastion, or connect to a VPN. Give one of the two.");
    const from = sourcesProp(this, "allowedFrom", props.allowedFrom);
    const people = Object.fromEntries(
      Object.entries(props.people ?? {}).map(([name, key]) => [person(this, name), publicKeyProp(this, `people.${name}`, key)]),
    );
    const name = nameOf(this);
    const door = props.vpn === undefined ? bastion({ from, people }) : vpn(this, { from, network: network.cidr, ...props.vpn });
    this.#outputs = lower(this, "privateAccess", {
      name,
      ...(image === undefined ? {} : { image: catalogueRef(image) }),
      ...(flavour === undefined ? {} : { flavour: flavourRef(this, flavour) }),
      ...(zone === undefined ? {} : { zone }),
      network: { ...attachment, cidr },
      sshKey: sshKeyProp(this, props.sshKey, name),
      door: door.door,
      from,
      userData: userDataProp(this, door.userData),
    });
    takeAddresses(this, network, [this.#outputs.privateAddress]);
  }

  /** The public address of the door. */
  get address(): string {
    return this.#outputs.address;
  }

  /** The operator's id of the machine that is the door: a reference, known once it is made. */
  get instanceId(): string {
    return this.#outputs.instanceId;
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}

const TAKEN = ["root", "admin", "debian", "ubuntu", "sshd", "daemon", "nobody", "backup", "www-data"];

function person(self: Construct, name: string): string {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name) || TAKEN.includes(name))
    refuse(
      self,
      `{ people: { ${JSON.stringify(name)} } } is no account name: lower-case letters, digits and hyphens, a letter first, up to 31, and none of the system's own.`,
    );
  return name;
}
