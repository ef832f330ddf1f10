import type { Attachment } from "./network.ts";

/** One machine in a private network. */
export interface InstanceSpec {
  readonly name: string;
  readonly image: CatalogueRef;
  readonly flavour: FlavourRef;
  readonly zone?: string;
  readonly network: Attachment & {
    /** A fixed private address; absent: the network's address service chooses. */
    readonly address?: string;
    /** The network's gateway, which a public address needs. */
    readonly gatewayId?: string;
  };
  /** Reachable from the internet, through an address that can be taken away from the machine. */
  readonly publicAddress: boolean;
  readonly sshKey: SshKeySpec;
  /** Firewalls by id. */
  readonly firewalls: readonly string[];
  /** Cloud-init, as plain text. Never secrets: operators keep it readable. */
  readonly userData?: string;
  readonly volumeIds: readonly string[];
  readonly shares: readonly { readonly shareId: string; readonly access: "read" | "write" }[];
}

/** Something in the operator's catalogue: by the name that people use, looked up in the region, or by its id. */
export type CatalogueRef = { readonly name: string } | { readonly id: string };

/** A size of machine: what it has at least (virtual processors, gigabytes of memory), for which each cloud takes its smallest that has both; or the operator's own name or id. */
export type FlavourRef = CatalogueRef | MachineSize;

/** What a machine has at least. */
export interface MachineSize {
  /** Virtual processors. */
  readonly cpus: number;
  /** Gigabytes. */
  readonly memory: number;
}

/** A public key to register under a name, or the name of one that is registered already. */
export type SshKeySpec = { readonly name: string; readonly publicKey: string } | { readonly registered: string };

/** What a lowered instance gives back. */
export interface InstanceOutputs {
  readonly instanceId: string;
  /** Absent where the operator does not tell it and none was asked for. */
  readonly privateAddress?: string;
  /** Present when the spec asked for one. */
  readonly publicAddress?: string;
}
