import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../guard/errors.ts";
import type { Json } from "../../../guard/values/json.ts";
import { roleOf } from "../../../guard/views/synthesized/folder.ts";
import { readDocument, readSynthesized } from "../../../guard/views/synthesized.ts";
import { parseCode } from "../../../rehearsal/staging/configuration.ts";
import { addresses, at, folder, seen } from "./reading.ts";

const kube = (region: Json) => ({ resource: { ovh_x: { k: { region } } } });
const read = (files: Readonly<Record<string, Json>>) => {
  const [only] = readSynthesized(folder(files));
  if (only === undefined) throw new Error("nothing read");
  return only;
};
const region = (files: Readonly<Record<string, Json>>) => seen(at(read(files), "ovh_x.k"), "region")[0];

describe("blocks that a hand writes twice", () => {
  const one = '"ovh_x":{"k":{"region":"GRA11"}}';
  const other = '"ovh_y":{"l":{"region":"US"}}';
  // What Terraform 1.11.4 and OpenTofu 1.12.6 merge, and what they refuse: asked on 2026-11-28.
  it.each([
    ["a type of block", `{"resource":{${one}},"resource":{${other}}}`],
    ["a type of block, once as a list", `{"resource":[{${one}}],"resource":{${other}}}`],
    ["a type of resource", `{"resource":{${one},"ovh_x":{"l":{"region":"US"}}}}`],
    ["comments", `{"//":"a","//":"b","resource":{"//":1,${one},"//":2,${other}}}`],
    ["an escaped type", `{"resource":{${one}},"re\\u0073ource":{${other}}}`],
    ["variables and locals", `{"variable":{"a":{}},"variable":{"b":{}},"locals":{"a":1},"locals":{"b":2},"resource":{${one},${other}}}`],
  ])("are all there: %s", (_, text) => {
    const found = read({ "main.tf.json": text.replaceAll("\\\\", "\\") });
    expect(addresses(found, "resource").length).toBe(2);
    expect(addresses(found, "resource")).toContain("ovh_x.k");
  });

  it.each([
    ["a name", `{"resource":{"ovh_x":{"k":{"region":"GRA11"},\n"k":{"region":"US"}}}}`, /"k" twice.*line 2/],
    ["a name, under a type that is there twice", `{"resource":{${one},\n${one}}}`, /declared twice/],
    ["an argument", '{"resource":{"ovh_x":{"k":{\n"region":"GRA11",\n"region":"US"}}}}', /"region" twice.*line 3/],
    ["a local", '{"locals":{"a":1,"a":2}}', /"a" twice/],
    ["an argument, beside blocks that may be", `{"resource":{${one}},\n"resource":{"ovh_y":{"l":{"a":1,"a":2}}}}`, /"a" twice.*line 2/],
    ["a member of an object in a list", `{"resource":[{"ovh_y":{"l":{"a":1,"a":2}}}]}`, /"a" twice/],
  ])("are refused: %s", (_, text, message) => {
    expect(() => read({ "main.tf.json": text })).toThrow(message);
  });

  it("are refused in what a program wrote, and in values", () => {
    expect(() => read({ "cdk.tf.json": `{"resource":{${one}},"resource":{${other}}}` })).toThrow(/"resource" twice/);
    expect(() => read({ "main.tf.json": "{}", "terraform.tfvars.json": '{"resource":{},"resource":{}}' })).toThrow(/"resource" twice/);
  });

  it("stand in a rehearsal's copy too", () => {
    const copy = parseCode(`{"terraform":{"backend":{"s3":{}}},"resource":{${one}},"resource":{${other}}}`, "main.tf.json");
    expect(copy["resource"]).toEqual([{ ovh_x: { k: { region: "GRA11" } } }, { ovh_y: { l: { region: "US" } } }]);
  });
});

