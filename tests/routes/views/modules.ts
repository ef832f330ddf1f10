import fc from "fast-check";

/** Files of a folder by name. */
export type Files = Readonly<Record<string, string>>;

/** What is written in the root, and the files that it needs beside it. */
interface Call {
  readonly root: string;
  readonly files: Files;
}
/** An expression in the native syntax, and what it reads. */
interface Said {
  readonly value: string;
  readonly beside: string;
}

const CODES = ["GRA11", "SBG5", "DE1", "WAW1", "GRA9", "BHS5", "UK1"];
const STORAGE = ["GRA", "SBG", "DE", "BHS", "UK"];

const HEAD = `terraform {
  required_providers {
    ovh = { source = "ovh/ovh" }
  }
}
`;
const TWO_CONFIGURATIONS = HEAD.replace("{ source", "{ configuration_aliases = [ovh.second], source");
const PROVIDERS = `
provider "ovh" {
  endpoint = "ovh-eu"
}
provider "ovh" {
  alias = "us"
  endpoint = "ovh-us"
}
provider "ovh" {
  alias = "eu"
  endpoint = "ovh-eu"
}
`;

const variable = (name: string, more = ""): string => `variable "${name}" {\n${more}\n}\n`;
const local = (name: string, value: string): string => `locals {\n  ${name} = ${value}\n}\n`;
const output = (name: string, value: string): string => `output "${name}" {\n  value = ${value}\n}\n`;
const module = (name: string, lines: string, source = `./modules/${name}`): string =>
  `module "${name}" {\n  source = "${source}"\n  ${lines}\n}\n`;
const cluster = (name: string, region: string, more = ""): string =>
  `resource "ovh_cloud_project_kube" "${name}" {
  ${more}
  service_name = "abc"
  name = "k"
  region = ${region}
  private_network_id = "n"
}
`;
const bucket = (name: string, region: string): string =>
  `resource "ovh_cloud_project_storage" "${name}" {
  service_name = "abc"
  name = "${name}"
  region_name = ${region}
  encryption = { sse_algorithm = "AES256" }
}
`;
const nodePool = (name: string, kube: string): string =>
  `resource "ovh_cloud_project_kube_nodepool" "${name}" {\n  service_name = "abc"\n  kube_id = ${kube}\n  flavor_name = "b3-8"\n}\n`;
const REGION = variable("region", "type = string");

/** Ways to say a code in the native syntax. */
function say(name: string): fc.Arbitrary<Said> {
  const ways = (code: string): readonly (readonly [value: string, beside?: string])[] => [
    [`"${code}"`],
    [`var.${name}`, variable(name, `default = "${code}"`)],
    [`var.${name}.r`, variable(name, `type = object({ r = string, z = optional(string) })\ndefault = { r = "${code}" }`)],
    [`var.${name}["k"]`, variable(name, `type = map(string)\ndefault = { k = "${code}", l = "GRA11" }`)],
    [`coalesce(var.${name}, "${code}")`, variable(name, "type = string\ndefault = null")],
    [`try(var.${name}.x, "${code}")`, variable(name, "default = {}")],
    [`var.${name} ? "${code}" : "GRA11"`, variable(name, "type = bool\ndefault = true")],
    [`local.${name}[0]`, local(name, `[for one in ["${code}", "DE1"] : one]`)],
    [`lookup(local.${name}, "a", "GRA11")`, local(name, `{ a = "${code}" }`)],
    [
      `one([for key, one in local.${name} : one.r if one.on])`,
      local(name, `{ a = { r = "${code}", on = true }, b = { r = "BHS5", on = false } }`),
    ],
    [`merge({ a = "GRA11" }, { a = "${code}" }).a`],
    [`split(",", "X,${code}")[1]`],
    [`format("%s%s", "${code.slice(0, 2)}", "${code.slice(2)}")`],
    [`regex("^([A-Z0-9]+)-", "${code}-a")[0]`],
    [`yamldecode("r: ${code}").r`],
    [`terraform_data.${name}.output`, `resource "terraform_data" "${name}" {\n  input = "${code}"\n}\n`],
  ];
  return fc
    .constantFrom(...CODES)
    .chain((code) => fc.constantFrom(...ways(code)))
    .map(([value, beside = ""]) => ({ value, beside }));
}

