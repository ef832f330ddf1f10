import { CANADA, type Cases, cluster, type Document, merged, region } from "./document.ts";

const given = (variable: Document, expression: string): Document => region(expression, { variable: { v: variable } });
const locals = (all: Document, expression: string): Document => region(expression, { locals: all });
const refuses = (document: Document): readonly ["residency/region", Document] => ["residency/region", document];

/** What is written where a region belongs. */
export const SHAPES: Cases = {
  null: refuses(region(null)),
  empty: refuses(region("")),
  blanks: refuses(region("   ")),
  "a blank before": refuses(region(" GRA11")),
  "a line's end after": refuses(region("GRA11\n")),
  "a letter of another alphabet": refuses(region("GRА11")),
  "a digit of another alphabet": refuses(region("GRA１１")),
  "a mark that nobody sees": refuses(region("GRA\u200b11")),
  "lower case, in Canada": refuses(region("bhs5")),
  "mixed case, in the United States": refuses(region("Us-East-Va-1")),
  "the Kelvin sign, which the engine reads as a K": refuses(region("U\u212a1")),
  "a number": refuses(region(11)),
  "a truth": refuses(region(true)),
  "a list, one outside": refuses(region(["GRA11", CANADA])),
  "a list in a list": refuses(region([["GRA11"], [CANADA]])),
  "an object": refuses(region({ value: "GRA11" })),
  "an object in a list": refuses(region([{ region: "GRA11" }])),
  "a zone of Scaleway's": refuses(region("fr-par-1")),
  "a region of Amazon's": refuses(region("eu-west-3")),
  "a country": refuses(region("FR")),
  "a wish": refuses(region("any")),
  Europe: refuses(region("EU")),
  "a prefix": refuses(region("GRA") && region("GR")),
  "a code and more": refuses(region("GRA11,BHS5")),
  "a name of a prototype": refuses(region("__proto__")),
  "a method of every object": refuses(region("constructor")),
  "a very long text": refuses(region("GRA11".repeat(20_000))),
  London: refuses(region("UK1")),
  Manchester: refuses(region("EU-WEST-LZ-MNC-A")),
  Zurich: refuses(region("EU-WEST-LZ-ZRH-A")),
  Oslo: refuses(region("EU-NORTH-LZ-OSL-A")),
  Erith: refuses(region("eu-west-eri")),
};

