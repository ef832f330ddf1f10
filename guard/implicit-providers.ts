import { providerOf } from "./classify.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";

/** Provider blocks that nobody wrote: the provider then asks its environment, and that is judged once per provider, not once per resource. */
export function implicitProviders(hearing: Hearing): readonly Subject[] {
  const made = new Map<string, Subject>();
  for (const subject of hearing.infrastructure.subjects) {
    const { kind, provider, providerSource: source, leaves } = subject;
    if ((kind !== "resource" && kind !== "data") || provider !== undefined || source === undefined || leaves !== undefined) continue;
    if (made.has(source) || providerOf(hearing, subject).is !== "cloud") continue;
    const type = source.slice(source.lastIndexOf("/") + 1);
    made.set(source, { kind: "provider", address: `provider.${type}`, type, providerSource: source, read: () => [] });
  }
  return [...made.values()];
}
