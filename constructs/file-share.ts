import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { FileShareOutputs } from "../clouds/contract/index.ts";
import { addressProp, takeAddresses } from "./addresses-taken.ts";
import { cidrProp, isNearlyEveryone } from "./cidr-prop.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import type { Network } from "./network.ts";
import type { Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** Props of a `FileShare`: its network, its size, and who may mount it. */
export interface FileShareProps {
  /** The network from which it is mounted; it is reachable from nowhere else. */
  readonly network: Network;
  /** Gigabytes. */
  readonly size: number;
  /** Name of a subnet of the network. @default the first */
  readonly subnet?: string;
  /**
   * Its private address, where the cloud leaves the choice to whoever makes it (IONOS); the first of several, where it takes several. Others choose themselves.
   * @default one that follows from its name, so that nothing beside it moves it
   */
  readonly address?: string;
  /** Who may mount it: blocks inside the network. @default the share's own subnet, to read and write */
  readonly access?: readonly { readonly from: string; readonly level: "read" | "write" }[];
}

/**
 * A shared file system (NFS) on a private network; there is no other way to it.
 *
 * On OVHcloud: provider 2.19 has no attribute that encrypts a share and none for a key of your own; the operator's claim is all there is, and the
 * guard says "not shown". Where that is not enough, encrypt on the machines, or use a `Volume`.
 *
 * @example
 * new FileShare(stack, "home", { network, size: 150 });
 */
export class FileShare extends Construct {
  readonly #outputs: FileShareOutputs;

  constructor(scope: Within<"fileShare">, id: string, props: FileShareProps) {
    checkedProps(new.target, PROPS, "FileShare", scope, id, props);
    super(scope, id);
    const { network, size } = props;
    if (!Number.isInteger(size) || size < 1) refuse(this, `{ size: ${size} } is no size: say whole gigabytes, 1 or more.`);
    const choice = props.subnet === undefined ? {} : { id: props.subnet };
    const subnet = network.subnet(choice);
    const access = props.access ?? [{ from: subnet.cidr, level: "write" as const }];
    for (const { from } of access)
      if (isNearlyEveryone(cidrProp(this, "access.from", from)))
        refuse(this, `{ access.from: "${from}" } is nearly the whole internet. Name the machines' own addresses, such as ${subnet.cidr}.`);
    this.#outputs = lower(this, "fileShare", {
      name: nameOf(this),
      size,
      ...(subnet.zone === undefined ? {} : { zone: subnet.zone }),
      network: { ...network.attach(choice), cidr: subnet.cidr, ...addressProp(this, props.address) },
      access: access.map(({ from, level }) => ({ cidr: from, level })),
    });
    takeAddresses(this, network, this.#outputs.addresses);
  }

  /** The operator's id of the share: a reference, known once it is made. */
  get shareId(): string {
    return this.#outputs.shareId;
  }

  /** As `mount -t nfs` takes it. */
  get exportPath(): string {
    return this.#outputs.exportPath;
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}
