import { withoutKeys } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { field } from "./document.ts";
import type { Target } from "./references.ts";

const KNOWN = new WeakMap<Configuration, Map<string, boolean>>();

/**
 * Whether the author wrote the attribute that is referred to. Its text is then a choice of the author's, and not what the provider calls the thing: a
 * cluster may bear the id of another as its name.
 */
export function isChosen(configuration: Configuration, { module, name, attribute }: Target): boolean {
  if (attribute === undefined) return false;
  const known = KNOWN.get(configuration) ?? new Map<string, boolean>();
  KNOWN.set(configuration, known);
  const path = withoutKeys(module);
  const key = `${path}\n${name}\n${attribute}`;
  let chosen = known.get(key);
  if (chosen === undefined) {
    chosen = field(configuration.modules.get(path)?.resources.find(name)?.part("expressions"), attribute) !== undefined;
    known.set(key, chosen);
  }
  return chosen;
}
