import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import { field, isObject, list, text } from "./document.ts";
import type { Resource } from "./subjects.ts";

/** A planned change: the resource as it will be, and what is taken over with it. */
export interface Change {
  readonly resource: Resource;
  /** Set when something that exists is imported. */
  readonly importing?: Json;
}

/** Every change of a plan, the deferred ones too. */
export function readChanges(plan: Json, origin: string): readonly Change[] {
  const changes = list(plan, "resource_changes").map((json, index) => change(json, `resource_changes[${index}]`, origin));
  const deferred = list(plan, "deferred_changes").map((json, index) =>
    change(field(json, "resource_change"), `deferred_changes[${index}]`, origin),
  );
  return [...changes, ...deferred];
}

function change(json: Json | undefined, where: string, origin: string): Change {
  const [address, type, name] = [text(json, "address"), text(json, "type"), text(json, "name")];
  const planned = field(json, "change");
  if (address === undefined || type === undefined || name === undefined || !isObject(planned))
    throw new InputError(`${origin}: ${where} has no address, type, name and change, as every planned change has. Make the plan again.`);
  const actions = list(planned, "actions");
  const leaves = leaving(actions, text(json, "deposed") !== undefined);
  const after = field(planned, "after");
  const importing = field(planned, "importing");
  const gone = after === undefined || after === null;
  // What does not change, or is only taken over, is what it was.
  const stays = gone && (actions.includes("no-op") || importing !== undefined);
  return {
    resource: {
      kind: text(json, "mode") === "data" || text(json, "mode") === "ephemeral" ? "data" : "resource",
      address,
      module: text(json, "module_address") ?? "",
      type,
      name,
      provider: text(json, "provider_name"),
      value: leaves !== undefined || stays ? field(planned, "before") : after,
      unknown: leaves !== undefined || stays ? undefined : (field(planned, "after_unknown") ?? (gone ? true : undefined)),
      sensitive: field(planned, leaves !== undefined || stays ? "before_sensitive" : "after_sensitive"),
      ...(leaves !== undefined && { leaves }),
    },
    ...(importing !== undefined && importing !== null && { importing }),
  };
}

/** An action that nobody knows makes something: it does not leave. */
function leaving(actions: readonly Json[], deposed: boolean): Resource["leaves"] {
  const only = (...words: readonly string[]): boolean => actions.length > 0 && actions.every((action) => words.includes(String(action)));
  if (deposed || only("delete")) return "destroyed";
  return only("forget") ? "forgotten" : undefined;
}
