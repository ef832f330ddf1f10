import type { Lower } from "./cloud.ts";
import type { CatalogueRef, FlavourRef, PrivateAccessOutputs, PrivateAccessSpec } from "./concepts/index.ts";
import { doorRules } from "./door-rules.ts";

/** How a cloud writes the two parts of its door, and what it takes where nobody chooses. */
export interface DoorParts {
  readonly firewall: Lower<"firewall">;
  readonly instance: Lower<"instance">;
  /** @default the label `Debian 12` */
  readonly image?: CatalogueRef;
  readonly flavour: FlavourRef;
}

/**
 * A private access where the cloud filters before the machine: one machine with an address of its own, whose firewall lets in what knocks at the
 * door from the named addresses; the machine's own filter holds to the same.
 */
export function doorMachine(
  spec: PrivateAccessSpec,
  cx: Parameters<Lower<"instance">>[1],
  { firewall, instance, image = { name: "Debian 12" }, flavour }: DoorParts,
): PrivateAccessOutputs {
  const { firewallId } = firewall(
    {
      name: `${spec.name}-door`,
      description: "The only way in",
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
      network: spec.network,
      publicAddress: true,
      sshKey: spec.sshKey,
      firewalls: [firewallId],
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
