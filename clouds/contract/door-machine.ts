import type { Lower } from "./cloud.ts";
import type { CatalogueRef, FlavourRef, PrivateAccessOutputs, PrivateAccessSpec } from "./concepts/index.ts";
import { doorRules } from "./door-rules.ts";

/** How a cloud writes the parts of its door, and what it takes where nobody chooses. */
export interface DoorParts {
  /** @default none: the machine's own filter, in its user data, is all that the cloud allows */
  readonly firewall?: Lower<"firewall">;
  readonly instance: Lower<"instance">;
  /** @default the label `Debian 12` */
  readonly image?: CatalogueRef;
  readonly flavour: FlavourRef;
  /** A fixed private address of the machine. @default the cloud chooses one */
  readonly address?: string | undefined;
}

/**
 * A private access: one machine with an address of its own. Where the cloud filters before the machine, a firewall lets in what knocks at the door from the
 * named addresses; the machine's own filter holds to the same.
 */
export function doorMachine(
  spec: PrivateAccessSpec,
  cx: Parameters<Lower<"instance">>[1],
  { firewall, instance, image = { name: "Debian 12" }, flavour, address }: DoorParts,
): PrivateAccessOutputs {
  const door = firewall?.(
    {
      name: `${spec.name}-door`,
      description: "The only way in",
      networkId: spec.network.networkId,
      inbound: doorRules(spec),
      outbound: "everything",
    },
    cx,
  );
  const made = instance(
    {
      name: spec.name,
      image: spec.image ?? image,
      flavour: spec.flavour ?? flavour,
      ...(spec.zone === undefined ? {} : { zone: spec.zone }),
      network: { ...spec.network, ...(address === undefined ? {} : { address }) },
      publicAddress: true,
      sshKey: spec.sshKey,
      firewalls: door === undefined ? [] : [door.firewallId],
      userData: spec.userData,
      volumeIds: [],
      shares: [],
    },
    cx,
  );
  return {
    instanceId: made.instanceId,
    address: made.publicAddress ?? "",
    ...(made.privateAddress === undefined ? {} : { privateAddress: made.privateAddress }),
  };
}
