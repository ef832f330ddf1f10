import type { Json } from "../../values/json.ts";
import { field, isList, isObject } from "./document.ts";
import { isExpression } from "./references.ts";

/**
 * Whether no block of a configuration writes what stands at a path of the plan, `volume[0].backup_unit_id`. A plan does not show blocks that a
 * `dynamic` one makes: only where there are as many as are written is it certain that all of them are.
 *
 * @param value what the plan has at the path's first attribute, in an object under its name
 */
export function neverWritten(expressions: Json, path: string, value: Json | undefined): boolean {
  return walk(expressions, path.replace(/\[\d+\]/g, "").split("."), value);
}

function walk(written: Json, [name = "", ...rest]: readonly string[], value: Json | undefined): boolean {
  if (!isObject(written)) return false;
  if (rest.length === 0) return !Object.hasOwn(written, name);
  const [inner, planned] = [field(written, name), field(value, name)];
  if (!isList(inner)) return inner !== undefined && !isExpression(inner) && !isList(planned) && walk(inner, rest, planned);
  return isList(planned) && planned.length === inner.length && inner.every((block) => planned.every((one) => walk(block, rest, one)));
}
