/** Where logs of who did what are kept. */
export interface AuditLogSpec {
  readonly name: string;
}

export interface AuditLogOutputs {
  readonly id: string;
}
