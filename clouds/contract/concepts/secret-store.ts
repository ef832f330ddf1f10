/** Secrets by name, whose values never pass through the description. */
export interface SecretStoreSpec {
  readonly name: string;
}

export interface SecretStoreOutputs {
  readonly id: string;
}
