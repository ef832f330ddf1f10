import type { Subject } from "../subject/infrastructure.ts";
import { providerOf } from "./classify.ts";
import type { Hearing } from "./hearing.ts";

/** Provider blocks that nobody wrote: the provider then asks its environment, and that is judged once per provider, not once per resource. */
export class ImplicitProviders {
  readonly #hearing: Hearing;
  readonly #made = new Map<string, Subject>();

  constructor(hearing: Hearing) {
    this.#hearing = hearing;
  }

  get subjects(): Iterable<Subject> {
    return this.#made.values();
  }

  /** Notes the provider of a subject, where nothing else stands for it. */
  note(subject: Subject): void {
    const { kind, provider, providerSource: source, leaves } = subject;
    if (
      (kind !== "resource" && kind !== "data") ||
      provider !== undefined ||
      source === undefined ||
      leaves === "destroyed" ||
      leaves === "unmade"
    )
      return;
    if (this.#made.has(source) || providerOf(this.#hearing, subject).is !== "cloud") return;
    const type = source.slice(source.lastIndexOf("/") + 1);
    this.#made.set(source, { kind: "provider", address: `provider.${type}`, type, providerSource: source, read: () => [] });
  }
}
