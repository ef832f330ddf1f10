/** Container images. */
export interface RegistrySpec {
  readonly name: string;
}

export interface RegistryOutputs {
  readonly id: string;
}
