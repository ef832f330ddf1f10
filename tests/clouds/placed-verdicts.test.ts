import { describe, expect, it } from "vitest";
import { definePolicy, type Json, judge, type PolicyInput, readDocument, type Verdict } from "../../guard/index.ts";
import type { Case } from "./verdicts/case.ts";
import { EXOSCALE } from "./verdicts/exoscale.ts";
import { HCLOUD } from "./verdicts/hcloud.ts";
import { IONOSCLOUD } from "./verdicts/ionoscloud.ts";
import { OPENSTACK } from "./verdicts/openstack.ts";
import { OPENTELEKOMCLOUD } from "./verdicts/opentelekomcloud.ts";
import { OUTSCALE } from "./verdicts/outscale.ts";
import { SCALEWAY } from "./verdicts/scaleway.ts";
import { STACKIT } from "./verdicts/stackit.ts";
import { UPCLOUD } from "./verdicts/upcloud.ts";

const CLOUDS: readonly (readonly [cloud: string, source: string, cases: readonly Case[]])[] = [
  ["hcloud", "hetznercloud/hcloud", HCLOUD],
  ["exoscale", "exoscale/exoscale", EXOSCALE],
  ["ionoscloud", "ionos-cloud/ionoscloud", IONOSCLOUD],
  ["openstack", "terraform-provider-openstack/openstack", OPENSTACK],
  ["opentelekomcloud", "opentelekomcloud/opentelekomcloud", OPENTELEKOMCLOUD],
  ["outscale", "outscale/outscale", OUTSCALE],
  ["scaleway", "scaleway/scaleway", SCALEWAY],
  ["stackit", "stackitcloud/stackit", STACKIT],
  ["upcloud", "UpCloudLtd/upcloud", UPCLOUD],
];

const RULES = {
  region: ["residency/region"],
  replica: ["residency/replica", "residency/backup", "residency/copy", "residency/log-sink", "residency/cdn", "isolation/peering"],
  encryption: ["encryption/at-rest"],
  address: ["isolation/public-address", "isolation/public-data"],
  ingress: ["isolation/ingress", "isolation/public-data"],
  opaque: ["execution/opaque", "execution/before-plan"],
  endpoint: ["jurisdiction/endpoint"],
  operator: ["jurisdiction/operator"],
} as const;

/** The worst that some rules say of a document. */
function verdictOf(rules: readonly string[], json: Json, policy: PolicyInput): Verdict {
  const { resources } = judge([readDocument(json, "case.tf.json")], definePolicy(policy), { rules });
  const said = resources.map((resource) => resource.verdict);
  return (["outside", "undecided", "inside"] as const).find((verdict) => said.includes(verdict)) ?? "not-applicable";
}

describe.each(CLOUDS)("%s", (cloud, source, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, { resource, data, provider, policy = {}, promises = {}, ...said }) => {
    const json: Json = {
      terraform: { required_providers: { [cloud]: { source } } },
      ...(provider !== undefined && { provider: { [cloud]: [provider] } }),
      ...(resource !== undefined && { resource }),
      ...(data !== undefined && { data }),
    };
    for (const [key, rules] of Object.entries(RULES) as [keyof typeof RULES, readonly string[]][])
      if (said[key] !== undefined) expect(verdictOf(rules, json, policy), rules.join()).toBe(said[key]);
    for (const [rule, verdict] of Object.entries(promises)) expect(verdictOf([rule], json, policy), rule).toBe(verdict);
  });
});
