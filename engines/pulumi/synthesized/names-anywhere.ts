import type { Json } from "../../../guard/values/json.ts";
import { isList } from "../../../guard/values/term.ts";
import type { JsonObject } from "../../../guard/views/synthesized/parse-json.ts";

/** Names that hold somewhere within a block: enough to tell them from resources. */
export function namesAnywhere(body: JsonObject): ReadonlyMap<string, Json> {
  const names = new Map<string, Json>([
    ["each", body.for_each ?? null],
    ["count", body.count ?? null],
  ]);
  const look = (json: Json): void => {
    if (isList(json)) for (const one of json) look(one);
    else if (typeof json === "object" && json !== null)
      for (const [key, one] of Object.entries(json)) {
        if (key === "dynamic" && typeof one === "object" && one !== null)
          for (const group of isList(one) ? one : [one])
            for (const [type, written] of Object.entries((group ?? {}) as JsonObject))
              for (const block of isList(written) ? written : [written]) {
                const iterator = (block as JsonObject | null)?.iterator;
                names.set(
                  typeof iterator === "string" ? iterator.replace(/^\$\{\s*|\s*\}$/g, "") : type,
                  (block as JsonObject | null)?.for_each ?? null,
                );
              }
        look(one);
      }
  };
  look(body);
  return names;
}
