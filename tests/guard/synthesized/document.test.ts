import { describe, expect, it } from "vitest";
import { readDocument } from "../../../guard/views/synthesized.ts";
import { addresses, at, cluster, seen, way } from "./reading.ts";

const KUBE = "ovh_cloud_project_kube";
const k = `${KUBE}.k`;

describe("paths", () => {
  const attributes = {
    region: "GRA11",
    nothing: null,
    regions: ["GRA11", "US"],
    none: [],
    nodes: [{ region: "GRA11" }, { size: 1 }],
    single: { region: "SBG5" },
    replication: { rules: { destination: [{ region: "US" }] } },
    deep: [{ list: [{ region: "A" }, { region: "B" }] }, { list: { region: "C" } }],
    byName: { a: { region: "X" }, b: { region: "Y" } },
    labels: { one: "1" },
    "//": { metadata: { path: "s/k" }, region: "not this" },
  };
  it.each([
    ["region", ['region = "GRA11"']],
    ["nothing", ["nothing -"]],
    ["missing", ["missing -"]],
    ["missing.deeper", ["missing.deeper -"]],
    ["missing[].region", []],
    ["regions", ['regions[0] = "GRA11"', 'regions[1] = "US"']],
    ["regions[]", ['regions[0] = "GRA11"', 'regions[1] = "US"']],
    ["none", ["none = []"]],
    ["nodes[].region", ['nodes[0].region = "GRA11"', "nodes[1].region -"]],
    ["nodes.region", ['nodes[0].region = "GRA11"', "nodes[1].region -"]],
    ["single.region", ['single.region = "SBG5"']],
    ["single[].region", ['single[0].region = "SBG5"']],
    ["replication.rules[].destination.region", ['replication.rules[0].destination[0].region = "US"']],
    ["deep[].list[].region", ['deep[0].list[0].region = "A"', 'deep[0].list[1].region = "B"', 'deep[1].list[0].region = "C"']],
    ["byName[].region", ['byName["a"].region = "X"', 'byName["b"].region = "Y"']],
    ["labels", ['labels = {"one":"1"}']],
    ["labels.one", ['labels.one = "1"']],
    ["region.deeper", ["region.deeper ? region is no block"]],
    ["__proto__", ["__proto__ -"]],
    ["constructor.name", ["constructor.name -"]],
  ])("%s", (path, expected) => {
    expect(seen(at(cluster(attributes), k), path)).toEqual(expected);
  });

  it.each([
    ["${var.open}", "nodes[].region", ["nodes[].region ? var.open has no default, so whoever runs the engine chooses it"]],
    ["${var.open}", "nodes", ["nodes ? var.open has no default, so whoever runs the engine chooses it"]],
    ['${var.open ? [{region = "A"}] : [{region = "B"}]}', "nodes[].region", ['nodes[0].region ∈ "A" "B"']],
    ['${var.open ? [{region = "A"}] : []}', "nodes[].region", ['nodes[0].region = "A"', "nodes -"]],
    ['${var.open ? ["A"] : null}', "nodes", ['nodes[0] = "A"', "nodes -"]],
    ['${[for r in ["A", "B"] : { region = r, id = var.open }]}', "nodes[].region", ['nodes[0].region = "A"', 'nodes[1].region = "B"']],
    [["A", "${var.open}"], "nodes", ['nodes[0] = "A"', "nodes[1] ? var.open has no default, so whoever runs the engine chooses it"]],
  ])("of %j at %s", (nodes, path, expected) => {
    expect(seen(at(cluster({ nodes }, { variable: { open: {} } }), k), path)).toEqual(expected);
  });
});

