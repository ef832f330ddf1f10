import type { Subject } from "../../subject/infrastructure.ts";
import type { Configuration } from "./configuration.ts";
import { text } from "./document.ts";
import { readLayers } from "./layers.ts";

/** Modules that are called. What is in them the plan shows; where they come from is judged of the call. */
export function moduleCalls({ modules }: Configuration): readonly Subject[] {
  return [...modules.values()].flatMap(({ path, call }): readonly Subject[] => {
    const source = call === undefined ? undefined : text(call, "source");
    if (source === undefined) return [];
    const version = text(call, "version_constraint") ?? null;
    const explain = {
      unknown: () => ({ cause: "a plan shows of a call where its module comes from, and no more", refs: [] }),
      unwritten: () => true,
    };
    const read = (attribute: string) =>
      readLayers({ value: { source, version }, unknown: undefined, sensitive: undefined }, attribute, path, explain);
    return [{ kind: "module", address: path, type: source, shown: true, read }];
  });
}
