import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import { readSynthesized } from "../../../guard/views/synthesized.ts";
import { folder } from "./reading.ts";

const head = 'terraform {\n  required_providers {\n    ovh = { source = "ovh/ovh" }\n  }\n}\nvariable "r" {\n  default = "GRA11"\n}\n';
const net = `${head}resource "ovh_cloud_project_network_private" "n" {\n  service_name = "s"\n  name = "n"\n  regions = [var.r]\n}\noutput "at" {\n  value = var.r\n}\n`;
const ovh = { terraform: { required_providers: { ovh: { source: "ovh/ovh" } } }, provider: { ovh: [{ endpoint: "ovh-eu" }] } };
const calls = (source: string, more: object = {}) => JSON.stringify({ ...ovh, module: { m: { source, ...more } } });

function verdicts(root: string): Readonly<Record<string, string>> {
  const report = judge(readSynthesized(root), defaultPolicy, { rules: ["residency", "jurisdiction", "execution"] });
  return Object.fromEntries(report.resources.filter(({ type }) => type !== "ovh").map(({ address, verdict }) => [address, verdict]));
}

describe("a module of code that a program calls is judged by what it declares", () => {
  const n = "module.m.ovh_cloud_project_network_private.n";
  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ["inside", { "cdk.tf.json": calls("./m"), "m/main.tf": net }, { [n]: "inside" }],
    ["outside, by an input", { "cdk.tf.json": calls("./m", { r: "BHS5" }), "m/main.tf": net }, { [n]: "outside" }],
    [
      "each of its instances",
      { "cdk.tf.json": calls("./m", { for_each: { a: "SBG5", b: "UK1" }, r: "${each.value}" }), "m/main.tf": net },
      {
        'module.m["a"].ovh_cloud_project_network_private.n': "inside",
        'module.m["b"].ovh_cloud_project_network_private.n': "outside",
      },
    ],
    [
      "what it calls itself, in a folder with a dot",
      {
        "cdk.tf.json": calls("./m"),
        "m/main.tf": 'module "k" {\n  source = "./.hidden"\n}\n',
        "m/.hidden/main.tf": net.replace("GRA11", "SGP1"),
      },
      { "module.m.module.k.ovh_cloud_project_network_private.n": "outside" },
    ],
    ["what only one of the engines reads", { "cdk.tf.json": calls("./m"), "m/main.tofu": net }, { "m/main.tofu": "undecided" }],
    ["what is no code", { "cdk.tf.json": calls("./m"), "m/main.tf": "resource {" }, { "m/main.tf": "undecided" }],
    ["nothing of it where there is no folder", { "cdk.tf.json": calls("./gone") }, { "module.m": "undecided" }],
    [
      "nothing of it where it comes from elsewhere",
      { "cdk.tf.json": calls("git::https://example.com/m.git") },
      { "module.m": "undecided" },
    ],
  ])("%s", (_what, files, expected) => {
    const root = folder(files);
    const found = Object.entries(verdicts(root)).filter(([address]) => !address.startsWith("terraform."));
    expect(Object.fromEntries(found.map(([address, verdict]) => [address.replace(`${root}/`, ""), verdict]))).toMatchObject(expected);
  });
  it("by an absolute path as well, and by the name that its place will have", () => {
    const module = folder({ "main.tf": net.replace("GRA11", "BHS5"), "bad.tf": "{" });
    const root = folder({ "cdk.tf.json": calls(module) });
    expect(verdicts(root)).toMatchObject({ [n]: "outside", [join(module, "bad.tf")]: "undecided" });
  });
});

describe("the program of a company that a root requires and a module configures", () => {
  const requires = { terraform: { required_providers: { aws: { source: "hashicorp/aws" } } } };
  const bucket = (block: string) => `provider "aws" {\n  region = "eu01"\n${block}}\nresource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n`;
  const at = (host: string) => bucket(`  endpoints {\n    s3 = "https://${host}"\n  }\n`);
  const root = (main: string) =>
    verdicts(folder({ "cdk.tf.json": JSON.stringify({ ...requires, module: { m: { source: "./m" } } }), "m/main.tf": main }));
  const required = "terraform.required_providers.aws";

  it("is judged by what it calls there", () => {
    expect(root(at("object.storage.eu01.onstackit.cloud"))).toMatchObject({ "module.m.aws_s3_bucket.b": "inside" });
    expect(root(at("object.storage.eu01.onstackit.cloud"))[required]).not.toBe("outside");
    expect(root(bucket(""))).toMatchObject({ "module.m.aws_s3_bucket.b": "outside" });
    expect(root(at("s3.bhs.io.cloud.ovh.net"))).toMatchObject({ "module.m.aws_s3_bucket.b": "outside" });
  });

  it("is refused where nothing uses it", () => {
    expect(root(net)[required]).toBe("outside");
    expect(root(`${net}resource "aws_s3_bucket" "b" {\n  count = 0\n  bucket = "b"\n}\n`)[required]).toBe("outside");
  });
});

describe("an import of what no resource declares", () => {
  const kube = { ovh_cloud_project_kube: { k: { service_name: "s", name: "k", region: "GRA11", private_network_id: "n" } } };
  const importing = (to: string, more: object = {}) => JSON.stringify({ ...ovh, import: [{ to, id: "s/k" }], ...more });
  it.each<[string, string, string | undefined]>([
    ["is somewhere that nothing says", importing("ovh_cloud_project_kube.k"), "undecided"],
    ["is nowhere, where it has no place", importing("ovh_vrack.k"), "not-applicable"],
    ["is what the resource says", importing("ovh_cloud_project_kube.k", { resource: kube }), "inside"],
  ])("%s", (_what, text, verdict) => {
    const to = text.includes("ovh_vrack") ? "ovh_vrack.k" : "ovh_cloud_project_kube.k";
    const report = judge(readSynthesized(folder({ "cdk.tf.json": text })), defaultPolicy, { rules: ["residency/region"] });
    expect(report.resources.find(({ address }) => address === to)?.verdict).toBe(verdict);
  });
});