describe("dynamic blocks", () => {
  const read = (dynamic: Parameters<typeof cluster>[0][string], path = "nodes[].region") =>
    seen(
      at(cluster({ nodes: [{ region: "written" }], dynamic }, { variable: { open: {} }, locals: { map: { a: "X", b: "Y" } } }), k),
      path,
    );
  it.each([
    [{ nodes: { for_each: ["A"], content: { region: "${nodes.value}" } } }, ['nodes[0].region = "written"', 'nodes[1].region = "A"']],
    [
      { nodes: [{ for_each: "${local.map}", iterator: "it", content: { region: "${it.key}-${it.value}" } }] },
      ['nodes[0].region = "written"', 'nodes[1].region = "a-X"', 'nodes[2].region = "b-Y"'],
    ],
    [
      [{ nodes: { for_each: { a: { r: "Z" } }, content: [{ region: "${nodes.value.r}" }] } }],
      ['nodes[0].region = "written"', 'nodes[1].region = "Z"'],
    ],
    [
      { nodes: { for_each: '${toset(["A", "A"])}', content: { region: "${nodes.key}" } } },
      ['nodes[0].region = "written"', 'nodes[1].region = "A"'],
    ],
    [{ nodes: { for_each: [], content: { region: "A" } } }, ['nodes[0].region = "written"']],
  ])("%j", (dynamic, expected) => expect(read(dynamic)).toEqual(expected));

  it("say what every block says, even when nobody knows how many there are", () => {
    expect(read({ nodes: { for_each: "${var.open}", content: { region: "US" } } })).toEqual([
      'nodes[0].region = "written"',
      'nodes[1].region = "US"',
    ]);
  });
  it("inside dynamic blocks", () => {
    const dynamic = {
      rules: {
        for_each: ["A", "B"],
        content: { dynamic: { target: { for_each: ["${rules.value}1", "${rules.value}2"], content: { region: "${target.value}" } } } },
      },
    };
    expect(read(dynamic, "rules[].target[].region")).toEqual(
      ["A1", "A2", "B1", "B2"].map((region, i) => `rules[${i >> 1}].target[${i % 2}].region = "${region}"`),
    );
  });
  it("are not every attribute of that name", () => {
    expect(seen(at(cluster({ dynamic: true, region: "A" }), k), "dynamic")).toEqual(["dynamic = true"]);
  });
});

describe("instances", () => {
  const resources = (attributes: Parameters<typeof cluster>[0], variable: Parameters<typeof cluster>[0] = {}) => {
    const read = cluster({ region: "${each.value}", ...attributes }, { variable: { open: {}, ...variable } });
    const made = addresses(read, "resource").filter((address) => read.find(address) !== undefined);
    return made.map((address) => `${address}: ${seen(at(read, address), "region").join()}`);
  };
  it.each([
    [{ for_each: '${toset(["US", "GRA11"])}' }, [`${k}["GRA11"]: region = "GRA11"`, `${k}["US"]: region = "US"`]],
    [{ for_each: { 'a"${b}': "X" } }, [`${k}: region ? for_each is not known: a key of a map is not known`]],
    [
      { for_each: { a: "X", b: "${var.open}" } },
      [`${k}["a"]: region = "X"`, `${k}["b"]: region ? var.open has no default, so whoever runs the engine chooses it`],
    ],
    [{ for_each: "${var.open}" }, [`${k}: region ? for_each is not known: var.open has no default, so whoever runs the engine chooses it`]],
    [{ for_each: '${var.open ? toset(["A"]) : toset(["B"])}' }, [`${k}: region ∈ "A" "B"`]],
    [{ for_each: {} }, []],
    [{ for_each: "${{ for key, on in { a = false } : key => on if on }}" }, []],
    [{ count: 2, region: "${count.index}" }, [`${k}[0]: region = 0`, `${k}[1]: region = 1`]],
    [{ count: "${var.open ? 1 : 0}", region: "R${count.index}" }, [`${k}: region = "R0"`]],
    [{ count: 0, region: "US" }, []],
    [{ count: "0", region: "US" }, []],
    [{ count: "", region: "US" }, [`${k}: region = "US"`]],
    [{ count: null, region: "US" }, [`${k}: region = "US"`]],
    [{ count: 5000, region: '${count.index > 4998 ? "US" : "GRA11"}' }, [`${k}: region ∈ "US" "GRA11"`]],
    [
      { count: "${var.open}", region: "${count.index}" },
      [`${k}: region ? count is not known: var.open has no default, so whoever runs the engine chooses it`],
    ],
  ])("%j", (attributes, expected) => expect(resources(attributes)).toEqual(expected));

  it("are what references mean", () => {
    const other = (value: string) => {
      const read = readDocument(
        {
          resource: {
            x_a: { n: { for_each: { p: "A", q: "B" }, region: "${each.value}" }, c: { count: 2, region: "R${count.index}" } },
            x_b: { k: { value } },
          },
        },
        "d",
      );
      return [
        ...seen(at(read, "x_b.k"), "value"),
        ...at(read, "x_b.k")
          .read("value")
          .flatMap(({ value: v }) => (v.kind === "unknown" ? v.refs : [])),
      ];
    };
    expect(other('${x_a.n["p"].region}')).toEqual(['value = "A"']);
    expect(other("${x_a.c[1].region}")).toEqual(['value = "R1"']);
    expect(other("${x_a.c[*].region}")).toEqual(['value[0] = "R0"', 'value[1] = "R1"']);
    expect(other("${values(x_a.n)[*].region}")).toEqual(['value[0] = "A"', 'value[1] = "B"']);
    expect(other('${x_a.n["q"].id}')).toEqual(['value ? x_a.n["q"].id is known only when it is made', 'x_a.n["q"]']);
    expect(other("${x_a.c[var.no].id}").slice(1)).toEqual(["x_a.c[0]", "x_a.c[1]"]);
    expect(other('${x_a.n["z"].region}')).toEqual(['value ? there is no attribute "z"']);
  });
});

