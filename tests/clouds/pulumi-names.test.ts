import { describe, expect, it } from "vitest";
import { camelCase, inflected, spelled } from "../../clouds/contract/pulumi-spelling.ts";
import { PULUMI_PACKAGES } from "../../clouds/pulumi.ts";
import { cloudToken, pulumiToken } from "../../clouds/pulumi-tokens.ts";
import { loadSchema, PulumiProperties, schemaNames } from "../../clouds/schema/index.ts";

const schemaOf = (source: string) => loadSchema(schemaNames().find((name) => loadSchema(name).address === source) ?? "");

describe.each(PULUMI_PACKAGES.map((names) => [names.npm, names] as const))("%s", (_npm, names) => {
  it("names types that the schema has", () => {
    const schema = schemaOf(names.source);
    expect(Object.values(names.resources.types).filter((type) => schema.resource(type) === undefined)).toEqual([]);
    expect(Object.values(names.functions.types).filter((type) => schema.dataSource(type) === undefined)).toEqual([]);
  });

  it("spells every attribute of a type so that no two are alike", () => {
    const schema = schemaOf(names.source);
    const alike = [...new Set(Object.values(names.resources.types))].flatMap((type) => {
      const block = schema.resource(type)?.block ?? {};
      const all = [...Object.keys(block.attributes ?? {}), ...Object.keys(block.block_types ?? {})].map((name) =>
        spelled(name, names.resources.spelling[type]),
      );
      return new Set(all).size === all.length ? [] : [type];
    });
    expect(alike).toEqual([]);
  });
});

const WHOLE = ["@ovhcloud/pulumi-ovh", "@pulumiverse/scaleway", "@pulumi/hcloud"];

it("covers every resource type and data source of OVHcloud, Scaleway and Hetzner", () => {
  for (const { source, resources, functions } of PULUMI_PACKAGES.filter(({ npm }) => WHOLE.includes(npm))) {
    const schema = schemaOf(source);
    expect(schema.resourceTypes.filter((type) => !Object.values(resources.types).includes(type))).toEqual([]);
    expect(schema.dataSourceTypes.filter((type) => !Object.values(functions.types).includes(type))).toEqual([]);
  }
});

describe("a package that is only read", () => {
  it.each([
    ["ionoscloud", "compute/datacenter:Datacenter", "ionoscloud_datacenter"],
    ["ionoscloud", "nsg/firewall:Firewall", "ionoscloud_nsg_firewallrule"],
    ["ionoscloud", "dbaas/pSQLCluster:PSQLCluster", "ionoscloud_pg_cluster"],
    ["exoscale", "index/sksCluster:SksCluster", "exoscale_sks_cluster"],
    ["upcloud", "index/serverFirewallRules:ServerFirewallRules", "upcloud_firewall_rules"],
  ])("means by %s:%s what the provider calls %s, and by the bridge's token as well", (name, token, type) => {
    expect(cloudToken(name, token, "resource")?.type).toBe(type);
    const { source = "" } = cloudToken(name, token, "resource") ?? {};
    const bridged = pulumiToken(source, type, "resource")?.token ?? "";
    expect(cloudToken(name, bridged.slice(name.length + 1), "resource")?.type).toBe(type);
  });

  it.each([
    ["ionoscloud", "dbaas/mariaDBClusterV2:MariaDBClusterV2"],
    ["exoscale", "index/compute:Compute"],
    ["upcloud", "index/firewallRuleset:FirewallRuleset"],
  ])("means by %s:%s nothing that is known", (name, token) => {
    expect(cloudToken(name, token, "resource")?.type).toBeUndefined();
  });
});

it.each([
  ["sub_region", "subRegion"],
  ["region", "region"],
  ["s3_key", "s3Key"],
  ["ip_2", "ip2"],
])("spells %s as %s", (terraform, pulumi) => {
  expect(camelCase(terraform)).toBe(pulumi);
});

it("looks for a name in the singular and in every plural", () => {
  expect(inflected("policy")).toEqual(expect.arrayContaining(["policy", "policys", "policies"]));
  expect(inflected("index")).toContain("indices");
});

describe("properties of a type", () => {
  const properties = new PulumiProperties(
    {
      attributes: {
        region_name: { type: "string", required: true },
        labels: { type: ["map", "string"], optional: true },
        zones: { type: ["list", "string"], optional: true },
        gone: { type: "string", optional: true },
      },
      block_types: {
        rule: { nesting_mode: "list", block: { attributes: { max_age: { type: "number", optional: true } } } },
        access: { nesting_mode: "list", max_items: 1, block: { attributes: { user_name: { type: "string", optional: true } } } },
      },
    },
    { names: { rule: "rules" }, single: ["access"], missing: ["gone"] },
  );
  const terraform = { region_name: "GRA", labels: { my_key: "x" }, rule: [{ max_age: 3 }], access: [{ user_name: "me" }] };
  const pulumi = { regionName: "GRA", labels: { my_key: "x" }, rules: [{ maxAge: 3 }], access: { userName: "me" } };

  it("are written as the package has them, and read back", () => {
    expect(properties.fromTerraform(terraform)).toEqual(pulumi);
    expect(properties.toTerraform(pulumi)).toEqual(terraform);
  });

  it("are refused where the package has none, or room for one only", () => {
    expect(() => properties.fromTerraform({ gone: "x" })).toThrow("gone has no counterpart");
    expect(() => properties.fromTerraform({ access: [{}, {}] })).toThrow("access holds 2 where the Pulumi package takes one");
  });

  it("tell what the schema does not have", () => {
    const strangers: string[] = [];
    properties.toTerraform({ region_name: "BHS", rules: [{ other: 1 }] }, (name) => strangers.push(name));
    expect(strangers).toEqual(["region_name", "rules.other"]);
  });
});
