import { isMembers, mapMembers } from "./rest.ts";
import type { SchemaDocument } from "./schema.ts";

const PROSE = new Set(["description", "description_kind", "deprecation_message"]);

// Under these keys members are names chosen by the provider: an attribute may itself be called "description".
const NAMES = new Set(["attributes", "block_types", "functions", "provider_schemas"]);

function strip(value: unknown, names: boolean): unknown {
  if (Array.isArray(value)) return value.map((member) => strip(member, false));
  if (!isMembers(value)) return value;
  if (names) return mapMembers(value, (member) => strip(member, false));
  const kept = Object.entries(value).filter(([key]) => !PROSE.has(key));
  return Object.fromEntries(
    kept.map(([key, member]) => [
      key,
      key === "type" || key === "return_type" ? member : strip(member, NAMES.has(key) || key.endsWith("_schemas")),
    ]),
  );
}

/** The document without its descriptions: facts are kept, a provider's texts are its own. */
export const withoutProse = (document: SchemaDocument): SchemaDocument => strip(document, false) as SchemaDocument;