describe("variables", () => {
  const read = (variable: Parameters<typeof cluster>[0][string], text = "${var.v}") =>
    seen(at(cluster({ region: text }, { variable: { v: variable, other: {} } }), k), "region")[0];
  const open = "region ? var.v has no default, so whoever runs the engine chooses it";
  it.each([
    [{ default: "GRA11" }, 'region = "GRA11"'],
    [{ default: "${not.a.template}" }, 'region = "${not.a.template}"'],
    [{ default: null }, "region -"],
    [{ default: 11, type: "string" }, 'region = "11"'],
    [{ default: "GRA11", validation: { condition: '${contains(["SBG5"], var.v)}' } }, 'region = "GRA11"'],
    [{}, open],
    [{ validation: [{ condition: '${contains(["GRA11", "SBG5"], var.v)}' }] }, 'region ∈ "GRA11" "SBG5"'],
    [{ validation: { condition: '${var.v == "GRA11" || "SBG5" == var.v}' } }, 'region ∈ "GRA11" "SBG5"'],
    [{ validation: { condition: '${can(regex("^(GRA11|SBG5)$", var.v))}' } }, 'region ∈ "GRA11" "SBG5"'],
    [
      { validation: [{ condition: '${contains(["GRA11", "US"], var.v)}' }, { condition: '${contains(["GRA11", "SBG5"], var.v)}' }] },
      'region = "GRA11"',
    ],
    [{ validation: { condition: '${contains(["GRA11", "US"], var.v) && var.v != "US"}' } }, 'region ∈ "GRA11" "US"'],
    [{ validation: { condition: '${contains(["GRA11"], upper(var.v))}' } }, open],
    [{ validation: { condition: '${!contains(["GRA11"], var.v)}' } }, open],
    [{ validation: { condition: '${contains(["GRA11"], var.other)}' } }, open],
    [{ validation: { condition: '${contains(["GRA11"], var.v) || var.v != "x"}' } }, open],
    [{ validation: { condition: '${can(regex("GRA", var.v))}' } }, open],
  ])("%j", (variable, expected) => expect(read(variable)).toBe(expected));

  it("are converted to their type", () => {
    const of = (type: string, value: Parameters<typeof cluster>[0][string], text: string) => read({ type, default: value }, text);
    expect(of('object({region = optional(string, "US")})', {}, "${var.v.region}")).toBe('region = "US"');
    expect(of('object({ n = optional(map(object({ r = optional(string, "US") })), { a = {} }) })', {}, "${var.v.n.a.r}")).toBe(
      'region = "US"',
    );
    expect(of('object({ n = optional(list(string), ["US", "A"]) })', {}, "${var.v.n[1]}")).toBe('region = "A"');
    expect(of("object({ n = optional(number, -1) })", {}, '${var.v.n == -1 ? "A" : "B"}')).toBe('region = "A"');
    expect(of('object({ n = optional(string, upper("us")) })', {}, "${var.v.n}")).toContain("own default of n is not followed");
    expect(of("object({region = string})", { region: "A", more: "B" }, '${try(var.v.more, "gone")}')).toBe('region = "gone"');
    expect(of("set(string)", ["b", "a", "b"], "${[for k, v in var.v : k][0]}")).toBe('region = "a"');
    expect(of("map(string)", { a: 1 }, "${var.v.a}")).toBe('region = "1"');
    expect(of("list(object({r = string}))", [{ r: "A" }], "${var.v[0].r}")).toBe('region = "A"');
    expect(of("list(strnig)", ["A"], "${var.v[0]}")).toContain("does not fit the type");
  });

  it("hide what is sensitive", () => {
    const subject = at(cluster({ region: "x-${var.v}" }, { variable: { v: { default: "hunter2", sensitive: true } } }), k);
    const [reading] = subject.read("region");
    expect(reading?.value).toMatchObject({ kind: "known", value: "x-hunter2" });
    expect(JSON.stringify(reading?.value.chain)).not.toContain("hunter2");
    expect(reading?.value.chain.some((link) => link.sensitive)).toBe(true);
  });
});

