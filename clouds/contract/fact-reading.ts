import type { Sourced } from "../../catalogue/index.ts";

/**
 * The facts that rules ask for, by name. A fact that no attribute shows is left out, or said to be `nothing` where a reader should know why: the guard
 * then says "not shown", and never "inside". Clouds and companies may add facts of their own.
 */
export interface FactReadings {
  readonly [fact: string]: FactReading | undefined;
  /** Software and its version, sizes, flavours and images, as they are written. */
  readonly engine?: FactReading;
  readonly version?: FactReading;
  readonly size?: FactReading;
  readonly flavour?: FactReading;
  readonly image?: FactReading;
  /** Yes or no: what passes over the network is encrypted, and clear text is refused. */
  readonly inTransit?: FactReading;
  /** Yes or no: a link to another site or operator encrypts what passes over it. */
  readonly linkEncrypted?: FactReading;
  /** Yes or no: it does so by a cipher that nobody breaks, AES or ChaCha20. */
  readonly linkCipher?: FactReading;
  /** Yes or no: its keys are agreed by IKEv2, or by a protocol that has no older form. */
  readonly linkKeyExchange?: FactReading;
  /** Yes or no: it is a line of its own, over which nobody else's traffic goes. */
  readonly linkPrivate?: FactReading;
  /** The oldest version of TLS that is spoken: 1.2. */
  readonly tlsVersion?: FactReading;
  /** Yes or no: earlier versions of objects are kept. */
  readonly versioned?: FactReading;
  /** Yes or no: what is written cannot be changed or deleted for a time (object lock, write once). */
  readonly locked?: FactReading;
  /** Days: for how long a lock holds, a log is kept, a backup stays. */
  readonly retentionDays?: FactReading;
  /** Yes or no: it cannot be deleted before the protection is taken off. */
  readonly deletionProtected?: FactReading;
  /** Yes or no: a destroy deletes it with everything in it (`force_destroy`), or leaves no last snapshot. */
  readonly emptiedOnDestroy?: FactReading;
  /** Yes or no: backups are made. */
  readonly backedUp?: FactReading;
  /** Days: for how long its backups are kept. */
  readonly backupDays?: FactReading;
  /** How many machines, replicas or members it has, so that one may fail. */
  readonly nodes?: FactReading;
  /** How many availability zones it spreads over. */
  readonly zones?: FactReading;
  /** Of a firewall, yes or no: what no rule lets out stays in. */
  readonly egressLimited?: FactReading;
  /** Of a key, yes or no: it is replaced by the service at intervals. */
  readonly rotated?: FactReading;
  /** Of a key, yes or no: it can be had back for a time after it was deleted, or cannot be deleted at once. */
  readonly recoverable?: FactReading;
  /** Of a cluster, yes or no: its API answers in a private network only. */
  readonly privateControlPlane?: FactReading;
  /** Of a cluster or a pool, yes or no: its machines have no public address. */
  readonly privateNodes?: FactReading;
  /** Yes or no: who did what is written down and sent where it can be read (an audit log, a log subscription). */
  readonly audited?: FactReading;
  /** Of an account, a user or an access policy, yes or no: a second factor is asked for. */
  readonly mfa?: FactReading;
  /** Of a credential, yes or no: it ends by itself on a day. */
  readonly expires?: FactReading;
}

/** Where a fact stands, and how it is written there. */
export type FactReading = FactShown & {
  /** What to do when it is not as it should be. @default the attribute and the value that it should have */
  readonly remedy?: string;
  /** Stated only by resources whose attribute has one of these values: a source of `type` `logs`. */
  readonly where?: { readonly attribute: string; readonly is: readonly string[] };
};

export type FactShown =
  /** The value as it is written. */
  | { readonly as: "value"; readonly path: string }
  /** How many entries a list has: a member that each of them must have, `nodes[].region`. */
  | { readonly as: "count"; readonly path: string }
  /** How many different values a list has: `zones[]`. `absent`: what silence means. */
  | { readonly as: "distinct"; readonly path: string; readonly absent?: number }
  /** Whether the attribute has one of these values; `absent`: what silence means. In a list every entry must. */
  | { readonly as: "switch"; readonly path: string; readonly when: readonly (string | boolean | number)[]; readonly absent: boolean }
  /** Whether anything stands there: a block, a reference, a text. */
  | { readonly as: "present"; readonly path: string }
  /** Whether a number is more than nothing: days that backups are kept, of which 0 makes none. `absent`: what silence means. */
  | { readonly as: "positive"; readonly path: string; readonly absent: boolean }
  /** A number. `absent`: what silence means. */
  | { readonly as: "number"; readonly path: string; readonly absent?: number }
  /** A time, as an ISO 8601 duration (`P30D`, `P1W`, `P6M`, `P1Y`), a number with a letter (`30d`, `12h`) or a number of `unit`. `absent`: what silence means, in days. */
  | {
      readonly as: "days";
      readonly path: string;
      readonly unit?: "hours" | "days" | "weeks" | "months" | "years";
      readonly absent?: number;
    }
  /** A version of TLS, however it is spelt: `TLSv1.2`, `1.2`, `TLS_1_2`. `absent`: what silence means. */
  | { readonly as: "version"; readonly path: string; readonly absent?: number }
  /** Whether a resource of `type` stands beside it whose `path` points at this one. */
  | { readonly as: "companion"; readonly type: string; readonly path: string }
  /** Yes when one of these is. */
  | { readonly as: "any"; readonly of: readonly FactReading[] }
  /** No attribute says it; the operator claims it. */
  | ({ readonly as: "claim"; readonly is: boolean | number; readonly claim: string } & Sourced)
  /** No attribute says it, and no claim was found. */
  | { readonly as: "nothing"; readonly because: string };
