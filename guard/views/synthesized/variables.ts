import { allowed } from "../../values/allowed.ts";
import { short } from "../../values/chain.ts";
import { boolean } from "../../values/convert.ts";
import type { Json } from "../../values/json.ts";
import { parseTemplate } from "../../values/language/index.ts";
import { isLiteral, literalTerm } from "../../values/literal.ts";
import { CHOSEN } from "../../values/open.ts";
import type { Env } from "../../values/scope.ts";
import { choiceOf, isObject, knownTerm, prefix, type Term, unknownTerm } from "../../values/term.ts";
import { converted, convertedTerm } from "../../values/types.ts";
import type { Link } from "../../values/value.ts";
import { type Block, blocks } from "./blocks.ts";
import type { Module } from "./module.ts";

/** What a module's caller says of its variables; undefined: nothing. */
export type Inputs = (variable: string) => Term | undefined;

/**
 * What a variable of a called module can be: what its caller says, else its default. A null that the variable does not take is its default.
 */
export function inputTerm(module: Module, name: string, inputs: Inputs, env: Env): Term | undefined {
  const block = module.variables.get(name);
  if (block === undefined) return undefined;
  const given = inputs(name);
  const standing = (): Term => variableTerm(module, name, env) ?? knownTerm(null);
  if (given === undefined) return standing();
  const { type, nullable } = block.body;
  const term = typeof type === "string" ? convertedTerm(given, type) : given;
  const replaced = boolean(nullable ?? true) === false ? eachNull(term, standing) : term;
  return prefix(isSensitive(block) ? [{ at: `var.${name}`, sensitive: true }] : [], replaced);
}

function eachNull(term: Term, standing: () => Term): Term {
  if (term.kind === "choice")
    return choiceOf(
      term.options.map((option) => eachNull(option, standing)),
      term.chain,
    );
  return term.kind === "known" && term.value === null ? standing() : term;
}

/**
 * What a variable can be: what a file beside the configuration gives it, else its default, else what its validation allows. Whoever runs the engine
 * may still give another value; that is for the plan to judge, and the chain says where the value was read.
 */
export function variableTerm(module: Module, name: string, env: Env): Term | undefined {
  const block = module.variables.get(name);
  if (block === undefined) return undefined;
  const given = module.given.get(name);
  // A variable that takes no null has its default where it is given one.
  const isGiven =
    given !== undefined && (given.value !== null || block.body.nullable === undefined || boolean(block.body.nullable) === true);
  if (isGiven) return decided(block, given.value, given.file);
  if (Object.hasOwn(block.body, "default")) return decided(block, block.body.default ?? null, "default");
  const possible = validated(block, name, env);
  if (possible !== undefined) return prefix([{ at: "validation", ...secret(block) }], choiceOf(possible.map((value) => knownTerm(value))));
  const chain: readonly Link[] = isSensitive(block) ? [{ at: "no default", sensitive: true }] : [];
  return unknownTerm(`var.${name} has no default, ${CHOSEN}`, [], chain);
}

function decided(block: Block, value: Json, at: string): Term {
  const { type } = block.body;
  const known = isLiteral(value);
  const term = typeof type !== "string" ? literalTerm(value) : known ? converted(value, type) : convertedTerm(literalTerm(value), type);
  return prefix([{ at, text: isSensitive(block) ? "(sensitive)" : short(value), ...secret(block) }], term);
}

function isSensitive(block: Block): boolean {
  return block.body.sensitive === true || block.body.sensitive === "true";
}

function secret(block: Block): { readonly sensitive?: true } {
  return isSensitive(block) ? { sensitive: true } : {};
}

/** Every validation must hold: what all of those allow that can be listed. */
function validated(block: Block, name: string, env: Env): readonly Json[] | undefined {
  let possible: readonly Json[] | undefined;
  for (const { body } of blocks(block.body.validation, 0, `variable.${name}.validation`, block.file)) {
    if (!isObject(body) || typeof body.condition !== "string") continue;
    const listed = allowed(parseTemplate(body.condition), name, env);
    if (listed !== undefined) possible = possible === undefined ? listed : possible.filter((value) => listed.includes(value));
  }
  return possible;
}
