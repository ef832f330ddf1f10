/** A managed database inside a private network. */
export interface DatabaseSpec {
  readonly name: string;
}

export interface DatabaseOutputs {
  readonly id: string;
}
