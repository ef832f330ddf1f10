import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { InstanceOutputs } from "../clouds/contract/index.ts";
import { takeAddresses } from "./addresses-taken.ts";
import { catalogueRef, type Flavour, flavourRef, type Named } from "./catalogue-ref.ts";
import type { FileShare } from "./file-share.ts";
import { Firewall } from "./firewall.ts";
import { lower, resourcesOf } from "./lower.ts";
import { zoneAt } from "./moving.ts";
import { nameOf } from "./naming.ts";
import type { Network } from "./network.ts";
import { placeOf, type Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";
import { type SshKey, sshKeyProp } from "./ssh-key.ts";
import { userDataProp } from "./user-data.ts";
import type { Volume } from "./volume.ts";

/** Props of an `Instance`: its network, image and size, and what it carries. */
export interface InstanceProps {
  /** The private network in which it stands. */
  readonly network: Network;
  /** The operator's name of an image, "Debian 12", or `{ id }`. A newer build under the same name does not touch a machine that runs. */
  readonly image: Named;
  /** What it has at least, `{ cpus: 2, memory: 8 }`, for which each cloud takes its smallest that fits; or the operator's own name, "b3-8", or `{ id }`. */
  readonly flavour: Flavour;
  /** The public key of whoever signs in first, `ssh-ed25519 AAAA… ops`. Nobody signs in with a password. */
  readonly sshKey: SshKey;
  /** Name of a subnet of the network. @default the first of the zone, or the first */
  readonly subnet?: string;
  /** Availability zone, where the place has several. @default the subnet's, else its volumes', else the operator chooses */
  readonly zone?: string;
  /** A fixed private address inside the subnet. @default the network's address service chooses */
  readonly address?: string;
  /** Who may talk to it. `[]` says aloud that no firewall filters and the machine does it itself. @default one of its own, which lets nothing in */
  readonly firewalls?: readonly Firewall[];
  /** Cloud-init. Never secrets: it is refused when it seems to hold one. @default none */
  readonly userData?: string;
  /** Each in the machine's own zone. @default none */
  readonly volumes?: readonly Volume[];
  /** @default none */
  readonly shares?: readonly { readonly share: FileShare; readonly access: "read" | "write" }[];
  /** Reachable from the internet, through an address that can be taken away: an entrance, which the policy names before the guard lets it. @default false */
  readonly publicAddress?: boolean;
}

/**
 * A machine in a private network: no public address, nothing comes in, no password.
 *
 * On OVHcloud, with provider 2.19, a machine has either user data or what is attached to it (firewalls, volumes, shares), never both; with user
 * data say `firewalls: []` and filter on the machine. Its root disk is local to the host and has no encryption attribute: keep data on a `Volume`.
 *
 * @example
 * const web = new Firewall(stack, "web", { inbound: [{ from: network, ports: 443 }] });
 * const data = new Volume(stack, "data", { size: 100 });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
 * new Instance(stack, "runner", { network, image: "Debian 12", flavour: "b3-8", sshKey, firewalls: [web], volumes: [data] });
 */
export class Instance extends Construct {
  readonly #outputs: InstanceOutputs;

  constructor(scope: Within<"instance">, id: string, props: InstanceProps) {
    checkedProps(new.target, PROPS, "Instance", scope, id, props);
    super(scope, id);
    const { network, address, volumes = [], shares = [], publicAddress = false, userData } = props;
    const said = zoneAt(this.node.path, placeOf(this).zones, props.zone);
    const where = {
      ...(props.subnet === undefined ? {} : { id: props.subnet }),
      ...(said === undefined ? {} : { zone: said }),
    };
    const zone = said ?? network.subnet(where).zone ?? volumes.find((volume) => volume.zone !== undefined)?.zone;
    for (const volume of volumes)
      if (zone !== undefined && volume.zone !== undefined && volume.zone !== zone)
        refuse(
          this,
          `it stands in zone ${zone} and volume ${volume.node.path} in ${volume.zone}: a machine mounts volumes of its own zone. Give both the same { zone }.`,
        );
    const firewalls = props.firewalls ?? [new Firewall(this as unknown as Within<"firewall">, "firewall", { network })];
    const name = nameOf(this);
    this.#outputs = lower(this, "instance", {
      name,
      image: catalogueRef(props.image),
      flavour: flavourRef(this, props.flavour),
      ...(zone === undefined ? {} : { zone }),
      network: { ...network.attach(where), ...(address === undefined ? {} : { address }) },
      publicAddress,
      sshKey: sshKeyProp(this, props.sshKey, name),
      firewalls: firewalls.map(({ firewallId }) => firewallId),
      ...(userData === undefined ? {} : { userData: userDataProp(this, userData) }),
      volumeIds: volumes.map(({ volumeId }) => volumeId),
      shares: shares.map(({ share, access }) => ({ shareId: share.shareId, access })),
    });
    takeAddresses(this, network, [this.#outputs.privateAddress]);
  }

  /** The operator's id of the machine: a reference, known once it is made. */
  get instanceId(): string {
    return this.#outputs.instanceId;
  }

  /** Its address inside the network. @throws InputError when the cloud does not tell it: give the machine a fixed `address` */
  get privateAddress(): string {
    return (
      this.#outputs.privateAddress ??
      refuse(this, "the cloud does not tell this machine's private address. Give it a fixed one: { address }.")
    );
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
