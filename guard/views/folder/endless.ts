import type { Module } from "../synthesized/module.ts";
import { MOST_MODULES } from "../synthesized/read-module.ts";
import { CALLS_ITSELF, ENDLESS_FILE } from "./module-of-code.ts";

/** Why an engine would not come to an end with code that this reads in a moment; undefined: nothing that would keep it. */
export function endlessly(root: Module): string | undefined {
  const seen = new Map<Module, number>();
  let why: string | undefined;
  const size = (module: Module): number => {
    const known = seen.get(module);
    if (known !== undefined) return known;
    const endless = module.files.find((file) => file.why === ENDLESS_FILE);
    if (endless !== undefined) why ??= `${endless.name} is ${ENDLESS_FILE}`;
    const itself = module.unseen.find((one) => one.endsWith(CALLS_ITSELF));
    if (itself !== undefined) why ??= itself;
    const all = [...(module.children?.values() ?? [])].reduce((sum, child) => sum + size(child), 1);
    seen.set(module, all);
    return all;
  };
  return size(root) > MOST_MODULES ? `more than ${MOST_MODULES} modules are called` : why;
}
