import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompactSchema, compact, expand } from "../../../clouds/schema/codec.ts";
import { loadSchema, type SchemaDocument, schemaNames } from "../../../clouds/schema/index.ts";
import { decodeType, encodeType } from "../../../clouds/schema/type-code.ts";

const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/),
  fc.constantFrom("__proto__", "constructor", "type", "attributes", "block", "a.b", "", "é"),
);
const table = <T>(value: fc.Arbitrary<T>, maxKeys = 4) =>
  fc.array(fc.tuple(name, value), { maxLength: maxKeys }).map((entries) => Object.fromEntries(entries));

const { type } = fc.letrec<{ type: unknown }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("string", "number", "bool", "dynamic"),
    fc.tuple(fc.constantFrom("list", "set", "map"), tie("type")),
    fc.tuple(fc.constant("object"), table(tie("type"))),
    fc.tuple(fc.constant("object"), table(tie("type")), fc.array(name, { maxLength: 3 })),
    fc.tuple(fc.constant("tuple"), fc.array(tie("type"), { maxLength: 3 })),
    // What no Terraform writes today: it must survive all the same.
    fc.constantFrom<unknown>(
      "capsule",
      ["list"],
      ["list", "string", "more"],
      ["object", {}, []],
      7,
      null,
      ["__proto__", "string"],
      "__proto__",
    ),
  ),
}));
const flag = fc.option(fc.boolean(), { nil: undefined, freq: 3 });
const flags = {
  required: flag,
  optional: flag,
  computed: flag,
  sensitive: flag,
  write_only: flag,
  deprecated: flag,
  description: fc.option(fc.string(), { nil: undefined }),
  invented: fc.option(fc.jsonValue(), { nil: undefined, freq: 8 }),
};
const mode = fc.constantFrom("single", "group", "list", "set", "map", "invented");
const dense = <T>(record: fc.Arbitrary<T>) => record.map((value) => JSON.parse(JSON.stringify(value)) as T);

const { block } = fc.letrec<{ attribute: unknown; block: unknown }>((tie) => ({
  attribute: dense(
    fc.oneof(
      { maxDepth: 3 },
      fc.record({ type, ...flags }),
      fc.record({ ...flags }),
      fc.record({
        nested_type: fc.record({
          attributes: table(tie("attribute")),
          nesting_mode: mode,
          min_items: fc.option(fc.nat(), { nil: undefined }),
        }),
        ...flags,
      }),
    ),
  ),
  block: dense(
    fc.record({
      attributes: fc.option(table(tie("attribute")), { nil: undefined }),
      block_types: fc.option(
        table(
          fc.record({
            nesting_mode: mode,
            block: fc.oneof({ maxDepth: 3 }, fc.constant({}), tie("block")),
            min_items: fc.option(fc.integer({ min: -1, max: 9 }), { nil: undefined }),
            max_items: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
            later: fc.option(fc.boolean(), { nil: undefined }),
          }),
          2,
        ),
        { nil: undefined },
      ),
      deprecated: flag,
      invented: fc.option(fc.jsonValue(), { nil: undefined, freq: 8 }),
    }),
  ),
}));
const schema = dense(
  fc.record({
    version: fc.option(fc.integer({ min: -1, max: 5 }), { nil: undefined }),
    block: fc.option(block, { nil: undefined }),
    identity: flag,
  }),
);
const document = dense(
  fc.record({
    format_version: fc.constantFrom("1.0", undefined),
    provider_version: fc.constantFrom("1.2.3", undefined),
    provider_schemas: fc
      .tuple(
        fc.constantFrom("registry.terraform.io/ovh/ovh", "__proto__"),
        fc.record({
          provider: fc.option(schema, { nil: undefined }),
          resource_schemas: fc.option(table(schema), { nil: undefined }),
          data_source_schemas: fc.option(table(schema), { nil: undefined }),
          invented_schemas: fc.option(fc.jsonValue(), { nil: undefined }),
          functions: fc.option(fc.jsonValue(), { nil: undefined }),
        }),
      )
      .map((entry) => Object.fromEntries([entry])),
  }),
) as fc.Arbitrary<unknown> as fc.Arbitrary<SchemaDocument>;

