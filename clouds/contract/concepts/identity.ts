/** A machine or human identity, and what it may do. */
export interface IdentitySpec {
  readonly name: string;
}

export interface IdentityOutputs {
  readonly id: string;
}
