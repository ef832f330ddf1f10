import { deeper } from "../../values/budget.ts";
import type { Json } from "../../values/json.ts";
import { termOf } from "../../values/json-term.ts";
import { isTemplate } from "../../values/language/index.ts";
import type { Env } from "../../values/scope.ts";
import { settle } from "../../values/settle.ts";
import { knownTerm, type Term, unknownTerm } from "../../values/term.ts";
import type { Shown } from "../shown/document.ts";
import { entries, field } from "./document.ts";

/** What a plan knows of the names in an expression of the root module: the values that its variables were given. */
export function rootNames(plan: Shown): Env {
  const given = new Map(entries(plan.member("variables")).map(([name, variable]) => [name, field(variable, "value") ?? null]));
  const variables: Term = {
    kind: "object",
    keys: [],
    chain: [],
    get: () => undefined,
    rest: (name) => (given.has(name) ? knownTerm(given.get(name) ?? null) : unknownTerm(`the plan gives no value of var.${name}`)),
  };
  const rest: Term = { ...variables, rest: (name) => unknownTerm(`the plan does not say what ${name} is`) };
  return { scope: { root: (name) => (name === "var" ? variables : rest) } };
}

/**
 * Of a configuration in JSON, `show -json` gives the text of an expression as if it were a constant. It is computed here; undefined: it cannot be.
 * `names` undefined: the names of that module are not in the plan.
 */
export function constant(json: Json, names: Env | undefined): Json | undefined {
  if (!holdsTemplate(json)) return json;
  const value = settle(termOf(json, names ?? { scope: { root: () => unknownTerm("the plan does not say what is in a module") } }));
  return value.kind === "known" ? value.value : value.kind === "absent" ? null : undefined;
}

function holdsTemplate(json: Json): boolean {
  if (typeof json === "string") return isTemplate(json);
  if (typeof json !== "object" || json === null) return false;
  return deeper(
    () => Object.entries(json).some(([key, one]) => isTemplate(key) || holdsTemplate(one)),
    () => true,
  );
}