/** One text for one document, whatever the order of its members; the assertion library itself stumbles over members called `__proto__`. */
const canonical = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(canonical).join()}]`
    : typeof value === "object" && value !== null
      ? `{${Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
          .join()}}`
      : JSON.stringify(value);

/** As a file would hold it: what the codec makes must be plain JSON. */
const stored = (value: CompactSchema): CompactSchema => JSON.parse(JSON.stringify(value));

describe("the compact encoding", () => {
  it("gives back every document exactly", () => {
    fc.assert(
      fc.property(document, (one) => {
        const parsed = JSON.parse(JSON.stringify(one)) as SchemaDocument;
        expect(canonical(expand(stored(compact(parsed))))).toBe(canonical(parsed));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["string", "s"],
    [["list", "string"], "ls"],
    [["set", ["map", "number"]], "tmn"],
    [["object", { host: "string", "port-1": "number" }, ["port-1"]], "{host:s,port-1?:n}"],
    [["tuple", ["bool", ["tuple", []]]], "(b,())"],
    [["list", ["object", {}]], "l{}"],
  ])("writes %j as %s", (type, code) => {
    expect(encodeType(type)).toBe(code);
    expect(decodeType(code)).toStrictEqual(type);
  });

  it.each([["capsule"], [["object", { "a b": "string" }]], [["object", { a: "string", b: "string" }, ["b", "a"]]], [["list"]], [null]])(
    "has no code for %j",
    (type) => {
      expect(encodeType(type)).toBeUndefined();
    },
  );

  it.each(["", "x", "l", "{a}", "{a:s", "(s", "ss", "{a:s;b:s}"])("refuses the damaged type code %j", (code) => {
    expect(() => decodeType(code)).toThrow(/no type code/);
  });

  it("takes one provider only", () => {
    expect(() => compact({ provider_schemas: {} })).toThrow(/none/);
    expect(() => compact({ provider_schemas: { a: {}, b: {} } })).toThrow(/2/);
  });
});

describe("the ten providers", () => {
  const expected = {
    exoscale: ["exoscale/exoscale", "0.70.0", 39],
    hcloud: ["hetznercloud/hcloud", "1.68.0", 29],
    ionoscloud: ["ionos-cloud/ionoscloud", "6.7.34", 74],
    openstack: ["terraform-provider-openstack/openstack", "3.4.0", 109],
    opentelekomcloud: ["opentelekomcloud/opentelekomcloud", "1.36.23", 236],
    outscale: ["outscale/outscale", "1.8.0", 57],
    ovh: ["ovh/ovh", "2.19.0", 169],
    scaleway: ["scaleway/scaleway", "2.80.0", 155],
    stackit: ["stackitcloud/stackit", "0.75.0", 70],
    upcloud: ["upcloudltd/upcloud", "5.36.3", 43],
  };

  it("are all there", () => expect(schemaNames()).toEqual(expect.arrayContaining(Object.keys(expected))));

  it.each(Object.entries(expected))("%s", (cloud, [address, version, resources]) => {
    const schema = loadSchema(cloud);
    expect([schema.address, schema.version, schema.resourceTypes.length]).toEqual([address, version, resources]);
    const whole = schema.document();
    expect(expand(stored(compact(whole)))).toStrictEqual(whole);
    for (const type of schema.resourceTypes)
      expect(schema.resource(type)).toStrictEqual(Object.values(whole.provider_schemas)[0]?.resource_schemas?.[type]);
  });
});

describe("loadSchema", () => {
  const ovh = loadSchema("ovh");
  it("expands one type, once", () => {
    expect(ovh.resource("ovh_cloud_project_kube")).toBe(ovh.resource("ovh_cloud_project_kube"));
    expect(ovh.resource("ovh_cloud_project_kube")?.block.attributes?.region).toEqual({ type: "string", required: true });
    expect(ovh.dataSourceTypes).toHaveLength(225);
    expect(loadSchema("ovh")).toBe(ovh);
  });
  it("knows no type that the provider does not have, whatever its name", () => {
    for (const type of ["ovh_nothing", "__proto__", "constructor", "toString"]) expect(ovh.resource(type)).toBeUndefined();
  });
  it("says which schemas there are", () => {
    expect(() => loadSchema("cloudwatt")).toThrow(/No provider schema is kept for "cloudwatt".*ovh/);
    expect(() => loadSchema("../..")).toThrow(/No provider schema/);
  });
});
