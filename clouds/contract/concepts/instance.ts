/** A virtual machine. */
export interface InstanceSpec {
  readonly name: string;
}

export interface InstanceOutputs {
  readonly id: string;
}
