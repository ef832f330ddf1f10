import { describe, expect, it } from "vitest";
import { readPlan } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { change, judgedPlan, plan } from "../judging.ts";
import { at, configured, KUBE, kube, POOL, verdict } from "./kube.ts";

describe("modules", () => {
  const address = 'module.site["b.c[0]"].ovh_cloud_project_kube_nodepool.p';
  const nested = (clusterRegion: string, input: Json) =>
    plan(
      [
        kube(at(clusterRegion)),
        {
          address,
          module_address: 'module.site["b.c[0]"]',
          mode: "managed",
          type: "ovh_cloud_project_kube_nodepool",
          name: "p",
          provider_name: "registry.opentofu.org/ovh/ovh",
          change: { actions: ["create"], before: null, after: { name: "p" }, after_unknown: { kube_id: true }, after_sensitive: {} },
        },
      ],
      {
        configuration: {
          provider_config: {
            ovh: { name: "ovh", full_name: "registry.opentofu.org/ovh/ovh", expressions: { endpoint: { constant_value: "ovh-eu" } } },
          },
          root_module: {
            resources: [configured(KUBE)],
            module_calls: {
              site: {
                expressions: { kube: input },
                for_each_expression: { references: ["var.sites"] },
                module: {
                  resources: [configured(POOL, { kube_id: { references: ["var.kube"] } })],
                },
              },
            },
          },
        },
      },
    );

  it.each([
    ["GRA11", { references: [`${KUBE}.id`, KUBE] }, "inside"],
    ["BHS5", { references: [`${KUBE}.id`, KUBE] }, "outside"],
    ["GRA11", { references: ["local.x"] }, "undecided"],
  ] as const)("are entered by their inputs: %s, %j is %s", (region, input, wanted) => {
    expect(verdict(nested(region, input as Json), address)).toBe(wanted);
  });

  it("are left by their outputs", () => {
    const json = plan(
      [
        {
          ...(change("ovh_cloud_project_kube.k", at("BHS5")) as object),
          address: "module.m.ovh_cloud_project_kube.k",
          module_address: "module.m",
        } as Json,
        change(POOL, { name: "p" }, { change: { after_unknown: { kube_id: true } } }),
      ],
      {
        configuration: {
          root_module: {
            resources: [
              {
                mode: "managed",
                type: "ovh_cloud_project_kube_nodepool",
                name: "p",
                expressions: { kube_id: { references: ["module.m.id", "module.m"] } },
              },
            ],
            module_calls: {
              m: {
                module: {
                  outputs: { id: { expression: { references: [`${KUBE}.id`, KUBE] } } },
                  resources: [{ mode: "managed", type: "ovh_cloud_project_kube", name: "k", expressions: {} }],
                },
              },
            },
          },
        },
      },
    );
    expect(verdict(json, POOL)).toBe("outside");
  });
});

describe("provider blocks of a plan", () => {
  const under = (expressions: { readonly [key: string]: Json } | undefined) =>
    judgedPlan(
      plan([kube(at("GRA11"))], {
        configuration: {
          provider_config:
            expressions === undefined ? {} : { ovh: { name: "ovh", full_name: "registry.terraform.io/ovh/ovh", expressions } },
          root_module: {
            resources: [{ mode: "managed", type: "ovh_cloud_project_kube", name: "k", provider_config_key: "ovh", expressions: {} }],
          },
        },
      }),
    ).findings.find((one) => one.rule === "jurisdiction/endpoint")?.verdict ?? "inside";

  it.each([
    ["a literal inside", { endpoint: { constant_value: "ovh-eu" } }, "inside"],
    ["a literal outside", { endpoint: { constant_value: "ovh-us" } }, "outside"],
    ["a reference, whose use the plan does not show", { endpoint: { references: ["var.endpoint"] } }, "undecided"],
    ["a computed constant", { endpoint: {} }, "undecided"],
    ["nothing", {}, "undecided"],
    ["no block", undefined, "undecided"],
  ] as const)("%s", (_, expressions, wanted) => {
    expect(under(expressions as never)).toBe(wanted);
  });

  it.each([
    ["runs under the one with another name", "cloud", ["provider.cloud"]],
    ["runs under it after all", "ovh", ["provider.cloud", "provider.ovh"]],
  ] as const)("count where something runs under them: all %s", (_, key, wanted) => {
    const full_name = "registry.terraform.io/ovh/ovh";
    const json = plan([kube(at("GRA11"))], {
      configuration: {
        provider_config: {
          cloud: { name: "cloud", full_name, expressions: { endpoint: { constant_value: "ovh-eu" } } },
          ovh: { name: "ovh", full_name },
        },
        root_module: {
          resources: [{ mode: "managed", type: "ovh_cloud_project_kube", name: "k", provider_config_key: key, expressions: {} }],
        },
      },
    });
    const addresses = [...readPlan(json, "plan.json").subjects].filter(({ kind }) => kind === "provider").map(({ address }) => address);
    expect(addresses).toEqual(wanted);
  });
});
