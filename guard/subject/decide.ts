import type { Json } from "../values/json.ts";
import { type Chain, isSensitive, type Value } from "../values/value.ts";

/** One thing that a value can be, as text. */
export type Candidate =
  | { readonly is: "text"; readonly text: string; readonly chain: Chain; readonly sensitive: boolean }
  | { readonly is: "absent"; readonly chain: Chain }
  | {
      readonly is: "unknown";
      readonly cause: string;
      readonly refs: readonly string[];
      /** It may be something else as well, of which the cause does not tell. */
      readonly mixed?: true;
      /** Ids of resources are written there, and nothing else: it is no silence. */
      readonly isId?: true;
      /** A block stands there. */
      readonly isObject?: true;
      readonly chain: Chain;
    };

/** Everything that a value can be, lists member by member. An empty text is what most providers take for absent, and so is null. */
export function candidates(value: Value): readonly Candidate[] {
  const { chain } = value;
  if (value.kind === "unknown")
    return [
      {
        is: "unknown",
        cause: value.cause,
        refs: value.refs,
        chain,
        ...(value.mixed && { mixed: value.mixed }),
        ...(value.isId && { isId: value.isId }),
        ...(value.isObject && { isObject: value.isObject }),
      },
    ];
  if (value.kind === "absent") return [{ is: "absent", chain }];
  const sensitive = isSensitive(value);
  if (value.kind === "known" && typeof value.value === "string" && value.value !== "")
    return [{ is: "text", text: value.value, chain, sensitive }];
  return (value.kind === "known" ? [value.value] : value.values).flatMap((json) => texts(json, chain, sensitive));
}

/** A list of lists deeper than this is no list of texts. */
const DEEPEST = 20;

function texts(json: Json, chain: Chain, sensitive: boolean, depth = 0): readonly Candidate[] {
  if (json === null || json === "") return [{ is: "absent", chain }];
  if (depth > DEEPEST) return [{ is: "unknown", cause: "lists stand in lists where a text belongs", refs: [], chain }];
  if (isList(json))
    return json.length === 0 ? [{ is: "absent", chain }] : json.flatMap((member) => texts(member, chain, sensitive, depth + 1));
  if (typeof json === "object") return [{ is: "unknown", cause: "an object stands where a text belongs", refs: [], isObject: true, chain }];
  return [{ is: "text", text: String(json), chain, sensitive }];
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
