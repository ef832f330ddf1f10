import { PULUMI_PACKAGES } from "../../../clouds/pulumi.ts";
import { bridgedSpelling, loadSchema, PulumiProperties } from "../../../clouds/schema/index.ts";
import { defaultPolicy, judge, type Policy, type Report } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { readPulumi } from "../../../guard/views/pulumi.ts";
import { AS_OF, type Document } from "../judging.ts";

export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const urnOf = (token: string, name: string, parents = ""): string => `urn:pulumi:dev::shop::${parents}${token}::${name}`;
const PROVIDER = urnOf("pulumi:providers:ovh", "default_2_19_1");

/** The provider as a program that sets `ovh:endpoint` gets it. */
export const ovhProvider = (inputs: Document = { endpoint: "ovh-eu" }, urn: string = PROVIDER): Json =>
  state("pulumi:providers:ovh", "", inputs, { urn, id: "p" });

export function state(token: string, name: string, inputs: Json, more: Document = {}): Document {
  return { urn: urnOf(token, name), type: token, custom: true, inputs, provider: `${PROVIDER}::p`, ...more };
}

export function preview(states: readonly Json[], more: Document = {}): Json {
  const steps = states.map((one) => ({ op: "create", urn: (one as Document).urn ?? "", newState: one }));
  return { config: {}, steps, changeSummary: { create: steps.length }, ...more };
}

export const exported = (states: readonly Json[], more: Document = {}): Json => ({
  version: 3,
  deployment: { manifest: { version: "v3.259.0" }, resources: states, ...more },
});

export const judgedPulumi = (document: Json, policy: Policy = defaultPolicy): Report =>
  judge([readPulumi(document, "preview.json")], policy, { asOf: AS_OF });

/** A Terraform resource as the cloud's Pulumi package would have it. */
export function inPulumi(cloud: string, type: string, attributes: Document): { readonly token: string; readonly inputs: Json } {
  const schema = loadSchema(cloud);
  const names = PULUMI_PACKAGES.find(({ source }) => source === schema.address);
  const token = Object.keys(names?.resources.types ?? {}).find((one) => names?.resources.types[one] === type);
  const block = schema.resource(type)?.block;
  if (names === undefined || token === undefined || block === undefined) throw new Error(`${cloud} has no ${type}`);
  return {
    token: `${names.package}:${token}`,
    inputs: new PulumiProperties(block, names.readOnly === true ? bridgedSpelling(block) : names.resources.spelling[type]).fromTerraform(
      attributes,
    ) as Json,
  };
}
