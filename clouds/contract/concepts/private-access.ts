/** The only way in for people: a VPN or an SSH bastion. */
export interface PrivateAccessSpec {
  readonly name: string;
}

export interface PrivateAccessOutputs {
  readonly id: string;
}
