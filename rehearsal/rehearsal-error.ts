import { InputError } from "../catalogue/errors.ts";

/** A rehearsal could not begin, or would have done something real: what, and what to do. */
export class RehearsalError extends InputError {
  readonly kind: "not-a-folder" | "no-configuration" | "not-simulated" | "would-run-programs" | "world";
  constructor(kind: RehearsalError["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RehearsalError";
    this.kind = kind;
  }
}
