import type { Json } from "../../values/json.ts";
import { termOf } from "../../values/json-term.ts";
import { isTemplate } from "../../values/language/index.ts";
import { unfollowed } from "../../values/literal.ts";
import type { Env } from "../../values/scope.ts";
import { settle } from "../../values/settle.ts";
import { isList, isObject } from "../../values/term.ts";

/** Where no name means anything, and no file can be read. */
const NOWHERE: Env = { scope: { root: () => undefined } };

/**
 * What is written where the engine takes constants alone, a variable's default and the values of `*.tfvars`: `("a")` is a, `05` is 5, and so is `2 + 3`.
 * What is not followed is said to be so: nobody may take it for the text that it is written in.
 */
export function constants(json: Json): Json {
  if (typeof json === "string") return isTemplate(json) ? followed(json) : json;
  if (isList(json)) return json.map(constants);
  return isObject(json) ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, constants(value)])) : json;
}

function followed(text: string): Json {
  const value = settle(termOf(text, NOWHERE));
  return value.kind === "known" ? value.value : unfollowed(text);
}