/** A module, and how it is called. */
function call(name: string): fc.Arbitrary<Call> {
  const main = `modules/${name}/main.tf`;
  const calls = (
    lines: string,
    content: string,
    more: { readonly root?: string; readonly head?: string; readonly files?: Files } = {},
  ): Call => ({
    root: `${module(name, lines)}${more.root ?? ""}`,
    files: { [main]: `${more.head ?? HEAD}${content}`, ...more.files },
  });
  const region = say(`${name}a`);
  const told = (make: (value: string) => Call): fc.Arbitrary<Call> =>
    region.map(({ value, beside }) => {
      const { root, files } = make(value);
      return { root: beside + root, files };
    });
  const code = fc.constantFrom(...CODES);
  const alias = fc.constantFrom("us", "eu");
  return fc.oneof(
    told((value) => calls(`region = ${value}`, REGION + cluster("k", "var.region"))),
    region.map(({ value, beside }) => calls("", beside + cluster("k", value))),
    told((value) =>
      calls(
        `regions = [${value}, "GRA11"]`,
        variable("regions", "type = list(string)") + cluster("k", "var.regions[count.index]", "count = length(var.regions)"),
      ),
    ),
    told((value) =>
      calls(
        `each = { a = { region = ${value} }, b = { region = "DE1" } }`,
        variable("each", "type = map(object({ region = string, size = optional(number, 1) }))") +
          cluster("k", "each.value.region", "for_each = var.each"),
      ),
    ),
    fc
      .tuple(code, code)
      .map(([a, b]) =>
        calls(`for_each = { x = "${a}", "y.[z]" = "${b}" }\n  region = each.value`, REGION + cluster("k", "var.region"), {
          root: cluster(`${name}k`, `module.${name}["x"].region`),
        }),
      )
      .map(({ root, files }) => ({ root, files: { [main]: `${files[main]}${output("region", "var.region")}` } })),
    // What a module says, and what is made of it.
    told((value) =>
      calls(`count = 2\n  region = ${value}`, REGION + cluster("k", "var.region") + output("region", "ovh_cloud_project_kube.k.region"), {
        root: cluster(`${name}k`, `module.${name}[1].region`),
      }),
    ),
    told((value) =>
      calls(`region = ${value}`, REGION + cluster("k", "var.region") + output("id", "ovh_cloud_project_kube.k.id"), {
        root: nodePool(`${name}p`, `module.${name}.id`),
      }),
    ),
    told((value) =>
      calls(`id = ovh_cloud_project_kube.${name}k.id`, variable("id", "type = string") + nodePool("p", "var.id"), {
        root: cluster(`${name}k`, value),
      }),
    ),
    told((value) =>
      calls(`region = ${value}`, REGION + module("inner", "where = var.region", "./inner") + bucket(`${name}b`, "module.inner.short"), {
        files: {
          [`modules/${name}/inner/main.tf`]:
            HEAD + variable("where") + cluster("k", "var.where") + output("short", 'replace(var.where, "/[0-9]+$/", "")'),
        },
      }),
    ),
    // Defaults, and what overrides them.
    fc
      .tuple(code, fc.constantFrom("", "region = null", 'region = "SBG5"'))
      .map(([standard, line]) => calls(line, variable("region", `type = string\ndefault = "${standard}"`) + cluster("k", "var.region"))),
    fc
      .tuple(code, fc.constantFrom("region = null", 'region = "SBG5"'))
      .map(([standard, line]) => calls(line, variable("region", `default = "${standard}"\nnullable = false`) + cluster("k", "var.region"))),
    fc.tuple(code, code).map(([standard, written]) =>
      calls(`region = var.${name}v`, REGION + cluster("k", "var.region"), {
        root: variable(`${name}v`, `default = "${standard}"`),
        files: { [`${name}.auto.tfvars`]: `${name}v = "${written}"\n` },
      }),
    ),
    // Provider configurations.
    fc
      .tuple(alias, region)
      .map(([one, { value, beside }]) =>
        calls(`region = ${value}\n  providers = {\n    ovh = ovh.${one}\n  }`, REGION + cluster("k", "var.region"), { root: beside }),
      ),
    fc
      .tuple(alias, region)
      .map(([one, { value, beside }]) =>
        calls(
          `region = ${value}\n  providers = {\n    ovh = ovh\n    ovh.second = ovh.${one}\n  }`,
          REGION + cluster("k", "var.region", "provider = ovh.second") + cluster("l", "var.region"),
          { root: beside, head: TWO_CONFIGURATIONS },
        ),
      ),
    // Blocks that are made for each of something.
    fc.tuple(fc.constantFrom(...STORAGE), fc.constantFrom(...STORAGE)).map(([a, b]) =>
      calls(
        `nodes = [{ r = "${a}" }, { r = "${b}" }]`,
        `${variable("nodes", "type = list(object({ r = string }))")}
resource "ovh_cloud_project_database" "d" {
  service_name = "abc"
  engine = "postgresql"
  version = "16"
  plan = "business"
  flavor = "db1-4"
  dynamic "nodes" {
    for_each = var.nodes
    iterator = it
    content {
      region = it.value.r
      network_id = "n"
      subnet_id = "s"
    }
  }
  backup_regions = [for one in var.nodes : one.r]
  ip_restrictions {
    ip = "10.0.0.0/8"
  }
}
`,
      ),
    ),
  );
}

/** A folder that calls so many modules, the same for the same seed. */
export function callingModules(howMany: number, seed: number): Files {
  const all = fc.tuple(...Array.from({ length: howMany }, (_, index) => call(`m${index}`)));
  const calls = fc.sample(all, { numRuns: 1, seed }).flat();
  const root = `${HEAD}${PROVIDERS}${calls.map((one) => one.root).join("")}`;
  return Object.assign({ "main.tf": root }, ...calls.map(({ files }) => files));
}
