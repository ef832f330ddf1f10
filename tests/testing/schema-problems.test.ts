import { expect, it } from "vitest";
import { loadSchema, type Schema } from "../../clouds/schema/index.ts";
import { schemaProblems } from "../../testing/index.ts";

const ovh = loadSchema("ovh");
const schemaOf = (type: string): Schema => {
  const schema = ovh.resource(type);
  if (schema === undefined) throw new Error(type);
  return schema;
};
const at = { service_name: "p", region: "GRA11" };
const machine = {
  service_name: "p",
  region: "GRA11",
  name: "m",
  billing_period: "hourly",
  boot_from: [{ image_id: "i" }],
  flavor: [{ flavor_id: "f" }],
  network: [{ public: false }],
};

it.each<[string, string, Record<string, unknown>, readonly string[]]>([
  ["all is well", "ovh_cloud_gateway", { ...at, name: "g", external_gateway: { enabled: true, model: "S" }, subnet_ids: ["a"] }, []],
  ["an expression has every type", "ovh_cloud_gateway", { ...at, name: "g", subnet_ids: "${local.subnets}" }, []],
  ["a misspelt argument", "ovh_cloud_gateway", { ...at, name: "g", subnets: [] }, ["subnets: the provider knows no such argument"]],
  ["a missing one", "ovh_cloud_gateway", at, ["name: is required"]],
  ["null is missing too", "ovh_cloud_gateway", { ...at, name: null }, ["name: is required"]],
  ["a wrong type", "ovh_cloud_gateway", { ...at, name: 7 }, ["name: a string is wanted, and it is 7"]],
  [
    "a wrong type in a list",
    "ovh_cloud_gateway",
    { ...at, name: "g", subnet_ids: ["a", 7] },
    ["subnet_ids[1]: a string is wanted, and it is 7"],
  ],
  ["no list", "ovh_cloud_gateway", { ...at, name: "g", subnet_ids: "a" }, ["subnet_ids: a list is wanted"]],
  ["what only the provider sets", "ovh_cloud_gateway", { ...at, name: "g", checksum: "x" }, ["checksum: only the provider sets it"]],
  [
    "a nested misspelling",
    "ovh_cloud_gateway",
    { ...at, name: "g", external_gateway: { enabled: true, size: "S" } },
    ["external_gateway.size: the provider knows no such argument"],
  ],
  [
    "a nested requirement",
    "ovh_cloud_gateway",
    { ...at, name: "g", external_gateway: { model: "S" } },
    ["external_gateway.enabled: is required"],
  ],
  [
    "a list where one is wanted",
    "ovh_cloud_gateway",
    { ...at, name: "g", external_gateway: [{ enabled: true }] },
    ["external_gateway: an object is wanted"],
  ],
  [
    "a nested list",
    "ovh_cloud_security_group",
    { ...at, name: "g", rule: [{ direction: "INGRESS" }] },
    ["rule[0].ethernet_type: is required"],
  ],
  ["a nested list of something else", "ovh_cloud_security_group", { ...at, name: "g", rule: ["all"] }, ["rule[0]: an object is wanted"]],
  [
    "a number",
    "ovh_cloud_storage_block_volume",
    { region: "GRA11", name: "v", size: "100" },
    ['size: a number is wanted, and it is "100"'],
  ],
  [
    "a switch",
    "ovh_cloud_storage_block_volume",
    { region: "GRA11", name: "v", size: 1, encryption: { enabled: "yes" } },
    ['encryption.enabled: true or false is wanted, and it is "yes"'],
  ],
  [
    "a map",
    "ovh_cloud_project_storage",
    { region_name: "GRA", name: "b", tags: { owner: 1 } },
    ["tags.owner: a string is wanted, and it is 1"],
  ],
  ["no map", "ovh_cloud_project_storage", { region_name: "GRA", name: "b", tags: ["a"] }, ["tags: an object is wanted"]],
  ["blocks", "ovh_cloud_project_instance", machine, []],
  [
    "one block too many",
    "ovh_cloud_project_instance",
    { ...machine, flavor: [{ flavor_id: "f" }, { flavor_id: "g" }] },
    ["flavor: at most 1 are taken"],
  ],
  ["one too few", "ovh_cloud_project_instance", { ...machine, flavor: [] }, ["flavor: at least 1 are needed"]],
  ["a block's own requirement", "ovh_cloud_project_instance", { ...machine, flavor: [{}] }, ["flavor[0].flavor_id: is required"]],
  [
    "a block within a block",
    "ovh_cloud_project_instance",
    { ...machine, network: [{ private: [{ network: [{ nid: "x" }] }] }] },
    ["network[0].private[0].network[0].nid: the provider knows no such argument"],
  ],
  ["a block that is none", "ovh_cloud_project_instance", { ...machine, flavor: ["b3-8"] }, ["flavor[0]: a block is written as an object"]],
])("%s", (_what, type, args, problems) => {
  expect(schemaProblems(args, schemaOf(type))).toEqual(problems);
});
