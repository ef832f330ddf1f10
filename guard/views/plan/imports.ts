import type { Subject } from "../../infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { text } from "./document.ts";
import { sourceFields } from "./providers.ts";
import type { Resource } from "./subjects.ts";

/** Something that exists and is taken over: its id may name a place. */
export function importSubject({ address, type, provider }: Resource, importing: Json, block: Subject | undefined): Subject {
  const id = text(importing, "id");
  const at = `import.${address}`;
  const chain = [{ at: `${at}.id` }];
  return {
    kind: "import",
    address: at,
    type,
    ...sourceFields(provider),
    ...(block !== undefined && { provider: block }),
    read: (path) =>
      path !== "id"
        ? []
        : [
            {
              path,
              value:
                id === undefined
                  ? { kind: "unknown", cause: "the plan does not say it as a text", refs: [], chain }
                  : { kind: "known", value: id, chain },
            },
          ],
  };
}
