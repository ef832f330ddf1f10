import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import type { Shown } from "../shown/document.ts";
import { joined } from "./address.ts";
import { Blocks } from "./blocks.ts";
import { entries, field, list } from "./document.ts";

/** A module as it is written, whatever its instances. */
export interface ConfiguredModule {
  /** `module.a.module.b`; empty for the root. */
  readonly path: string;
  readonly body: Json | undefined;
  /** The call that makes it; absent for the root. */
  readonly call?: Json;
  /** It, or a module around it, is made any number of times. */
  readonly repeated: boolean;
  readonly resources: Blocks;
}

/** What was written: modules by path, and provider blocks by the key that resources name. */
export interface Configuration {
  readonly modules: ReadonlyMap<string, ConfiguredModule>;
  readonly providers: Json | undefined;
}

/** Deeper nesting is no configuration that an engine would have read. */
const DEEPEST = 200;

export function readConfiguration(plan: Shown, origin: string): Configuration {
  const json = plan.member("configuration");
  const modules = new Map<string, ConfiguredModule>();
  const add = (path: string, body: Json | undefined, call: Json | undefined, repeated: boolean, depth: number): void => {
    if (depth > DEEPEST) throw new InputError(`${origin} nests modules more than ${DEEPEST} deep: it is damaged. Make the plan again.`);
    const resources = new Blocks(plan.pieces(list(body, "resources")));
    modules.set(path, { path, body, repeated, resources, ...(call !== undefined && { call }) });
    for (const [name, child] of entries(field(body, "module_calls")))
      add(joined(path, `module.${name}`), field(child, "module"), child, repeated || isRepeated(child), depth + 1);
  };
  add("", field(json, "root_module"), undefined, false, 0);
  return { modules, providers: field(json, "provider_config") };
}

/** A state has none. */
export const noConfiguration: Configuration = { modules: new Map(), providers: undefined };

export function isRepeated(block: Json): boolean {
  return field(block, "count_expression") !== undefined || field(block, "for_each_expression") !== undefined;
}
