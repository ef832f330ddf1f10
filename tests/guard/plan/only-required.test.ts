import { expect, it } from "vitest";
import { defaultPolicy, judge, readPlan } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { change, plan } from "../judging.ts";

const HCLOUD = "registry.terraform.io/hetznercloud/hcloud";
const volume = change("hcloud_volume.v", { location: "fsn1" }, { provider_name: HCLOUD });
const block = { address: "hcloud_volume.v", mode: "managed", type: "hcloud_volume", name: "v", provider_config_key: "hcloud" };

/** A plan of one volume at Hetzner, in which another provider is listed. */
function providersIn(
  listed: { readonly [key: string]: Json },
  more: readonly Json[] = [],
  blocks: readonly Json[] = [],
): readonly string[] {
  const { resources } = judge(
    [
      readPlan(
        plan([volume, ...more], {
          configuration: {
            provider_config: { hcloud: { name: "hcloud", full_name: HCLOUD }, ...listed },
            root_module: { resources: [block, ...blocks] },
          },
        }),
        "plan.json",
      ),
    ],
    defaultPolicy,
    { rules: ["jurisdiction"] },
  );
  return resources.filter(({ type }) => !type.startsWith("hcloud")).map(({ address, verdict }) => `${address} ${verdict}`);
}

const ovh = { name: "ovh", full_name: "registry.terraform.io/ovh/ovh" };
const kube = { region: "GRA11" };

it("is fetched and calls nobody: its environment decides nothing", () => {
  expect(providersIn({ ovh })).toEqual(["terraform.required_providers.ovh not-applicable"]);
});

it("is judged by whose it is all the same", () => {
  expect(providersIn({ aws: { name: "aws", full_name: "registry.terraform.io/hashicorp/aws" } })).toEqual([
    "terraform.required_providers.aws outside",
  ]);
});

it("calls for the last time where something is destroyed that the code has no more", () => {
  const gone = change("ovh_cloud_project_kube.k", null, { change: { actions: ["delete"], before: kube } });
  expect(providersIn({ ovh }, [gone])).toContain("provider.ovh not-applicable");
});

it.each<[string, { readonly [key: string]: Json }, readonly Json[], readonly Json[]]>([
  ["something is made", { ovh }, [change("ovh_cloud_project_kube.k", kube)], []],
  [
    "the code has something of which there is none",
    { ovh },
    [],
    [{ mode: "managed", type: "ovh_cloud_project_kube", name: "k", provider_config_key: "ovh" }],
  ],
  [
    "a module has something",
    { ovh },
    [],
    [{ mode: "managed", type: "ovh_cloud_project_kube", name: "k", provider_config_key: "module.m:ovh" }],
  ],
  ["somebody configures it", { ovh: { ...ovh, expressions: { timeout: { constant_value: 10 } } } }, [], []],
])("is used where %s", (_, listed, more, blocks) => {
  const providers = providersIn(listed, more, blocks).filter((one) => /provider/.test(one));
  expect(new Set(providers)).toEqual(new Set(["provider.ovh undecided"]));
});