describe("files beside cdk.tf.json", () => {
  it.each([
    ["x.tf", ""],
    ["x.tofu", ""],
    ["x.tofu.json", "{}"],
    ["cdk.tofu.json", "{}"],
    ["terraform.tfvars", ""],
    ["x.auto.tfvars", ""],
    [".x.auto.tfvars", ""],
    ["prod.tfvars", ""],
    ["prod.tfvars.json", "{}"],
    ["override.tf", ""],
    ["cdk_override.tf", ""],
    [".terraformrc", ""],
    ["terraform.rc", ""],
    [".tofurc", ""],
  ])("%s is refused as a file", (name, content) => {
    const infrastructure = read({ "cdk.tf.json": kube("GRA11"), [name]: content });
    expect(addresses(infrastructure, "file")).toEqual([join(infrastructure.origin, name)]);
  });
  it.each(["README.md", ".terraform.lock.hcl", "terraform.tfstate", "plan", "x.json", "tf.json.bak", "a.tf~x"])(
    "%s is none of its business",
    (name) => {
      const infrastructure = read({ "cdk.tf.json": kube("GRA11"), [name]: "" });
      expect([addresses(infrastructure, "file"), infrastructure.unseen]).toEqual([[], []]);
    },
  );
  it.each([".hidden.tf", ".hidden_override.tf.json", "#x.tf.json#", "x.tf.json~"])(
    "%s is passed over by the engine, and so here",
    (name) => {
      expect(region({ "cdk.tf.json": kube("GRA11"), [name]: JSON.stringify(kube("US")) })).toBe('region = "GRA11"');
    },
  );
  it("a link is refused, wherever it leads", () => {
    const root = folder({ "cdk.tf.json": kube("GRA11"), "other/x.json": kube("US") });
    symlinkSync(join(root, "other/x.json"), join(root, "x_override.tf.json"));
    symlinkSync(join(root, "nowhere"), join(root, "y.tf"));
    const [only] = readSynthesized(root);
    expect(only && addresses(only, "file")).toEqual([join(root, "x_override.tf.json"), join(root, "y.tf")]);
  });
  it("a folder of that name is no file", () => {
    const root = folder({ "cdk.tf.json": kube("GRA11") });
    mkdirSync(join(root, "x.tf"));
    mkdirSync(join(root, ".terraform"));
    const [only] = readSynthesized(root);
    expect(only && addresses(only, "file")).toEqual([]);
    expect(only?.unseen.join()).toContain(".terraform");
  });
  it("another configuration file is read with it", () => {
    const infrastructure = read({ "cdk.tf.json": kube("GRA11"), "more.tf.json": { resource: { ovh_x: { more: { region: "US" } } } } });
    expect(addresses(infrastructure, "resource")).toEqual(["ovh_x.k", "ovh_x.more"]);
  });
  it("names have the role that the engine gives them", () => {
    expect(
      [
        "a.tf.json",
        "override.tf.json",
        "a_override.tf.json",
        "aoverride.tf.json",
        "terraform.tfvars.json",
        "a.auto.tfvars.json",
        ".tf.json",
        "a.tfstate",
      ].map(roleOf),
    ).toEqual(["configuration", "override", "override", "configuration", "variables", "variables", "ignored", "none"]);
  });
});

