import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";

/** How a document of this kind is made. */
export const MAKE = "tofu show -json plan.bin > plan.json (or terraform show -json)";

/** Parses what `show -json` wrote. */
export function parseText(text: string, origin: string): { readonly [key: string]: Json } {
  requireText(text, origin);
  if (text.trim() === "") throw new InputError(`${origin} is empty. Make it again with: ${MAKE}.`);
  const json = parsed(text, origin);
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw noObject(Array.isArray(json), origin);
  return json as { readonly [key: string]: Json };
}

/** @param head how the file begins */
export function requireText(head: string, origin: string): void {
  if (head.startsWith("PK\u0003\u0004"))
    throw new InputError(`${origin} is the engine's own plan file, not JSON. Convert it with: ${MAKE}.`);
}

export const noObject = (isList: boolean, origin: string): InputError =>
  new InputError(`${origin} is no plan: its JSON is ${isList ? "a list" : "a single value"}, not an object. Make it with: ${MAKE}.`);

function parsed(text: string, origin: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const because = error instanceof Error ? error.message : "";
    requireJson(text, origin);
    // Where it ends too early, or in the middle of something, the rest is missing.
    const endsEarly = Number(/at position (\d+)/.exec(because)?.[1] ?? 0) >= text.trimEnd().length || /end of JSON/.test(because);
    throw invalid(because, !endsEarly && /[}\]]\s*$/.test(text.slice(-100)), origin);
  }
}

/** What is no JSON from its first character on. */
export function requireJson(head: string, origin: string): void {
  if (/^\s*\{"@level"/.test(head))
    throw new InputError(`${origin} is the log of "plan -json", one message a line, not a plan. Make one with: ${MAKE}.`);
  if (!/^\s*[{[]/.test(head)) throw new InputError(`${origin} is not JSON. If it is a plan of the engine, convert it with: ${MAKE}.`);
}

/** @param ends whether it has an end, so that nothing seems to be missing */
export const invalid = (because: string, ends: boolean, origin: string): InputError =>
  new InputError(
    `${origin} is not valid JSON. ${ends ? "It is damaged" : "It looks cut off"} (${because.slice(0, 120)}). Make it again with: ${MAKE}.`,
  );
