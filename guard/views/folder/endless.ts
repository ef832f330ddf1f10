import { eachOf } from "../synthesized/instances.ts";
import type { Module } from "../synthesized/module.ts";
import { MOST_MODULES } from "../synthesized/read-module.ts";
import type { ModuleScope } from "../synthesized/scope.ts";
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

/** An engine holds every instance in memory, some kilobytes each, before it says anything. */
const MOST_INSTANCES = 1_000_000;

/** Which block makes more instances than an engine has memory for; undefined: none of which the number is known. */
export function crowded(root: Module, scope: ModuleScope): string | undefined {
  const waiting: { readonly module: Module; readonly scope: ModuleScope }[] = [{ module: root, scope }];
  for (let at = 0; at < Math.min(waiting.length, MOST_MODULES); at++) {
    const { module, scope } = waiting[at] as (typeof waiting)[number];
    for (const [name, block] of [...module.resources, ...module.data, ...module.modules]) {
      const made = scope.instances(block);
      if (made.kind === "some" && (made.many ?? 0) > MOST_INSTANCES)
        return `${scope.path}${name} has a count of ${made.many}: an engine has no memory for more than ${MOST_INSTANCES}`;
      const child = module.children?.get(name);
      if (child === undefined || module.modules.get(name) !== block) continue;
      for (const { key, env } of eachOf(made)) {
        const inner = scope.child(name, key, env);
        if (inner !== undefined) waiting.push({ module: child, scope: inner });
      }
    }
  }
  return undefined;
}
