import { expect, it } from "vitest";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { type AttributeSchema, type BlockSchema, loadSchema } from "../../clouds/schema/index.ts";
import { pathsBeside, pathsIn } from "./reading-paths.ts";

/** Whether what a path ends in, and each step before, is a block that may come many times; undefined: the schema does not have it. */
function steps(block: BlockSchema | undefined, path: string): readonly (readonly [step: string, isBlock: boolean])[] {
  const found: (readonly [string, boolean])[] = [];
  let at: BlockSchema | undefined = block;
  for (const step of path.split(".")) {
    const name = step.replace("[]", "");
    const inner = at?.block_types?.[name];
    const attribute: AttributeSchema | undefined = at?.attributes?.[name];
    if (inner === undefined && attribute === undefined) break;
    found.push([step, inner?.nesting_mode === "list" || inner?.nesting_mode === "set"]);
    at = inner?.block ?? attribute?.nested_type;
  }
  return found;
}

/**
 * A plan does not show what a `dynamic` block writes: by the form of a path alone it is known where one may stand. An attribute that is not written is
 * the provider's choice; a block that nobody seems to write may be anything.
 */
it("has [] at every block that may come many times, and at no list of texts", () => {
  const wrong: string[] = [];
  for (const { cloud, resources, readings = {} } of CLOUD_FACTS) {
    const schema = loadSchema(cloud);
    const look = (type: string, path: string): void => {
      const found = steps(schema.resource(type)?.block, path);
      for (const [step, isBlock] of found) if (isBlock && !step.endsWith("[]")) wrong.push(`${type}: ${path}, a block without []`);
      const [last, isBlock] = found.at(-1) ?? ["", false];
      if (found.length === path.split(".").length && last.endsWith("[]") && !isBlock)
        wrong.push(`${type}: ${path}, [] after what is no block`);
    };
    for (const [type, placement] of Object.entries(resources)) {
      const own = "paths" in placement ? (placement.paths ?? []) : "path" in placement ? [placement.path] : [];
      for (const path of [...own, ...(placement.zones ?? []), ...(placement.sends ?? []).map((one) => one.path)]) look(type, path);
    }
    for (const [type, reading] of Object.entries(readings)) {
      for (const path of pathsIn(reading)) look(type, path);
      for (const beside of pathsBeside(reading)) look(beside.type, beside.path);
    }
  }
  expect(wrong).toEqual([]);
});