/** By which expression a region comes. */
export const EXPRESSIONS: Cases = {
  "a default of null": refuses(given({ default: null }, "${var.v}")),
  "a default that a type changes": refuses(
    given({ type: 'object({ r = optional(string, "BHS5") })', default: {} }, '${coalesce(var.v.r, "GRA11")}'),
  ),
  "a default behind a null that the variable does not take": refuses(
    given({ default: CANADA, nullable: false }, '${coalesce(var.v, "GRA11")}'),
  ),
  "a list's default by index": refuses(given({ default: ["GRA11", CANADA] }, "${var.v[1]}")),
  "a list's default by an unknown index": refuses(given({ default: ["GRA11", CANADA] }, "${var.v[var.i]}")),
  "a map's default by key": refuses(given({ default: { prod: CANADA } }, "${var.v.prod}")),
  "a workspace's name": refuses(given({ default: { default: "GRA11", us: CANADA } }, "${var.v[terraform.workspace]}")),
  "a validation that allows Canada": refuses(
    given({ validation: { condition: '${contains(["GRA11", "BHS5"], var.v)}', error_message: "x" } }, "${var.v}"),
  ),
  "a validation that nobody can follow": refuses(
    given({ validation: { condition: "${length(var.v) == 5}", error_message: "x" } }, "${var.v}"),
  ),
  "a validation of another variable": refuses(
    given({ validation: { condition: '${contains(["GRA11"], var.w)}', error_message: "x" } }, "${var.v}"),
  ),
  "a validation with or": refuses(
    given({ validation: { condition: '${contains(["GRA11"], var.v) || true}', error_message: "x" } }, "${var.v}"),
  ),
  "a validation denied": refuses(given({ validation: { condition: '${!contains(["BHS5"], var.v)}', error_message: "x" } }, "${var.v}")),
  "a regular expression without ends": refuses(
    given({ validation: { condition: '${can(regex("GRA11|SBG5", var.v))}', error_message: "x" } }, "${var.v}"),
  ),
  "a local of locals": refuses(locals({ a: { b: [{ c: CANADA }] } }, "${local.a.b[0].c}")),
  "a local that refers to itself": refuses(locals({ a: "${local.b}", b: "${local.a}" }, "${local.a}")),
  "a local with the Kelvin sign for a K": refuses(locals({ k: "\u212a" }, '${local.k == "K" ? "BHS5" : "GRA11"}')),
  "a key with a letter and its accent apart": refuses(locals({ m: { "e\u0301": CANADA } }, '${lookup(local.m, "\u00e9", "GRA11")}')),
  "a condition that nobody knows": refuses(given({}, '${var.v == "x" ? "BHS5" : "GRA11"}')),
  "a condition in a condition": refuses(given({}, '${var.v ? (var.v ? "GRA11" : "BHS5") : "SBG5"}')),
  "a directive of a template": refuses(region("%{ if true }BHS5%{ else }GRA11%{ endif }")),
  "a directive with a for": refuses(region('%{ for x in ["BH", "S5"] }${x}%{ endfor }')),
  "half a template": refuses(region('BHS${"5"}')),
  "a marker of one's own": refuses(region("$${var.region}")),
  "try on what exists": refuses(locals({ m: { r: CANADA } }, '${try(local.m.r, "GRA11")}')),
  "try on what another resource has": refuses(
    region('${try(ovh_cloud_project_kube.o.region, "GRA11")}', { resource: { ovh_cloud_project_kube: { o: { region: CANADA } } } }),
  ),
  "try on what only the provider knows": refuses(
    region('${try(data.ovh_cloud_project_kube.d.region, "GRA11")}', {
      data: { ovh_cloud_project_kube: { d: { service_name: "abc", kube_id: "x" } } },
    }),
  ),
  "try on the first of a list whose second fails": refuses(locals({ m: {} }, '${try(["GRA11", local.m.x][0], "BHS5")}')),
  "try on a try on an object that fails": refuses(locals({ m: {} }, '${try(try({ r = local.m.x }, { r = "BHS5" }).r, "GRA11")}')),
  "try on a condition of two types": refuses(region('${try((true ? "GRA11" : ["x"]), "BHS5")}')),
  "try on a length beyond ASCII": refuses(region('${try(length("é") == 1 ? "BHS5" : "x", "GRA11")}')),
  "try on an index that is a number to the engine": refuses(locals({ l: ["GRA11", CANADA] }, '${try(local.l["1e0"], "GRA11")}')),
  "try on a block in another shape": refuses(
    region('${try(ovh_cloud_project_loadbalancer.l.listeners[0].name, "GRA11")}', {
      resource: { ovh_cloud_project_loadbalancer: { l: { region_name: "GRA11", listeners: { name: CANADA } } } },
    }),
  ),
  "try on a list where the provider has one block": refuses(
    region('${try(ovh_cloud_project_storage.s.tags.r, "GRA11")}', {
      resource: { ovh_cloud_project_storage: { s: { region_name: "GRA", tags: [{ r: CANADA }] } } },
    }),
  ),
  "can on what is no reference": refuses(region('${can(["GRA11", tonumber("x")][0]) ? "GRA11" : "BHS5"}')),
  "a tuple that is no list": refuses(region('${tolist(["a"]) == ["a"] ? "GRA11" : "BHS5"}')),
  "an object that is no map": refuses(region('${tomap({ a = "b" }) == { a = "b" } ? "GRA11" : "BHS5"}')),
  "a typed list that is no tuple": refuses(given({ type: "list(string)", default: ["a"] }, '${var.v == ["a"] ? "GRA11" : "BHS5"}')),
  "what is ephemeral and not": refuses(region('${coalesce(ephemeralasnull("BHS5"), "GRA11")}')),
  "an object's default within a default": refuses(
    given({ type: 'object({ a = optional(object({ r = optional(string, "BHS5") }), {}) })', default: {} }, "${var.v.a.r}"),
  ),
  "coalesce over what is not known": refuses(given({}, '${coalesce(var.v, "GRA11")}')),
  "one of a list": refuses(locals({ l: [CANADA] }, "${one(local.l)}")),
  "one of a splat": refuses(
    region("${one(ovh_cloud_project_kube.o[*].region)}", { resource: { ovh_cloud_project_kube: { o: { region: CANADA } } } }),
  ),
  "a set in its own order": refuses(region('${tolist(toset(["GRA11", "BHS5"]))[0]}')),
  "the last of a sorted list": refuses(region('${reverse(sort(["BHS5", "AAA"]))[0]}')),
  "text turned around": refuses(region('${strrev("5SHB")}')),
  "text from base64": refuses(region('${base64decode("QkhTNQ==")}')),
  "text from JSON": refuses(region('${jsondecode("{\\"r\\":\\"BHS5\\"}").r}')),
  "text from YAML": refuses(region('${yamldecode("r: BHS5").r}')),
  "text replaced": refuses(region('${replace("GRA11", "GRA11", "BHS5")}')),
  "text replaced by an expression": refuses(region('${replace("GRA11", "/.*/", "BHS5")}')),
  "text formatted": refuses(region('${format("%s%d", "BHS", 5)}')),
  "a template's file": refuses(region('${templatefile("r.tpl", {})}')),
  "the environment": refuses(region("${env.REGION}")),
  "the time": refuses(region('${timestamp() > "2027" ? "BHS5" : "GRA11"}')),
  "a function of a provider": refuses(region('${provider::ovh::region("x")}')),
  "an output of a module": refuses(region("${module.m.region}", { module: { m: { source: "./m" } } })),
  self: refuses(region("${self.region}")),
  "what is not declared": refuses(region("${local.nowhere}")),
  "an expression that does not end": refuses(region("${var.x")),
  "a name with the wrong case": refuses(locals({ r: "GRA11" }, "${local.R}")),
  "a comment in an expression": refuses(region('${/* "GRA11" */ "BHS5"}')),
  "an expansion": refuses(region('${coalesce(["", "BHS5"]...)}')),
  "many values": refuses(
    region("${local.r[var.i]}", { variable: { i: {} }, locals: { r: Array.from({ length: 65 }, () => "GRA11").concat(CANADA) } }),
  ),
  "a deep way": refuses(
    locals(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`l${i}`, i === 399 ? CANADA : `\${local.l${i + 1}}`])), "${local.l0}"),
  ),
  "an ephemeral value": refuses(region("${ephemeralasnull(var.v)}", { variable: { v: { ephemeral: true, default: "GRA11" } } })),
};

