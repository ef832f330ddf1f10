/** Who may reach what: everything is closed until a rule opens it. */
export interface FirewallSpec {
  readonly name: string;
}

export interface FirewallOutputs {
  readonly id: string;
}
