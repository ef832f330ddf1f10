import type { Sourced } from "../../catalogue/index.ts";
import type { FactReadings } from "./fact-reading.ts";

/** What a resource of one type says about its protections. The law that ties writing and reading: `read(lower(spec))` states every fact that the spec promised. */
export interface Reading {
  /** The concept that it belongs to, as rules select it: `bucket`, `volume`, `database` … */
  readonly concept?: string;
  readonly encryption?: EncryptionReading;
  /** Ways by which the public internet reaches the resource. Each that is public makes the resource public. */
  readonly exposure?: readonly ExposureReading[];
  /** Lists of source addresses that may enter. */
  readonly ingress?: readonly IngressReading[];
  /** Lists of addresses that may be reached from here: a firewall's rules for what goes out. */
  readonly egress?: readonly IngressReading[];
  /** Resources without which this one is open: each must stand beside it in the same infrastructure. */
  readonly companions?: readonly Companion[];
  /** JSON documents that grant rights; one that allows everybody opens what it speaks of. */
  readonly documents?: readonly DocumentReading[];
  /** Rights that it grants, as far as one can be so wide that it is all of them. */
  readonly grants?: readonly GrantReading[];
  /** Where software or data comes from that it starts with: container images, disk images. */
  readonly images?: readonly ImageReading[];
  /** Host names to which it leads whoever asks: the target of a DNS record, of a redirect. */
  readonly leads?: readonly LeadReading[];
  /** What else rules may ask: fact → where it stands. Which facts there are, and what each means, is said in `FactReadings`. */
  readonly facts?: FactReadings;
}

export type EncryptionReading = EncryptionShown & {
  /** The attribute that names a key of the customer's own; where it is silent the operator's key is used. Absent: no attribute takes one. */
  readonly keys?: string;
};

export type EncryptionShown =
  /** An attribute proves it when it has one of these values; `present`: when it has any. */
  | ({
      readonly by: "attribute";
      readonly path: string;
      readonly when: readonly (string | boolean)[] | "present";
      /** Lists of which each entry must say so as well, a machine's further disks: `data_disks[].kms_id`. An empty list says nothing. */
      readonly also?: readonly string[];
      /** What silence means. */
      readonly absent: boolean;
    } & Sourced)
  /** A resource of `type` whose `path` points at this one encrypts it. Without it nothing is shown. */
  | ({ readonly by: "companion"; readonly type: string; readonly path: string } & Sourced)
  /** No attribute exists; the operator claims it. */
  | ({ readonly by: "operator"; readonly claim: string } & Sourced)
  /** No attribute exists, and no claim was found: the guard says "not shown" rather than anything else. */
  | { readonly by: "nothing"; readonly because: string }
  /** Holds no customer data. */
  | { readonly by: "none"; readonly because: string };

/**
 * The resource is public when the attribute has one of these values. A service that exists with a public address only, and lets itself be narrowed by
 * source address (a cluster's API, a registry), is read by `ingress` and `companions` alone.
 */
export interface ExposureReading {
  /** Empty with `always`. */
  readonly path: string;
  /**
   * `present`: any value, a block without attributes and a value that is not known yet among them. `public-address`: an IP address that is not a private one. `always`: nothing can be said that would keep it private.
   * `containing`: a text that has this part, whatever its case. An empty list: only silence makes it public.
   */
  readonly public: readonly (string | boolean)[] | "present" | "public-address" | "always" | { readonly containing: string };
  /** What silence means, for each entry of a list by itself. */
  readonly absent: "public" | "private";
  /** A value that is not known is read as silence: for a name that the provider fills in wherever an id is written, and that tells of one way among others. @default it is undecided */
  readonly unknown?: "silence";
  /**
   * Does not count for what stands in a private network: `attribute`, beside the path, names it, a resource of these types that is read itself. What the two
   * have in common is at `sharing` (a data centre), without which a network's number is another's. One that is not known, or not known to be private, counts.
   */
  readonly within?: { readonly attribute: string; readonly of: readonly string[]; readonly sharing: string };
  /** What is open: an address that answers the internet, or data that anybody may read (a bucket's access list, an image's launch permission). @default "address" */
  readonly opens?: "address" | "data";
  readonly remedy: string;
}

/** How a resource says who may reach it, or whom it may reach. */
export interface IngressReading {
  /** Path of the addresses, `rule[].remote_ip_prefix`: CIDR blocks, or single addresses. */
  readonly path: string;
  /** What parts the addresses of one text: `,`. @default each value is one address */
  readonly separator?: string;
  /** The netmask, where the provider writes it apart from the address: `netmask`. */
  readonly mask?: string;
  /** Only entries of the list whose sibling attribute has this value count (`direction` = `ingress`), whatever its case. */
  readonly where?: { readonly attribute: string; readonly is: readonly string[] };
  /** What an absent list means. */
  readonly absent: "open" | "closed";
  /** What a list that is there and empty means. @default what `absent` says */
  readonly empty?: "open" | "closed";
  /** What an entry without an address means. @default "closed" */
  readonly silent?: "open" | "closed";
  /** Siblings that name who may enter in place of an address (`remote_group_id`): an entry that has one is not open. */
  readonly instead?: readonly string[];
  /** Siblings that narrow what is open: protocol and ports. */
  readonly ports?: { readonly from: string; readonly to: string };
  /** Counts only for a resource that one of its exposures makes public: behind a private address everybody is the private network. @default false */
  readonly onlyWhenPublic?: boolean;
  /** Whoever enters here administers: the API of a cluster, of an account, a console. @default false */
  readonly administers?: boolean;
  /** The values are no addresses but references to resources of these types, which are read themselves: here only silence counts. */
  readonly of?: readonly string[];
  readonly remedy?: string;
}

/** A resource of `type` whose `path` points at this one. Without it, what it closes is open. */
export interface Companion {
  readonly type: string;
  readonly path: string;
  /** What its absence leaves open. */
  readonly closes: "ingress" | "exposure";
  readonly because: string;
  readonly remedy: string;
}

/** An attribute that holds a whole policy document, which may open the resource to everybody. */
export interface DocumentReading {
  readonly path: string;
  /** `s3-policy`: statements with `Effect`, `Principal`, `Action`, `Resource`; `Principal` `*` or `{ "AWS": "*" }` under `Allow` is everybody. */
  readonly form: "s3-policy";
  readonly remedy: string;
}

/** An attribute that grants rights. */
export interface GrantReading {
  readonly path: string;
  /** Values that grant everything, whatever their case: `*`, `AllProductsFullAccess`. Empty with `form`. */
  readonly wide: readonly string[];
  /** The attribute holds a policy document whose statements have `Effect` and `Action`: `Action` `*` or `service:*` under `Allow` is wide. */
  readonly form?: "policy-document";
  readonly remedy: string;
}

/** An attribute that says where software or data comes from. */
export interface ImageReading {
  readonly path: string;
  /** `container`: an image reference, `rg.fr-par.scw.cloud/shop/web:1.2`. `url`: an address from which a disk image is fetched. */
  readonly form: "container" | "url";
}

/** An attribute that names the host to which whoever asks is led. */
export interface LeadReading {
  readonly path: string;
  /** Only when the attribute beside it has one of these values: `fieldtype` = `CNAME`. */
  readonly where?: { readonly attribute: string; readonly is: readonly string[] };
}