/** How often a thing is made, and for what. */
export const INSTANCES: Cases = {
  "for_each over objects, one outside": refuses(cluster({ for_each: { a: { r: "GRA11" }, b: { r: CANADA } }, region: "${each.value.r}" })),
  "for_each over a set, one outside": refuses(cluster({ for_each: '${toset(["GRA11", "BHS5"])}', region: "${each.key}" })),
  "for_each over a variable": refuses(merged(cluster({ for_each: "${var.m}", region: "${each.value}" }), { variable: { m: {} } })),
  "for_each over one map or another": refuses(
    merged(cluster({ for_each: '${var.us ? { a = "BHS5" } : { a = "GRA11" }}', region: "${each.value}" }), { variable: { us: {} } }),
  ),
  "for_each over what another makes": refuses(
    merged(cluster({ for_each: "${ovh_cloud_project_kube.o}", region: "${each.value.region}" }), {
      resource: { ovh_cloud_project_kube: { o: { for_each: { x: CANADA }, region: "${each.value}" } } },
    }),
  ),
  "for_each over a list of many": refuses(
    cluster({
      for_each: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, i === 99 ? CANADA : "GRA11"])),
      region: "${each.value}",
    }),
  ),
  "count 0, written outside": refuses(cluster({ count: 0, region: CANADA })),
  "count of none, unless somebody says otherwise, of what is no number": refuses(cluster({ count: "", region: CANADA })),
  "a key that a condition leaves out, or does not": refuses(
    merged(cluster({ for_each: "${{ for key, on in { a = var.on } : key => key if on }}", region: CANADA }), { variable: { on: {} } }),
  ),
  "count that nobody knows": refuses(merged(cluster({ count: "${var.n}", region: CANADA }), { variable: { n: {} } })),
  "count and an index": refuses(cluster({ count: 2, region: '${["GRA11", "BHS5"][count.index]}' })),
  "count that nobody knows, and an index": refuses(
    merged(cluster({ count: "${var.n}", region: '${["GRA11", "BHS5"][count.index]}' }), { variable: { n: {} } }),
  ),
  "each where there is none": refuses(cluster({ region: "${each.value}" })),
  "a map's key with a template in it": refuses(
    merged(cluster({ for_each: { "${var.k}": CANADA }, region: "${each.value}" }), { variable: { k: { default: "a" } } }),
  ),
  "a for with a filter": refuses(region('${[for r in ["GRA11", "BHS5"] : r if r != "GRA11"][0]}')),
  "a for that groups": refuses(region('${{ for r in ["BHS5"] : "a" => r... }["a"][0]}')),
};
