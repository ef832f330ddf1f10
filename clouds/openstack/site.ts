import type { MachineSizes } from "../contract/machine-size.ts";

/** What OpenStack leaves to its operator: names that a program needs and that no interface agrees on. */
export interface Site {
  /** Identity address, which also says whose cloud it is. */
  readonly authUrl: string;
  /** Network of public addresses, by its name: routers go out through it, and floating addresses come from it. */
  readonly externalNetwork: string;
  readonly sizes: MachineSizes;
  /** `disk`: a size brings a disk of its own. `volume`: it has none, and a machine starts from a volume. */
  readonly startsFrom: "disk" | "volume";
  /** What people call an image → the operator's name. The first is what an entrance runs. */
  readonly images: Readonly<Record<string, string>>;
  /** Volume types by performance; a missing one is not known to us. The operator's default is `standard`. */
  readonly volumeTypes?: { readonly high?: string; readonly highest?: string };
  /** Absent: buckets stand elsewhere, or we do not know where. */
  readonly store?: ObjectStore;
}

/** How an operator's object storage is spoken to. */
export interface ObjectStore {
  /** `swift`: containers through OpenStack's own interface, whose versions it keeps. `s3`: Ceph, which keeps versions through S3 only. */
  readonly by: "swift" | "s3";
  /** S3 endpoint, and the region that clients sign with. */
  readonly endpoint: string;
  readonly region: string;
  /** S3 alone: rules that delete, and locks in compliance mode. */
  readonly lifecycle?: boolean;
  readonly locks?: readonly "compliance"[];
}
