import { describe, expect, it } from "vitest";
import { inventedSchema, type WrittenBody, type WrittenTypes } from "../../rehearsal/stand-in/schema.ts";

const body = (attributes: readonly string[], blocks: Readonly<Record<string, WrittenBody & { labelled?: boolean }>> = {}): WrittenBody => ({
  attributes: new Set(attributes),
  blocks: new Map(Object.entries(blocks).map(([name, inner]) => [name, { labelled: false, ...inner }])),
});
const written = (more: Partial<WrittenTypes>): WrittenTypes => ({
  resources: new Map(),
  data: new Map(),
  ephemeral: new Map(),
  provider: body([]),
  names: new Set(),
  indexed: new Set(),
  functions: new Set(),
  ...more,
});
const resource = (one: WrittenBody, names: readonly string[] = [], indexed: readonly string[] = names) =>
  inventedSchema(written({ resources: new Map([["acme_thing", one]]), names: new Set(names), indexed: new Set(indexed) }))?.resource(
    "acme_thing",
  )?.block;

describe("a schema that is read off the code", () => {
  it("has what is written and what is read, at every level", () => {
    const block = resource(
      body(["size"], { disk: body(["gb"], { tag: body([]) }), rule: { ...body([]), labelled: true } }),
      [...["href", "size"]],
      ["href"],
    );
    expect(Object.keys(block?.attributes ?? {}).sort()).toEqual(["href", "id", "size", "terroir_not_asked"]);
    expect(Object.keys(block?.block_types?.disk?.block.block_types?.tag?.block.attributes ?? {})).toContain("href");
    expect(Object.keys(block?.block_types?.disk?.block.attributes ?? {}).sort()).toEqual(["gb", "href", "terroir_not_asked"]);
    expect(["disk", "rule"].map((name) => block?.block_types?.[name]?.nesting_mode)).toEqual(["list", "map"]);
    expect(block?.attributes?.size).toEqual({ type: "dynamic", optional: true, computed: true });
  });

  it("lets a name be a block or an attribute, leaves out what the engine takes for itself, and knows what is written only", () => {
    const block = resource(body(["disk", "count", "for_each", "secret_wo"], { disk: body([]), lifecycle: body([]) }), ["provider", "disk"]);
    expect([Object.keys(block?.attributes ?? {}).sort(), Object.keys(block?.block_types ?? {})]).toEqual([
      ["id", "secret_wo", "terroir_not_asked"],
      ["disk"],
    ]);
    expect(block?.attributes?.secret_wo).toEqual({ type: "dynamic", optional: true, write_only: true });
  });

  it("has no name for which an engine would refuse it as a whole, or that is another thing to JavaScript", () => {
    const odd = ["Upper", "da-sh", "__proto__", "constructor", "ünï", ""];
    const block = resource(body(odd, { __proto__: body(odd), hasOwnProperty: body([]) }), odd);
    expect(Object.keys(block?.attributes ?? {}).sort()).toEqual(["constructor", "id", "terroir_not_asked"]);
    expect(Object.keys(block?.block_types ?? {})).toEqual([]);
  });

  it("is none where there is too much of it", () => {
    const many = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => `a${i}`);
    expect(resource(body(many(1_900)))).toBeDefined();
    expect(resource(body(many(2_001)))).toBeUndefined();
    const blocks = Object.fromEntries(many(400).map((name) => [name, body([])]));
    expect(resource(body([], blocks), many(400))).toBeUndefined();
  });
});
