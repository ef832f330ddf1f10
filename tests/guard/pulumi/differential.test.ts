import { describe, expect, it } from "vitest";
import { cloudFacts } from "../../../clouds/facts.ts";
import { PULUMI_PACKAGES } from "../../../clouds/pulumi.ts";
import { type AttributePath, attributePaths, loadSchema, looksLikePlace, schemaNames } from "../../../clouds/schema/index.ts";
import { defaultPolicy, judge, type Report, readDocument } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { AS_OF, type Document } from "../judging.ts";
import { inPulumi, judgedPulumi, preview, state, urnOf } from "./documents.ts";

const CLOUDS = schemaNames().filter((cloud) => PULUMI_PACKAGES.some(({ source }) => loadSchema(cloud).address === source));

/** Codes that are approved, that are not, that nobody knows. */
function codes(cloud: string): readonly string[] {
  const regions = Object.entries(cloudFacts(cloud)?.regions ?? {});
  const inside = regions.find(([, { country }]) => country === "FR" || country === "DE")?.[0] ?? "RegionOne";
  const outside = regions.find(([, { country }]) => !["FR", "DE", "PL", "NL", "IT", "FI", "ES"].includes(country))?.[0] ?? "us-east-1";
  return [inside, outside, "nowhere-7"];
}

/** Every place that a resource type may name, set to one code; and what it must have beside. */
function attributesOf(cloud: string, type: string, code: string): Document {
  const block = loadSchema(cloud).resource(type)?.block ?? {};
  const made: Record<string, Json> = {};
  for (const one of attributePaths(block)) if (one.settable && isText(one) && looksLikePlace(one.name)) put(made, one, code);
  return made;
}

const isText = ({ type }: AttributePath): boolean =>
  type === "string" || (Array.isArray(type) && type[0] !== "map" && type[1] === "string");

function put(into: Record<string, Json>, { path, type }: AttributePath, code: string): void {
  const parts = path.split(".");
  let at = into;
  for (const part of parts.slice(0, -1)) {
    const name = part.replaceAll("[]", "");
    const listed = part.endsWith("[]");
    const next = (at[name] ?? (listed ? [{}] : {})) as Record<string, Json> | Record<string, Json>[];
    at[name] = next as Json;
    at = Array.isArray(next) ? (next[0] as Record<string, Json>) : next;
  }
  at[(parts.at(-1) ?? "").replaceAll("[]", "")] = typeof type === "string" ? code : [code];
}

const PROVIDERS: Readonly<Record<string, Document>> = {
  ovh: { endpoint: "ovh-eu" },
  scaleway: { region: "fr-par", zone: "fr-par-1" },
  hcloud: {},
  openstack: { auth_url: "https://auth.cloud.ovh.net/v3", region: "GRA11" },
  exoscale: {},
  ionoscloud: {},
  upcloud: {},
};
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function inTerraform(cloud: string, type: string, attributes: Document): Report {
  const local = type.slice(0, type.indexOf("_"));
  const document = {
    terraform: { required_providers: { [local]: { source: loadSchema(cloud).address } } },
    provider: { [local]: [PROVIDERS[cloud] ?? {}] },
    resource: { [type]: { r: attributes } },
  };
  return judge([readDocument(document, "cdk.tf.json")], defaultPolicy, { asOf: AS_OF });
}

function asPulumi(cloud: string, type: string, attributes: Document): Report {
  const { token, inputs } = inPulumi(cloud, type, attributes);
  const name = token.slice(0, token.indexOf(":"));
  const urn = urnOf(`pulumi:providers:${name}`, "default");
  const config = Object.fromEntries(Object.entries(PROVIDERS[cloud] ?? {}).map(([key, value]) => [camel(key), value]));
  const provider = state(`pulumi:providers:${name}`, "", config, { urn, id: "p" });
  return judgedPulumi(preview([provider, state(token, "r", inputs, { provider: `${urn}::p` })]));
}

/** What the rules say of the resource itself. */
const said = (report: Report, address: string): readonly string[] =>
  report.findings
    .filter((finding) => finding.address === address && (finding.verdict === "outside" || finding.verdict === "undecided"))
    .map(({ rule, verdict }) => `${rule} ${verdict}`)
    .sort();
const verdict = (report: Report, address: string) => report.resources.find((one) => one.address === address)?.verdict;

describe.each(CLOUDS)("%s's resource types", (cloud) => {
  const names = PULUMI_PACKAGES.find(({ source }) => source === loadSchema(cloud).address);
  const types = [...new Set(Object.values(names?.resources.types ?? {}))];

  it.each(codes(cloud))("get in Pulumi the verdict that they get in Terraform, at %s", (code) => {
    expect(types.length).toBeGreaterThan(20);
    const different = types.flatMap((type) => {
      const attributes = attributesOf(cloud, type, code);
      const [terraform, pulumi] = [inTerraform(cloud, type, attributes), asPulumi(cloud, type, attributes)];
      const { token } = inPulumi(cloud, type, attributes);
      const [address, urn] = [`${type}.r`, urnOf(token, "r")];
      const [a, b] = [
        [verdict(terraform, address), ...said(terraform, address)],
        [verdict(pulumi, urn), ...said(pulumi, urn)],
      ];
      return JSON.stringify(a) === JSON.stringify(b) ? [] : [`${type}: Terraform ${JSON.stringify(a)}, Pulumi ${JSON.stringify(b)}`];
    });
    expect(different).toEqual([]);
  });
});