describe("override files", () => {
  const base = {
    resource: { ovh_x: { k: { region: "GRA11", nodes: [{ region: "A" }], lifecycle: { prevent_destroy: true } } } },
    locals: { l: "A" },
    variable: { v: { default: "A", type: "string" } },
    provider: { ovh: { endpoint: "ovh-eu", other: 1 } },
  };
  it.each([
    ["an attribute", { resource: { ovh_x: { k: { region: "US" } } } }, "region", ['region = "US"']],
    ["all blocks of a type", { resource: { ovh_x: { k: { nodes: { region: "B" } } } } }, "nodes[].region", ['nodes[0].region = "B"']],
    [
      "blocks by generated ones",
      { resource: { ovh_x: { k: { dynamic: { nodes: { for_each: ["C"], content: { region: "${nodes.value}" } } } } } } },
      "nodes[].region",
      ['nodes[0].region = "C"'],
    ],
    ["a local", { locals: { l: "B" }, resource: { ovh_x: { k: { region: "${local.l}" } } } }, "region", ['region = "B"']],
    ["a default", { variable: { v: { default: "B" } }, resource: { ovh_x: { k: { region: "${var.v}" } } } }, "region", ['region = "B"']],
    [
      "lifecycle by setting",
      { resource: { ovh_x: { k: { lifecycle: { ignore_changes: ["x"] } } } } },
      "lifecycle.prevent_destroy",
      ["lifecycle.prevent_destroy = true"],
    ],
  ])("replace %s", (_, over, path, expected) => {
    expect(seen(at(read({ "cdk.tf.json": base, "z_override.tf.json": over }), "ovh_x.k"), path)).toEqual(expected);
  });
  it("change providers and backends", () => {
    const over = { provider: { ovh: { endpoint: "ovh-us" } }, terraform: { backend: { s3: { region: "us-east-1" } } } };
    const infrastructure = read({ "cdk.tf.json": { ...base, terraform: { cloud: {} } }, "override.tf.json": over });
    expect(seen(at(infrastructure, "provider.ovh"), "endpoint")).toEqual(['endpoint = "ovh-us"']);
    expect(addresses(infrastructure, "backend")).toEqual(["terraform.backend.s3"]);
  });
  it("come last, in their order", () => {
    expect(region({ "zz.tf.json": kube("GRA11"), "a_override.tf.json": kube("A"), "b_override.tf.json": kube("B") })).toBe('region = "B"');
  });
  it("add what is not there", () => {
    expect(addresses(read({ "cdk.tf.json": base, "override.tf.json": { resource: { ovh_x: { extra: {} } } } }), "resource")).toContain(
      "ovh_x.extra",
    );
  });
});

describe("variables' files", () => {
  const base = { variable: { region: { default: "GRA11" } }, resource: { ovh_x: { k: { region: "${var.region}" } } } };
  it.each([
    [{}, 'region = "GRA11"'],
    [{ "terraform.tfvars.json": { region: "A" } }, 'region = "A"'],
    [{ "a.auto.tfvars.json": { region: "B" }, "terraform.tfvars.json": { region: "A" } }, 'region = "B"'],
    [{ "a.auto.tfvars.json": { region: "B" }, "b.auto.tfvars.json": { region: "C" } }, 'region = "C"'],
    [{ "a.auto.tfvars.json": { region: "${local.x}" } }, 'region = "${local.x}"'],
    [{ "a.auto.tfvars.json": { region: null } }, "region -"],
    [{ "a.auto.tfvars.json": { stranger: 1 } }, 'region = "GRA11"'],
  ])("%j", (files, expected) => expect(region({ "cdk.tf.json": base, ...files } as Record<string, Json>)).toBe(expected));
});

describe("stacks", () => {
  it("of one file are read alone, and what stands beside it is said not to have been seen", () => {
    const root = folder({ "cdk.tf.json": kube("GRA11"), "override.tf.json": kube("US") });
    const [only] = readSynthesized(join(root, "cdk.tf.json"));
    expect(only && seen(at(only, "ovh_x.k"), "region")).toEqual(['region = "GRA11"']);
    expect(only?.unseen).toEqual([`${root}: other files beside cdk.tf.json, which the engine would read with it`]);
  });

  it("that the manifest does not name are read as well, and so is the folder itself", () => {
    const root = folder({
      "manifest.json": { version: "0.24", stacks: { a: { workingDirectory: "stacks/a", synthesizedStackPath: "stacks/a/cdk.tf.json" } } },
      "stacks/a/cdk.tf.json": kube("GRA11"),
      "stacks/hidden/x.tf": "resource {}",
      "x.tf": "",
    });
    expect(readSynthesized(root).map((one) => [one.origin.slice(root.length), addresses(one, "file").length])).toEqual([
      ["", 1],
      ["/stacks/a", 0],
      ["/stacks/hidden", 1],
    ]);
  });
  it.each(["../elsewhere", "/etc", "C:\\x", "stacks/../../x"])("are never sought outside: %s", (workingDirectory) => {
    expect(() =>
      readSynthesized(folder({ "manifest.json": { stacks: { a: { workingDirectory } } }, "stacks/a/cdk.tf.json": kube("GRA11") })),
    ).toThrow(InputError);
  });
  it("that the manifest names must be there", () => {
    expect(() => readSynthesized(folder({ "manifest.json": { stacks: { a: { workingDirectory: "stacks/a" } } } }))).toThrow(/is not there/);
  });
});

