import type { FirewallRuleSpec } from "./firewall.ts";
import type { CatalogueRef, FlavourRef, SshKeySpec } from "./instance.ts";
import type { Attachment } from "./network.ts";

/** The one machine through which people come in from outside: an SSH bastion or a VPN server. */
export interface PrivateAccessSpec {
  readonly name: string;
  /** Absent: the cloud's own choice, the latest Debian. */
  readonly image?: CatalogueRef;
  /** Absent: the cloud's own choice, a small one. */
  readonly flavour?: FlavourRef;
  readonly zone?: string;
  /** Its gateway, where a public address leads through one; absent in a network that is closed both ways. */
  readonly network: Attachment & {
    readonly gatewayId?: string;
    /** Addresses of its subnet, `10.0.0.0/20`, for clouds in which whoever makes a machine gives it one. */
    readonly cidr?: string;
  };
  readonly sshKey: SshKeySpec;
  /** The only door. */
  readonly door: { readonly protocol: "tcp" | "udp"; readonly port: number };
  /** Source addresses that may knock, as CIDRs; never the whole internet. Empty: nobody knocks, the machine calls out itself. The machine's own filter (in `userData`) holds to it; a cloud that can filter before the machine does that too. */
  readonly from: readonly string[];
  /** What else comes in, from inside the network only. @default nothing */
  readonly inside?: readonly FirewallRuleSpec[];
  /** A private address of the subnet, for clouds that do not tell which one they gave: the machine gets this one. Others choose and tell. @default the cloud chooses */
  readonly fallbackAddress?: string;
  /** Cloud-init that hardens the machine, as plain text. No secrets. */
  readonly userData: string;
}

/** What a lowered private access gives back. */
export interface PrivateAccessOutputs {
  readonly instanceId: string;
  /** The public address of the door. */
  readonly address: string;
  /** The machine's private address; absent where the cloud does not tell it. */
  readonly privateAddress?: string;
}
