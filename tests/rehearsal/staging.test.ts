import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfiguration } from "../../rehearsal/staging/configuration.ts";
import { attributeText, blocksOf, withoutComments } from "../../rehearsal/staging/hcl.ts";
import { valueOfType } from "../../rehearsal/staging/type-values.ts";
import { program } from "./programs.ts";

describe("blocks of HCL", () => {
  it.each([
    [
      "labels with and without quotes",
      'resource "a" "b" {}\nvariable c {\n}',
      [
        ["resource", ["a", "b"]],
        ["variable", ["c"]],
      ],
    ],
    [
      "braces in strings",
      'variable "x" {\n  default = "}{"\n}\nvariable "y" {}',
      [
        ["variable", ["x"]],
        ["variable", ["y"]],
      ],
    ],
    [
      "templates in strings",
      'locals {\n  x = "${lookup({ a = "}" }, "a")}"\n}\nvariable "y" {}',
      [
        ["locals", []],
        ["variable", ["y"]],
      ],
    ],
    [
      "heredocs",
      'locals {\n  x = <<-EOT\n    resource "no" "no" {\n  EOT\n}\nvariable "y" {}',
      [
        ["locals", []],
        ["variable", ["y"]],
      ],
    ],
    ["comments", '# resource "no" "no" {\n// {\n/* { */ variable "y" {}', [["variable", ["y"]]]],
    [
      "escaped templates",
      'locals {\n  x = "$${not} \\" }"\n}\nvariable "y" {}',
      [
        ["locals", []],
        ["variable", ["y"]],
      ],
    ],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => expect(blocksOf(text).map((b) => [b.type, b.labels])).toEqual(expected));

  it.each([
    ["type = string\n default = 1", "type", "string"],
    ["type = object({\n a = string\n})\n", "type", "object({\n a = string\n})"],
    ["nested {\n type = string\n}\n", "type", null],
    ["my_type = string\n", "type", null],
    ["type == 1", "type", null],
    ['default = "type = x"\n', "type", null],
  ])("in %j, %s is %j", (body, name, expected) => expect(attributeText(body, name)).toBe(expected));

  it("any text ends", () => {
    const alphabet = fc.constantFrom(
      '"',
      "{",
      "}",
      "$",
      "%",
      "\\",
      "<",
      "<<EOT\n",
      "EOT\n",
      "#",
      "/*",
      "*/",
      "\n",
      "a",
      " ",
      "=",
      "variable ",
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), (parts) => {
        expect(Array.isArray(blocksOf(parts.join("")))).toBe(true);
        expect(withoutComments(parts.join(""))).toBeTypeOf("string");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("values of types", () => {
  it.each([
    ["string", "rehearsal-x-y"],
    ["", "rehearsal-x-y"],
    ["any", "rehearsal-x-y"],
    ["number", 1],
    ["bool", false],
    ["list(string)", ["rehearsal-x-y"]],
    ["set(number)", [1]],
    ["map(list(bool))", { "rehearsal-key": [false] }],
    [
      'object({ a = string, b = optional(number), c = optional(string, "x"), d = map(number) })',
      { a: "rehearsal-a", d: { "rehearsal-key": 1 } },
    ],
    ["list(object({\n  host = string\n  ports = list(number)\n}))", [{ host: "rehearsal-host", ports: [1] }]],
    ["tuple([string, number])", ["rehearsal-x-y", 1]],
  ])("%s", (type, expected) => expect(valueOfType(type, "x_y")).toEqual(expected));

  it("any text has some value", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (type) => {
        expect(valueOfType(type, "x")).toBeDefined();
      }),
    );
  });
});

describe("what a folder says", () => {
  it("in HCL and JSON alike", () => {
    const hcl = readConfiguration(
      program({
        "main.tf":
          'variable "a" {\n  type = string\n}\nvariable "b" {\n  default = null\n}\ndata "terraform_remote_state" "r" {\n  backend = "s3"\n}\nresource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "x"\n  }\n}\nterraform {\n  encryption {\n  }\n}\n',
        "terraform.tfvars": "a = 1\n",
        "x.auto.tfvars.json": '{"c":1}',
      }),
    );
    expect(hcl.variables).toEqual([
      { name: "a", type: "string", required: true },
      { name: "b", type: "", required: false },
    ]);
    expect([...hcl.set].sort()).toEqual(["a", "c"]);
    expect(hcl.remoteStates.map((r) => r.name)).toEqual(["r"]);
    expect(hcl.provisioners).toEqual(["terraform_data.x (main.tf)"]);
    expect(hcl.encrypted).toBe(true);
    const inJson = readConfiguration(
      program({
        "main.tf.json": {
          variable: { a: { type: "string" }, b: { default: null } },
          data: { terraform_remote_state: { r: { backend: "s3", config: { key: "k" } } } },
          terraform: { backend: { s3: { key: "mine" } } },
        },
      }),
    );
    expect(inJson.variables.map((v) => [v.name, v.required])).toEqual([
      ["a", true],
      ["b", false],
    ]);
    expect(inJson.backend).toEqual({ type: "s3", config: { key: "mine" } });
    expect(inJson.remoteStates).toEqual([{ name: "r", backend: "s3", config: { key: "k" } }]);
  });
});
