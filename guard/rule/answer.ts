import { InputError } from "../errors.ts";
import { nothingToJudge, pass, type Rule, type Ruling } from "./rule.ts";

const ACCEPTED: ReadonlySet<unknown> = new Set(["inside", "not-applicable"]);
const REFUSED: ReadonlySet<unknown> = new Set([undefined, "outside", "undecided"]);

/**
 * What a rule returned, if it is a ruling. A rule of a company's own may be written without types: what is no ruling must never count as a pass.
 *
 * @throws InputError that names the rule
 */
export function requireRuling(rule: Rule, subject: { readonly address: string }, returned: unknown): Ruling {
  if (
    returned === pass ||
    returned === nothingToJudge ||
    (Array.isArray(returned) ? returned.length > 0 && returned.every(isSaying) : isSaying(returned))
  )
    return returned as Ruling;
  throw new InputError(
    `The rule ${rule.id} returned ${shown(returned)} for ${subject.address}, which is no ruling. Return pass, a refusal ({ because, fix }), or note(…).`,
  );
}

function isSaying(one: unknown): boolean {
  if (typeof one !== "object" || one === null || !("because" in one) || typeof one.because !== "string") return false;
  const verdict = "verdict" in one ? one.verdict : undefined;
  // A refusal says why; what is accepted may be silent.
  return ACCEPTED.has(verdict) || (REFUSED.has(verdict) && one.because.trim() !== "");
}

function shown(returned: unknown): string {
  if (returned instanceof Promise) return "a promise";
  if (typeof returned === "function" || typeof returned === "symbol" || returned === undefined) return `${typeof returned}`;
  return JSON.stringify(returned)?.slice(0, 80) ?? typeof returned;
}
