import type { AddressRange } from "./address-range.ts";
import type { AddressedAttachment } from "./network.ts";

/** Engines that several operators run as a service. */
export type DatabaseEngine = "postgresql" | "mysql" | "mongodb" | "valkey" | "kafka" | "opensearch" | "clickhouse";

/** A managed database inside a private network. */
export interface DatabaseSpec {
  readonly name: string;
  readonly engine: DatabaseEngine;
  /** As the operator writes it, `17`. */
  readonly version: string;
  readonly nodes: number;
  /** Of each node: gigabytes of memory, at least (the operator's next larger size is taken), or the operator's own name of a size. */
  readonly size: { readonly memory: number } | { readonly name: string };
  /** Gigabytes of disk in all; absent: what comes with the size. */
  readonly storage?: number;
  readonly network: AddressedAttachment;
  /** Addresses of the private network that may connect. Never empty. */
  readonly allowedFrom: readonly AddressRange[];
  readonly backups: {
    /** Every day at, in universal time, `02:00`. */
    readonly at: string;
    /** Codes of the regions that keep them, as the operator's provider writes them; its own is the first. */
    readonly regions: readonly string[];
  };
  /** Every day, if need be, at. Universal time. */
  readonly maintenanceAt: string;
  /** The operator refuses to delete it. */
  readonly deletionProtection: boolean;
  /** Databases to create in it, for engines that know such a thing. */
  readonly databases: readonly string[];
  readonly auditLogId?: string;
}

/** What a lowered database gives back. */
export interface DatabaseOutputs {
  readonly databaseId: string;
  readonly host: string;
  readonly port: string;
  /** Private addresses that it took, where the cloud leaves the choice to whoever makes it: nobody else of the network may have them. @default none */
  readonly addresses?: readonly string[];
}
