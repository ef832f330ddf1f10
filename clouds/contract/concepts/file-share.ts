/** A shared file system inside a private network. */
export interface FileShareSpec {
  readonly name: string;
}

export interface FileShareOutputs {
  readonly id: string;
}
