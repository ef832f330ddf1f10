/** Secrets by name. Their values never pass through the description: they come from sensitive variables, or from outside. */
export interface SecretStoreSpec {
  readonly name: string;
  /** The key ring that encrypts the store; absent: the store brings one of its own. */
  readonly keyRingId?: string;
  readonly secrets: readonly SecretSpec[];
}

/** One secret: its name, and where its value comes from. */
export interface SecretSpec {
  /** Unique in the store. */
  readonly name: string;
  /** A reference to a sensitive value; absent: the secret is written from outside, after the store exists. Never a literal. */
  readonly value?: string;
  /** How many versions are kept. */
  readonly versions: number;
}

/** What a lowered secret store gives back. */
export interface SecretStoreOutputs {
  readonly secretStoreId: string;
  /** `https://…`, where applications read. */
  readonly endpoint: string;
  /** Where a secret stands in the store, by its name. */
  readonly paths: Readonly<Record<string, string>>;
}
