/** Where logs of who did what arrive and can be searched. What must outlive it is kept in a locked bucket beside it. */
export interface AuditLogSpec {
  readonly name: string;
  readonly description: string;
  /** The operator's log service that exists already, for operators whose provider cannot order one. */
  readonly service?: string;
}

/** What a lowered audit log gives back. */
export interface AuditLogOutputs {
  readonly auditLogId: string;
}
