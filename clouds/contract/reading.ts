import type { Sourced } from "../../catalogue/index.ts";

/** What a resource of one type says about its protections. The law that ties writing and reading: `read(lower(spec))` states every fact that the spec promised. */
export interface Reading {
  /** The concept that it belongs to, as rules select it: `bucket`, `volume`, `database` … */
  readonly concept?: string;
  readonly encryption?: EncryptionReading;
  /** Ways by which the public internet reaches the resource. */
  readonly exposure?: readonly ExposureReading[];
  /** Lists of source addresses that may enter. */
  readonly ingress?: readonly IngressReading[];
}

export type EncryptionReading =
  /** An attribute proves it when it has one of these values. `absent`: what silence means, with its source. */
  | { readonly by: "attribute"; readonly path: string; readonly when: readonly (string | boolean)[]; readonly absent: boolean; readonly keys?: string }
  /** No attribute exists; the operator claims it. */
  | ({ readonly by: "operator"; readonly claim: string } & Sourced)
  /** No attribute exists, and no claim was found: the guard says "not shown" rather than anything else. */
  | { readonly by: "nothing"; readonly because: string }
  /** Holds no customer data. */
  | { readonly by: "none"; readonly because: string };

/** The resource is public when the attribute has one of these values. */
export interface ExposureReading {
  readonly path: string;
  readonly public: readonly (string | boolean)[] | "present";
  /** What silence means. */
  readonly absent: "public" | "private";
  readonly remedy: string;
}

export interface IngressReading {
  /** Path of the addresses, `rule[].remote_ip_prefix`. */
  readonly path: string;
  /** Only entries of the list whose sibling attribute has this value count (`direction` = `ingress`). */
  readonly where?: { readonly attribute: string; readonly is: readonly string[] };
  /** What an empty or absent list means. */
  readonly absent: "open" | "closed";
  /** Siblings that narrow what is open: protocol and ports. */
  readonly ports?: { readonly from: string; readonly to: string };
}