describe("what refers to itself", () => {
  it.each([
    [{ a: "${local.b}", b: "${local.a}" }],
    [{ a: "${local.a}" }],
    [{ a: ["${local.a}"] }],
    [{ a: { x: "${local.a}", y: "${local.a}" } }],
    [{ a: "${[local.a, local.a, local.a]}" }],
  ])("%j is unknown", (locals) => {
    expect(
      at(cluster({ region: "${local.a}" }, { locals }), k)
        .read("region")
        .every(({ value }) => value.kind === "unknown"),
    ).toBe(true);
  });
  it("a long way is too long, a wide one too wide", () => {
    const chain = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`l${i}`, `\${local.l${i + 1}}`]));
    expect(seen(at(cluster({ region: "${local.l0}" }, { locals: chain }), k), "region")[0]).toContain("steps long");
    const laughs = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`l${i}`, `\${[local.l${i + 1}, local.l${i + 1}, local.l${i + 1}]}`]),
    );
    const start = performance.now();
    expect(at(cluster({ region: "${jsonencode(local.l0)}" }, { locals: { ...laughs, l40: "x" } }), k).read("region")[0]?.value.kind).toBe(
      "unknown",
    );
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});

describe("providers", () => {
  const source = (required: Parameters<typeof cluster>[0][string], resource: Parameters<typeof cluster>[0] = {}) => {
    const { providerSource, providerHost } = at(cluster(resource, { terraform: { required_providers: required } }), k);
    return [providerSource, providerHost];
  };
  it.each([
    [{}, ["hashicorp/ovh", undefined]],
    [{ ovh: "~> 2.0" }, ["hashicorp/ovh", undefined]],
    [{ ovh: { version: "2" } }, ["hashicorp/ovh", undefined]],
    [{ ovh: { source: "ovh/ovh" } }, ["ovh/ovh", undefined]],
    [{ ovh: { source: "OVH/OVH" } }, ["ovh/ovh", undefined]],
    [[{ ovh: { source: "registry.opentofu.org/ovh/ovh" } }], ["ovh/ovh", undefined]],
    [{ ovh: { source: "evil.example.com/ovh/ovh" } }, ["ovh/ovh", "evil.example.com"]],
    [{ ovh: { source: "${var.x}" } }, [undefined, undefined]],
    [{ ovh: { source: "a/b/c/d" } }, [undefined, undefined]],
  ])("%j", (required, expected) => expect(source(required)).toEqual(expected));

  it("of another name than the type's", () => {
    expect(source({ other: { source: "aws/other" } }, { provider: "other.us" })).toEqual(["aws/other", undefined]);
    expect(source({ other: { source: "aws/other" } }, { provider: "${other}" })).toEqual(["aws/other", undefined]);
  });
  it("that is not declared, or cannot be followed, is a provider of which nothing is known", () => {
    for (const provider of ["ovh.nowhere", "${ovh.nowhere}", "${lookup(1)}", "${", 5, ["ovh"]]) {
      const under = at(cluster({ provider }, { provider: { ovh: {} } }), k).provider;
      expect(under?.read("endpoint")[0]?.value.kind).toBe("unknown");
    }
  });
  it("with instances of their own", () => {
    const read = cluster(
      { for_each: { a: "ovh-eu", b: "ovh-us" }, provider: "ovh.by[each.key]" },
      { provider: { ovh: [{ alias: "by", for_each: { a: "ovh-eu", b: "ovh-us" }, endpoint: "${each.value}" }] } },
    );
    expect(addresses(read, "provider")).toEqual(['provider.ovh.by["a"]', 'provider.ovh.by["b"]']);
    expect(seen(at(read, `${k}["b"]`).provider ?? at(read, k), "endpoint")).toEqual(['endpoint = "ovh-us"']);
  });
  it("that are required and never used are judged, too", () => {
    expect(
      addresses(
        cluster({}, { terraform: { required_providers: { ovh: { source: "ovh/ovh" }, evil: { source: "evil/evil" } } } }),
        "provider",
      ),
    ).toEqual(["terraform.required_providers.evil"]);
  });
  it("none written: what the environment says", () => {
    expect(at(cluster({}), k).provider).toBeUndefined();
  });
});

