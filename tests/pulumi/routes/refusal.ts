import type { Json } from "../../../guard/values/json.ts";

/** What `guard()` said of resources whose names begin so, in all that a run of the engine said. */
export const refusalOf = (said: string, name: string): string =>
  said
    .replaceAll("\\n", "\n")
    .split("The guard refuses ")
    .slice(1)
    .filter((one) => one.startsWith(name))
    .join("\n");

/** Why a preview failed. */
export const problemsIn = (preview: Json): readonly string[] =>
  ((preview as { readonly diagnostics?: readonly { readonly message: string; readonly severity: string }[] } | null)?.diagnostics ?? [])
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
