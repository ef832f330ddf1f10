import type { AddressedAttachment } from "./network.ts";

/** A shared file system (NFS) inside a private network. */
export interface FileShareSpec {
  readonly name: string;
  /** Gigabytes. */
  readonly size: number;
  readonly zone?: string;
  readonly network: AddressedAttachment;
  /** Who may mount it; nobody else. */
  readonly access: readonly { readonly cidr: string; readonly level: "read" | "write" }[];
}

/** What a lowered file share gives back. */
export interface FileShareOutputs {
  readonly shareId: string;
  /** `10.0.0.5:/shares/…`, as `mount -t nfs` takes it. */
  readonly exportPath: string;
  /** Private addresses that it took, where the cloud leaves the choice to whoever makes it: nobody else of the network may have them. @default none */
  readonly addresses?: readonly string[];
}