describe("settings", () => {
  const terraform = (settings: Parameters<typeof cluster>[0]) => cluster({}, { terraform: settings });
  it.each(["s3", "http", "pg", "gcs", "azurerm", "local", "remote"])("backend %s", (type) => {
    expect(seen(at(terraform({ backend: { [type]: { region: "R" } } }), `terraform.backend.${type}`), "region")).toEqual(['region = "R"']);
  });
  it("terraform cloud", () => {
    expect(at(terraform({ cloud: { hostname: "app.terraform.io" } }), "terraform.cloud").type).toBe("cloud");
  });
  it("what OpenTofu encrypts, and the program that gives the key", () => {
    const read = terraform({
      backend: { s3: {} },
      encryption: { key_provider: { external: { x: { command: ["curl"] } } }, state: { method: "${method.aes_gcm.m}", enforced: true } },
    });
    expect(seen(at(read, "terraform.backend.s3"), "encryption.state.enforced")).toEqual(["encryption.state.enforced = true"]);
    expect(addresses(read, "provisioner")).toEqual(["terraform.encryption.key_provider.external.x"]);
  });
  it("blocks that nobody knows are not passed over", () => {
    const read = cluster({}, { action: { aws_lambda_invoke: { x: {} } }, terraform: { novelty: {} } });
    expect(addresses(read, "file")).toEqual(["cdk.tf.json: terraform.novelty", "cdk.tf.json: action"]);
  });
});

describe("other blocks", () => {
  const read = readDocument(
    {
      "//": { metadata: {} },
      check: { c: { data: { http: { probe: { url: "https://example.com" } } }, assert: { condition: true } } },
      ephemeral: { ovh_secret: { e: { region: "US" } } },
      data: [{ ovh_x: [{ d: { region: "US" } }] }],
      removed: [{ from: "ovh_x.gone", provisioner: [{ "local-exec": { when: "destroy", command: "curl" } }] }, { from: "ovh_x.quiet" }],
      moved: { from: "a.b", to: "a.c" },
      import: [
        { to: "${ovh_x.i}", id: "x" },
        { for_each: { a: "1" }, to: "ovh_y.m[each.key]", id: "${each.value}" },
      ],
      resource: [
        { ovh_x: { i: [{ provisioner: { "local-exec": [{ command: "a" }, { command: "b" }] }, connection: { host: "h" } }] } },
        { ovh_y: { m: {} } },
      ],
      output: { o: { value: "${ovh_x.i.id}" } },
    },
    "d.tf.json",
  );
  it.each([
    ["data", ["data.ovh_x.d", "data.http.probe", "ephemeral.ovh_secret.e"]],
    ["resource", ["ovh_x.i", "ovh_y.m"]],
    ["import", ["import.ovh_x.i", 'import.ovh_y.m[each.key]["a"]']],
    [
      "provisioner",
      ["ovh_x.i.provisioner.local-exec[0]", "ovh_x.i.provisioner.local-exec[1]", "removed.ovh_x.gone.provisioner.local-exec"],
    ],
  ] as const)("%s", (kind, expected) => expect(addresses(read, kind)).toEqual(expected));
  it("keep what belongs to them", () => {
    expect(seen(at(read, "ovh_x.i.provisioner.local-exec[1]"), "connection.host")).toEqual(['connection.host = "h"']);
    expect(seen(at(read, 'import.ovh_y.m[each.key]["a"]'), "id")).toEqual(['id = "1"']);
    expect(at(read, "import.ovh_x.i")).toMatchObject({ type: "ovh_x", providerSource: "hashicorp/ovh" });
  });
});

it("takes a construct's source line from outside", () => {
  const document = { resource: { ovh_x: { a: { "//": { metadata: { path: "s/a" } } } } } };
  const read = readDocument(document, "d", { sources: (path) => (path === "s/a" ? { file: "main.ts", line: 7 } : undefined) });
  expect(at(read, "ovh_x.a")).toMatchObject({ constructPath: "s/a", source: { file: "main.ts", line: 7 } });
});

it("shows the way through instances and references", () => {
  const read = cluster({ for_each: "${var.r}", region: "${each.value}" }, { variable: { r: { default: { a: "US" } } } });
  expect(way(at(read, `${k}["a"]`), "region")).toBe(`${k}["a"].region ← each.value ← var.r ← default={…}`);
});
