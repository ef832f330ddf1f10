import { isList } from "../../../guard/values/term.ts";
import type { Module } from "../../../guard/views/synthesized/module.ts";
import type { Origins } from "./made-of.ts";
import { createsFirst } from "./options.ts";
import { sourceParts } from "./source.ts";

/** Resources that are created anew before they are destroyed: those that say so, and as in Terraform all that these depend on. */
export function creatingFirst(module: Module, origins: Origins): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (address: string): void => {
    if (found.has(address)) return;
    found.add(address);
    const block = address.startsWith("data.") ? module.data.get(address.slice("data.".length)) : module.resources.get(address);
    if (block === undefined) return;
    const { depends_on: named, ...body } = block.body;
    const sources = [...origins.of(body).sources].map((source) => sourceParts(source).address);
    const written = isList(named ?? null) ? (named as readonly unknown[]).filter((one) => typeof one === "string") : [];
    for (const one of [...sources, ...written]) {
      const whole = /^(?:data\.)?[^.]+\.[^.[]+/.exec(one.replace(/^\$\{\s*/, ""))?.[0];
      if (whole !== undefined && !whole.startsWith("var.")) add(whole);
    }
  };
  for (const [address, { body }] of module.resources) if (createsFirst(body)) add(address);
  return found;
}