describe("what cannot be read", () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === "number" ? Buffer.from([part]) : Buffer.from(part))));
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ["an empty file", "", /is empty/],
    ["blanks", " \n", /is empty/],
    ["a cut-off file", '{"resource": {"ovh_x": {', /is not JSON.*cut off/],
    ["text", "hello", /is not JSON/],
    ["HCL", 'resource "a" "b" {}', /is not JSON/],
    ["a list", "[]", /holds a list/],
    ["a number", "1", /holds a number/],
    ["null", "null", /holds null/],
    ["a byte order mark", bytes(0xef, 0xbb, 0xbf, "{}"), /byte order mark/],
    ["another encoding", bytes('{"a":"', 0xff, '"}'), /not UTF-8/],
    ["a deep file", `{"resource":${"[".repeat(5000)}${"]".repeat(5000)}}`, /nested more than/],
    ["a key twice", '{"resource":{"ovh_x":{"k":{"region":"GRA11",\n"region":"US"}}}}', /"region" twice.*line 2/],
    ["a key twice, written differently", '{"resource":{"ovh_x":{"k":{"region":"GRA11","r\\u0065gion":"US"}}}}', /twice/],
    ["a block that is text", '{"resource":{"ovh_x":{"k":"x"}}}', /resource\.ovh_x\.k holds a text/],
    ["a type that is a number", '{"resource":{"ovh_x":1}}', /resource\.ovh_x holds a number/],
    ["lists in lists", '{"resource":[[{}]]}', /resource holds a list/],
    ["a provider that is text", '{"provider":{"ovh":"x"}}', /provider\.ovh holds a text/],
    ["locals that are a number", '{"locals":1}', /locals holds a number/],
    ["one name twice", '{"resource":[{"ovh_x":{"k":{}}},{"ovh_x":{"k":{}}}]}', /declared twice/],
    ["one provider twice", '{"provider":[{"ovh":{}},{"ovh":{}}]}', /provider ovh is declared twice/],
    ["two backends", '{"terraform":[{"backend":{"s3":{}}},{"backend":{"pg":{}}}]}', /backend is declared twice/],
  ];
  it.each(cases)("%s", (_, content, message) => {
    const root = folder({ "cdk.tf.json": content });
    for (const path of [root, join(root, "cdk.tf.json")]) {
      let thrown: unknown;
      try {
        for (const one of readSynthesized(path)) for (const subject of one.subjects) subject.read("region");
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(InputError);
      expect(String(thrown)).toMatch(message);
      expect((thrown as InputError).exitCode).toBe(2);
    }
  });
  it("names in two files are told apart", () => {
    expect(() => read({ "a.tf.json": kube("A"), "b.tf.json": kube("B") })).toThrow(
      /ovh_x\.k is declared in .*a\.tf\.json and again in .*b\.tf\.json/,
    );
  });
  it.each([
    ["nothing there", "/nowhere/at/all", /does not exist/],
    ["an empty folder", folder({ "README.md": "" }), /holds no Terraform/],
    ["a native file", join(folder({ "x.tf": "" }), "x.tf"), /native syntax/],
    ["a plan", join(folder({ "p.json": { format_version: "1.2", planned_values: {} } }), "p.json"), /is a plan/],
    [
      "something else",
      join(folder({ "p.json": { name: "x", version: "1" } }), "p.json"),
      /is not a Terraform configuration: none of its keys \(name, version\)/,
    ],
  ])("%s", (_, path, message) => {
    expect(() => readSynthesized(path)).toThrow(InputError);
    expect(() => readSynthesized(path)).toThrow(message);
  });
  it("keys of JavaScript are keys like others", () => {
    const document = JSON.parse(
      '{"resource":{"__proto__":{"k":{"region":"US"}},"ovh_x":{"__proto__":{"__proto__":{"region":"US"},"constructor":"x"}}},"locals":{"__proto__":"y"},"variable":{"__proto__":{"default":"z"}},"provider":{"__proto__":{}}}',
    );
    const infrastructure = readDocument(document, "d.tf.json");
    expect(addresses(infrastructure, "resource")).toEqual(["__proto__.k", "ovh_x.__proto__"]);
    expect(seen(at(infrastructure, "ovh_x.__proto__"), "__proto__.region")).toEqual(['__proto__.region = "US"']);
    expect(({} as { region?: string }).region).toBeUndefined();
  });
});

