import type { Hearing } from "./hearing.ts";

/** What the policy knows of the environment variables that a provider reads. */
export type Declared =
  | { readonly is: "set"; readonly name: string; readonly text: string }
  /** Every run is known to set none of them: an empty text is what providers take for absent. */
  | { readonly is: "unset" };

/** The first that is set, in the provider's own order. Undefined: the policy does not say, so that another machine may have another value. */
export function declared({ approvals }: Hearing, names: readonly string[]): Declared | undefined {
  const said = names.flatMap((name) =>
    Object.hasOwn(approvals.environment, name) ? [[name, approvals.environment[name] ?? ""] as const] : [],
  );
  const [name, text] = said.find((one) => one[1] !== "") ?? [];
  if (name !== undefined && text !== undefined) return { is: "set", name, text };
  return names.length > 0 && said.length === names.length ? { is: "unset" } : undefined;
}
