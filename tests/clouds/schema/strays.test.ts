import { expect, it } from "vitest";
import { strays } from "../../../clouds/schema/index.ts";
import type { BlockSchema } from "../../../clouds/schema/schema.ts";
import { bodyOf } from "../../../guard/views/folder.ts";

const SCHEMA: BlockSchema = {
  attributes: {
    name: { type: "string" },
    tags: { type: ["map", "string"] },
    endpoint: { type: "string", computed: true },
    host: { type: "string", computed: true, optional: true },
    spare_zone: { type: "bool", computed: true },
    config: { type: ["object", { size: "number", regions: ["list", "string"] }] },
    nodes: { type: ["list", ["object", { zone: "string" }]] },
    nested: { nested_type: { nesting_mode: "map", attributes: { at: { type: "string" } } } },
  },
  block_types: { disk: { nesting_mode: "list", block: { attributes: { size: { type: "number" } } } } },
};

it.each<[string, string, readonly string[]]>([
  ["what the schema has", 'name = "x"\nconfig = { size = 1, regions = [] }\ndisk {\n  size = 1\n}\nnested = { region = { at = "x" } }', []],
  ["any key of a map", 'tags = { region = "x" }', []],
  ["an attribute named like a place", 'region = "x"', ["region"]],
  ["one that is named otherwise", 'colour = "x"', []],
  ["an attribute that only the cloud writes", 'endpoint = "x"', ["endpoint"]],
  ["one that the cloud writes where nobody does", 'host = "x"', []],
  ["a switch that only the cloud sets", "spare_zone = true", []],
  ["a switch", "backups = true\nreplicas = 3", []],
  ["a place within what is not known", 'colour = { deep = [{ location = "x" }] }', ["colour.deep.location"]],
  ["a block that is not known", 'extra {\n  region = "x"\n}', ["extra.region"]],
  ["an attribute of a block", 'disk {\n  size = 1\n  zone = "x"\n}\ndisk {\n  zone = "y"\n}', ["disk.zone"]],
  ["an attribute of a dynamic block", 'dynamic "disk" {\n  for_each = [1]\n  content {\n    zone = "x"\n  }\n}', ["disk.zone"]],
  ["a dynamic block that is not known", 'dynamic "placement" {\n  for_each = [1]\n  content {\n    a = "x"\n  }\n}', ["placement"]],
  ["a member of an object", 'config = { size = 1, location = "x" }', ["config.location"]],
  ["a member in a list", 'nodes = [{ zone = "x" }, { zone = "y", site = "z" }]', ["nodes.site"]],
  ["a member of a nested attribute", 'nested = { a = { at = "x", region = "y" } }', ["nested.region"]],
  [
    "what speaks to the engine",
    'provider = x.y\ncount = 1\ntimeouts {\n  create = "1m"\n}\nlifecycle {\n  replace_triggered_by = [a.b]\n}',
    [],
  ],
])("%s", (_, code, expected) => {
  expect(strays(SCHEMA, bodyOf(code))).toEqual(expected);
});
