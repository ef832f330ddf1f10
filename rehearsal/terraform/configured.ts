import { type Diagnostic, failure, warning } from "./diagnostics.ts";
import { isObject, type ObjectValue } from "./value.ts";
import { eachNested, type Shape } from "./walk.ts";

/**
 * What every provider says of a configuration by its schema alone, and the engine leaves to it: what the cloud decides cannot be set, and
 * what is deprecated should not be.
 */
export function configured(shape: Shape, config: ObjectValue, subject: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  look(shape, config, subject, null, found);
  return found;
}

function look(shape: Shape, config: ObjectValue, subject: string, top: string | null, found: Diagnostic[]): void {
  for (const name of shape.names) {
    const value = config[name];
    if (value === null || value === undefined) continue;
    const attribute = shape.attributes[name];
    if (attribute !== undefined && attribute.computed === true && attribute.optional !== true) {
      const detail = `${subject}: "${name}" is decided by the cloud and cannot be configured.`;
      found.push(failure(`Can't configure a value for "${name}"`, detail, top ?? name));
    }
    if (attribute?.deprecated === true) found.push(warning("Argument is deprecated", `${subject}: "${name}" is deprecated.`));
    const nested = shape.nested[name];
    if (nested === undefined) continue;
    eachNested(nested.mode, value, (x) => {
      if (isObject(x)) look(nested.shape, x, subject, top ?? name, found);
      return x;
    });
  }
}
