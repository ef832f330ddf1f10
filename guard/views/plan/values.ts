import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import { field, list, text } from "./document.ts";
import type { Resource } from "./subjects.ts";

const DEEPEST = 200;

/** Resources of a state, or of the state before a plan: `values.root_module` with its children. */
export function readValues(values: Json | undefined, origin: string): readonly Resource[] {
  const found: Resource[] = [];
  const walk = (module: Json | undefined, depth: number): void => {
    if (depth > DEEPEST) throw new InputError(`${origin} nests modules more than ${DEEPEST} deep: it is damaged. Make it again.`);
    for (const [index, json] of list(module, "resources").entries())
      found.push(resource(json, text(module, "address") ?? "", index, origin));
    for (const child of list(module, "child_modules")) walk(child, depth + 1);
  };
  walk(field(values, "root_module"), 0);
  return found;
}

function resource(json: Json, module: string, index: number, origin: string): Resource {
  const [address, type, name] = [text(json, "address"), text(json, "type"), text(json, "name")];
  if (address === undefined || type === undefined || name === undefined)
    throw new InputError(`${origin}: resource ${index} of ${module || "the root module"} has no address, type and name. Make it again.`);
  return {
    kind: text(json, "mode") === "data" ? "data" : "resource",
    address,
    module,
    type,
    name,
    provider: text(json, "provider_name"),
    value: field(json, "values"),
    unknown: undefined,
    sensitive: field(json, "sensitive_values"),
    ...(text(json, "deposed_key") !== undefined && { leaves: "destroyed" as const }),
  };
}
