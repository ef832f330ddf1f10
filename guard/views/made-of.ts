import type { Json } from "../values/json.ts";
import { isList, isObject } from "./plan/document.ts";

/** What stands between the parts of an id that is put together: `fr-par/1b2c`, `project:network`. */
const BETWEEN = /[/:|,@#\s]+/;

/**
 * Whether a text can have been made of a value: it is the value, or one of them is a whole part of the other. An engine says what an expression
 * refers to and not how it is combined: `false ? x.y.id : "another's"` refers to `x.y` too, and so does `y.id.apply(() => "another's")`.
 */
export function isMadeOf(text: string, value: Json | undefined): boolean {
  if (isList(value)) return value.some((one) => isMadeOf(text, one));
  if (isObject(value)) return Object.values(value).some((one) => isMadeOf(text, one));
  if (typeof value !== "string" && typeof value !== "number") return false;
  const said = String(value);
  if (said === "" || text === "") return false;
  return said === text || text.split(BETWEEN).includes(said) || said.split(BETWEEN).includes(text);
}

/** Texts of a value, numbers as texts are. */
export function textsOf(json: Json): readonly string[] {
  if (typeof json === "string") return [json];
  if (typeof json === "number") return [String(json)];
  return isList(json) ? json.flatMap(textsOf) : [];
}
