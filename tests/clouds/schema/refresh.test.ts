import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  attributePaths,
  expand,
  loadSchema,
  openSchema,
  refreshSchema,
  type SchemaDocument,
  unclassified,
} from "../../../clouds/schema/index.ts";
import { schemaFile } from "../../../clouds/schema/load.ts";
import { looksLikePlace } from "../../../clouds/schema/location-like.ts";

const folder = mkdtempSync(join(tmpdir(), "terroir-schema-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
function file(content: unknown): string {
  const path = join(folder, `${files++}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** OVHcloud's schema as a newer release might print it. */
function newer(
  change: (provider: Record<string, Record<string, { block: { attributes: Record<string, unknown> } }>>) => void,
): SchemaDocument {
  const document = JSON.parse(JSON.stringify(loadSchema("ovh").document()));
  change(document.provider_schemas["registry.terraform.io/ovh/ovh"]);
  return document;
}

describe("refreshSchema", () => {
  it("finds nothing new in the same release", () => {
    const { changes } = refreshSchema(file(loadSchema("ovh").document()), { current: schemaFile("ovh") });
    expect(changes).toEqual({
      from: "2.19.0",
      to: "2.19.0",
      resources: { added: [], removed: [], changed: [] },
      dataSources: { added: [], removed: [], changed: [] },
      ephemerals: { added: [], removed: [], changed: [] },
      provider: null,
    });
  });

  it("says what is new, gone, changed and unclassified", () => {
    const document = newer((provider) => {
      const { resource_schemas: resources = {}, data_source_schemas: data = {} } = provider;
      const kube = resources.ovh_cloud_project_kube;
      if (kube === undefined) throw new Error("the schema has no cluster");
      Object.assign(resources, { ovh_new_thing: kube });
      delete resources.ovh_me_ssh_key;
      delete data.ovh_vps;
      Object.assign(kube.block.attributes, {
        backup_region: { type: "string", optional: true },
        region: { type: "string", optional: true },
      });
      delete kube.block.attributes.plan;
    });
    const refreshed = refreshSchema(file(document), {
      current: schemaFile("ovh"),
      version: "2.20.0",
      placements: {
        resources: Object.fromEntries(
          loadSchema("ovh").resourceTypes.map((type) => [
            type,
            type === "ovh_cloud_project_kube"
              ? ({ by: "attribute", paths: ["region"] } as const)
              : ({ by: "global", because: "a test" } as const),
          ]),
        ),
        dataSources: {},
      },
    });
    expect(refreshed.changes).toMatchObject({
      to: "2.20.0",
      resources: {
        added: ["ovh_new_thing"],
        removed: [],
        changed: [{ type: "ovh_cloud_project_kube", added: ["backup_region"], changed: ["region"] }],
      },
      dataSources: { added: [], removed: ["ovh_vps"] },
    });
    const found = refreshed.unclassified.filter((one) => one.type === "ovh_new_thing" || one.type === "ovh_cloud_project_kube");
    expect(found.filter((one) => one.kind === "resource")).toEqual([
      { kind: "resource", type: "ovh_cloud_project_kube", paths: ["backup_region"] },
      { kind: "resource", type: "ovh_new_thing", paths: [] },
    ]);
    expect(openSchema(JSON.parse(refreshed.text)).resource("ovh_new_thing")?.block.attributes?.backup_region).toEqual({
      type: "string",
      optional: true,
    });
  });

  it("keeps facts and drops descriptions, but not attributes of that name", () => {
    const described = {
      format_version: "1.0",
      provider_schemas: {
        "registry.opentofu.org/ovh/ovh": {
          provider: {
            version: 0,
            block: { attributes: { description: { type: "string", optional: true, description: "text" } }, description: "text" },
          },
          resource_schemas: {
            ovh_x: {
              version: 0,
              block: { attributes: { a: { type: ["object", { description: "string" }], computed: true, description_kind: "plain" } } },
            },
          },
        },
      },
    };
    const { schema, changes } = refreshSchema(file(described));
    expect(changes).toBeNull();
    expect(expand(schema)).toEqual({
      format_version: "1.0",
      provider_schemas: {
        "registry.opentofu.org/ovh/ovh": {
          provider: { version: 0, block: { attributes: { description: { type: "string", optional: true } } } },
          resource_schemas: {
            ovh_x: { version: 0, block: { attributes: { a: { type: ["object", { description: "string" }], computed: true } } } },
          },
        },
      },
    });
  });

  it("picks the provider in use out of several, whatever the registry's host", () => {
    const provider = Object.values(loadSchema("ovh").document().provider_schemas)[0] ?? {};
    const several = { provider_schemas: { "registry.opentofu.org/hashicorp/null": {}, "registry.opentofu.org/ovh/ovh": provider } };
    expect(refreshSchema(file(several), { current: schemaFile("ovh") }).changes?.resources.added).toEqual([]);
    expect(() => refreshSchema(file(several))).toThrow(/hashicorp\/null, ovh\/ovh; say which one/);
    expect(() => refreshSchema(file({ provider_schemas: {} }), { provider: "ovh/ovh" })).toThrow(/no provider; ovh\/ovh is expected/);
  });

  it.each([
    ["not JSON", "{", /cannot be read.*terraform providers schema -json/],
    ["another document", { resources: [] }, /is not the output of/],
    ["a list", [], /is not the output of/],
    ["a hollow one", { provider_schemas: { a: null } }, /is not the output of/],
  ])("refuses %s", (_what, content, message) => {
    expect(() => refreshSchema(file(content))).toThrow(message);
  });

  it("refuses a file that is not there", () => {
    expect(() => refreshSchema(join(folder, "absent.json"))).toThrow(/cannot be read/);
  });
});

describe("attributePaths", () => {
  it("writes nested attributes, blocks and object types alike", () => {
    const paths = [
      ...attributePaths({
        attributes: {
          regions: { type: ["list", "string"], optional: true },
          nodes: { nested_type: { nesting_mode: "list", attributes: { region: { type: "string", required: true } } }, computed: true },
          sites: { type: ["map", ["object", { zone: "string" }]], required: true },
        },
        block_types: {
          rule: {
            nesting_mode: "set",
            block: { block_types: { to: { nesting_mode: "single", block: { attributes: { zone: { type: "string", optional: true } } } } } },
          },
        },
      }),
    ];
    expect(paths.filter((at) => at.type !== null).map((at) => [at.path, at.settable])).toEqual([
      ["regions", true],
      ["nodes[].region", false],
      ["sites[].zone", true],
      ["rule[].to.zone", true],
    ]);
  });

  it("finds the nested regions of OVHcloud", () => {
    const bucket = loadSchema("ovh").resource("ovh_cloud_project_storage");
    expect([...attributePaths(bucket?.block ?? {})].map((at) => at.path)).toContain("replication.rules[].destination.region");
  });
});

describe("looksLikePlace", () => {
  it.each([
    "region",
    "region_name",
    "backup_regions",
    "availability_zone",
    "datacenter_id",
    "subregion_name",
    "network_zone",
    "az1",
    "physicalLocation",
  ])("%s does", (name) => expect(looksLikePlace(name)).toBe(true));
  it.each(["name", "azure", "regional", "timezone", "replacement"])("%s does not", (name) => expect(looksLikePlace(name)).toBe(false));
});

it("calls every type unclassified where no table is", () => {
  const ovh = loadSchema("ovh");
  expect(unclassified(ovh, { resources: {}, dataSources: {} })).toHaveLength(169 + 225);
});
