/** Own keys in the operator's key management. They never leave it: who may use one asks it to encrypt and decrypt. */
export interface KeyRingSpec {
  readonly name: string;
  readonly keys: readonly KeySpec[];
}

/** One key, and what it is for. */
export interface KeySpec {
  /** Unique in the ring. */
  readonly id: string;
  /** `encrypt`: AES-256, for small data. `wrap`: AES-256, for keys with which applications encrypt their data themselves. `sign`: elliptic curve P-256. */
  readonly use: "encrypt" | "wrap" | "sign";
}

/** What a lowered key ring gives back. */
export interface KeyRingOutputs {
  readonly keyRingId: string;
  /** By the key's id in the spec. */
  readonly keyIds: Readonly<Record<string, string>>;
  /** `https://…`, where applications ask for encryption. */
  readonly endpoint: string;
}
