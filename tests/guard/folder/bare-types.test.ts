import { describe, expect, it } from "vitest";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const head = 'terraform {\n  required_providers {\n    ovh = { source = "ovh/ovh" }\n  }\n}\nprovider "ovh" {\n  endpoint = "ovh-eu"\n}\n';
const code = (type: string, value: string, regions: string): string =>
  `${head}variable "v" {\n  type = ${type}\n  default = ${value}\n}\nresource "ovh_cloud_project_network_private" "n" {\n  service_name = "s"\n  name = "n"\n  regions = ${regions}\n}\n`;

describe("a collection whose elements the type does not name", () => {
  it.each([
    ["list", '["GRA11", "SBG5"]', "var.v", "inside"],
    ["list", '["GRA11", "BHS5"]', "var.v", "outside"],
    ["map", '{ a = "GRA11" }', "[var.v.a]", "inside"],
    ["map", '{ a = "UK1" }', "values(var.v)", "outside"],
    ["list", '"GRA11"', "var.v", "undecided"],
  ])("%s of %s", (type, value, regions, verdict) => {
    const report = judge([readFolderOfCode(folderWith({ "main.tf": code(type, value, regions) }))], defaultPolicy, {
      rules: ["residency"],
    });
    expect(report.resources.find(({ address }) => address === "ovh_cloud_project_network_private.n")?.verdict).toBe(verdict);
  });
});
