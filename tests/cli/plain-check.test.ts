import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";
import { folderWith, terroir } from "./terroir.ts";

const bucket = (region: string) => ({
  terraform: { required_providers: { ovh: { source: "ovh/ovh" } } },
  resource: { ovh_cloud_project_storage: { media: { service_name: "x", name: "m", region_name: region } } },
});
const cwd = folderWith({
  "in.tf.json": bucket("GRA"),
  "out.tf.json": bucket("BHS"),
  "broken.json": '{ "format_version": ',
  "nothing/readme.txt": "",
});
const THROUGH_THE_PARSER = join(ROOT, "dist", "cli", "main.js");

/** What is checked without a parser of arguments ends as it does with one. */
describe("a plain check", () => {
  it.each<[string, ...string[]]>([
    ["one file", "in.tf.json"],
    ["several, one of them twice, as JSON", "out.tf.json", "--json", "in.tf.json", "out.tf.json"],
    ["no plan", "broken.json"],
    ["nothing there", "nowhere.json"],
    ["nothing named"],
    ["an option that does not exist", "in.tf.json", "--jsn"],
    ["help", "--help"],
  ])("ends as through the parser: %s", (_, ...args) => {
    const plain = terroir(["check", ...args], { cwd });
    expect(plain).toEqual(terroir(["check", ...args], { cwd }, THROUGH_THE_PARSER));
    expect(plain.stdout + plain.stderr).not.toBe("");
  });

  it("reads what is piped into it", () => {
    const input = JSON.stringify({ format_version: "1.2", planned_values: {}, resource_changes: [], configuration: {} });
    expect(terroir(["check", "-"], { cwd, input })).toEqual(terroir(["check", "-"], { cwd, input }, THROUGH_THE_PARSER));
  });
});
