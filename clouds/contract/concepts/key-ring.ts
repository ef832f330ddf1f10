/** Own keys in the operator's key management. */
export interface KeyRingSpec {
  readonly name: string;
}

export interface KeyRingOutputs {
  readonly id: string;
}
