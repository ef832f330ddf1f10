import type { Json } from "./values/json.ts";
import { type Chain, isSensitive, type Value } from "./values/value.ts";

/** One thing that a value can be, as text. */
export type Candidate =
  | { readonly is: "text"; readonly text: string; readonly chain: Chain; readonly sensitive: boolean }
  | { readonly is: "absent"; readonly chain: Chain }
  | {
      readonly is: "unknown";
      readonly cause: string;
      readonly refs: readonly string[];
      /** A block stands there. */
      readonly isObject?: true;
      readonly chain: Chain;
    };

/** Everything that a value can be, lists member by member. An empty text is what most providers take for absent, and so is null. */
export function candidates(value: Value): readonly Candidate[] {
  const { chain } = value;
  if (value.kind === "unknown") return [{ is: "unknown", cause: value.cause, refs: value.refs, chain }];
  if (value.kind === "absent") return [{ is: "absent", chain }];
  const sensitive = isSensitive(value);
  return (value.kind === "known" ? [value.value] : value.values).flatMap((json) => texts(json, chain, sensitive));
}

function texts(json: Json, chain: Chain, sensitive: boolean): readonly Candidate[] {
  if (json === null || json === "") return [{ is: "absent", chain }];
  if (isList(json)) return json.length === 0 ? [{ is: "absent", chain }] : json.flatMap((member) => texts(member, chain, sensitive));
  if (typeof json === "object") return [{ is: "unknown", cause: "an object stands where a text belongs", refs: [], isObject: true, chain }];
  return [{ is: "text", text: String(json), chain, sensitive }];
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
