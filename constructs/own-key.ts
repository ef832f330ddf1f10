/** A key of a key ring, by the two ids that products ask for. What a `KeyRing` gives for each of its keys. */
export interface OwnKey {
  readonly keyRingId: string;
  readonly keyId: string;
}

export function encryptionBy(key: OwnKey | undefined) {
  return key === undefined ? ({ by: "operator" } as const) : ({ by: "own-key", keyRingId: key.keyRingId, keyId: key.keyId } as const);
}
