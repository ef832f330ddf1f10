import type { Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { text } from "./document.ts";

/** Something that exists and is taken over: its id may name a place. */
export function importSubject({ address, type, providerSource, providerHost, provider }: Subject, importing: Json): Subject {
  const id = text(importing, "id");
  const at = `import.${address}`;
  const chain = [{ at: `${at}.id` }];
  return {
    kind: "import",
    address: at,
    type,
    ...(providerSource !== undefined && { providerSource }),
    ...(providerHost !== undefined && { providerHost }),
    ...(provider !== undefined && { provider }),
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
