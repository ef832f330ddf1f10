/** A key of a key ring, by the two ids that products ask for. What a `KeyRing` gives for each of its keys. */
export interface OwnKey {
  /** The operator's id of its ring. */
  readonly keyRingId: string;
  /** The operator's id of the key in it. */
  readonly keyId: string;
}

export function encryptionBy(key: OwnKey | undefined) {
  return key === undefined ? ({ by: "operator" } as const) : ({ by: "own-key", keyRingId: key.keyRingId, keyId: key.keyId } as const);
}
