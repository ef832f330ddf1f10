import type { Json } from "../../values/json.ts";
import { field, isList, isObject } from "./document.ts";
import { isExpression } from "./references.ts";

/**
 * Whether no block of a configuration writes what stands at a path of the plan, `volume[0].backup_unit_id`. A plan does not show blocks that a
 * `dynamic` one makes: only where there are as many as are written is it certain that all of them are.
 *
 * @param value what the plan has at the path's first attribute, in an object under its name
 * @param mayBeBlocks at the path may stand blocks, which a dynamic one may make
 */
export function neverWritten(expressions: Json, path: string, value: Json | undefined, mayBeBlocks = false): boolean {
  return walk(expressions, path.replace(/\[\d+\]/g, "").split("."), value, mayBeBlocks);
}

function walk(written: Json, [name = "", ...rest]: readonly string[], value: Json | undefined, mayBeBlocks: boolean): boolean {
  if (!isObject(written)) return false;
  if (rest.length === 0) return !mayBeBlocks && !Object.hasOwn(written, name);
  const [inner, planned] = [field(written, name), field(value, name)];
  if (isObject(inner) && Object.hasOwn(inner, "constant_value")) return leftOut(inner["constant_value"] ?? null, rest);
  if (!isList(inner)) return inner !== undefined && !isExpression(inner) && !isList(planned) && walk(inner, rest, planned, mayBeBlocks);
  return (
    isList(planned) &&
    planned.length === inner.length &&
    inner.every((block) => planned.every((one) => walk(block, rest, one, mayBeBlocks)))
  );
}

/** Whether an object that is written out has nothing at a path. In JSON, a name may be a template as well. */
function leftOut(constant: Json, [name = "", ...rest]: readonly string[]): boolean {
  if (!isObject(constant) || Object.keys(constant).some((key) => /[$%]\{/.test(key))) return false;
  const inner = field(constant, name);
  if (inner === undefined || inner === null) return true;
  return rest.length > 0 && leftOut(inner, rest);
}
