/** A rehearsal could not begin, or would have done something real: what, and what to do. */
export class RehearsalError extends Error {
  readonly kind: "not-a-folder" | "no-configuration" | "not-simulated" | "would-run-programs";
  constructor(kind: RehearsalError["kind"], message: string) {
    super(message);
    this.name = "RehearsalError";
    this.kind = kind;
  }
}