describe("any bytes", () => {
  const document = JSON.stringify({
    terraform: { backend: { s3: { region: "r" } }, required_providers: { ovh: { source: "ovh/ovh" } } },
    variable: { v: { default: "x", type: "string", validation: [{ condition: '${var.v == "x"}' }] } },
    locals: { l: "${var.v}", m: { a: "${local.l}" } },
    provider: { ovh: [{ alias: "a", endpoint: "ovh-eu" }] },
    resource: {
      ovh_x: {
        k: {
          "//": { metadata: { path: "s/k" } },
          for_each: "${local.m}",
          provider: "ovh.a",
          region: "${each.value}",
          dynamic: { n: { for_each: ["a"], content: { region: "${n.value}" } } },
          provisioner: [{ "local-exec": { command: "x" } }],
        },
      },
    },
    import: [{ to: "ovh_x.k", id: "x" }],
    module: { m: { source: "./m", count: 2 } },
  });
  const attempt = (content: Uint8Array) => {
    const root = folder({ "cdk.tf.json": content });
    try {
      for (const one of readSynthesized(root))
        for (const subject of one.subjects) for (const path of ["region", "n[].region", "endpoint", "command"]) subject.read(path);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  };
  it("cut, flipped or spliced, are read or refused politely", () => {
    fc.assert(
      fc.property(
        fc.nat(document.length - 1),
        fc.nat(document.length - 1),
        fc.nat(7),
        fc.constantFrom("cut", "flip", "splice"),
        (a, b, bit, how) => {
          const bytes = Buffer.from(document);
          if (how === "cut") return attempt(bytes.subarray(0, a));
          if (how === "splice") return attempt(Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]));
          bytes[a] = (bytes[a] ?? 0) ^ (1 << bit);
          attempt(bytes);
        },
      ),
      { numRuns: 1500 },
    );
  });
  it("any JSON in any block is read or refused politely", () => {
    const json = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<Json>(null, true, 1, "x", "${var.v}", "${each.key}", "${local.l[0]}", "${ovh_x.k.a}", "%{"),
        fc.array(tie("json"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            "k",
            "ovh_x",
            "for_each",
            "count",
            "content",
            "dynamic",
            "provider",
            "alias",
            "source",
            "//",
            "__proto__",
            "to",
            "id",
            "default",
            "type",
            "validation",
            "condition",
            "local-exec",
            "${var.v}",
          ),
          tie("json"),
          { maxKeys: 4 },
        ),
      ),
    })).json;
    const block = fc.constantFrom(
      "terraform",
      "variable",
      "locals",
      "provider",
      "resource",
      "data",
      "module",
      "import",
      "removed",
      "check",
      "ephemeral",
      "moved",
      "output",
    );
    fc.assert(
      fc.property(fc.dictionary(block, json), (any) => {
        try {
          for (const subject of readDocument(any, "d.tf.json").subjects) for (const path of ["k", "k[].id", "for_each"]) subject.read(path);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }),
      { numRuns: 1500 },
    );
  });
});

it("reads every one of 10,000 resources", () => {
  const resources = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i) => [
      `k${i}`,
      {
        "//": { metadata: { path: `s/k${i}` } },
        region: i % 3 ? "GRA11" : "${var.region}",
        nodes: [{ region: "GRA11", tags: ["a", "b"] }],
        description: "x".repeat(200),
      },
    ]),
  );
  const root = folder({
    "cdk.tf.json": { variable: { region: { default: "GRA11" } }, provider: { ovh: [{}] }, resource: { ovh_x: resources } },
  });
  const [infrastructure] = readSynthesized(root);
  const read = [...(infrastructure?.subjects ?? [])].filter(({ kind }) => kind === "resource");
  expect(read.length).toBe(10_000);
  expect(read.every((subject) => subject.read("region").length === 1 && subject.read("nodes[].region").length === 1)).toBe(true);
});
