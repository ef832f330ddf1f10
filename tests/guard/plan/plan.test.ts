import { describe, expect, it } from "vitest";
import { defaultPolicy, judge, readPlan } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { change, judgedPlan, plan, refusedBy, verdictOf } from "../judging.ts";

const KUBE = "ovh_cloud_project_kube.k";
const kube = (after: Json, more: { readonly [key: string]: Json } = {}) => change(KUBE, after, more);
const at = (region: string) => ({ service_name: "p", name: "k", region, private_network_id: "n" });
const residency = (json: Json) => judgedPlan(json);
const verdict = (json: Json, address = KUBE) =>
  refusedBy(residency(json), "residency/region").find((one) => one.address === address)?.verdict ?? "inside";
const read = (json: Json, address: string, path: string) => readPlan(json, "plan.json").find(address)?.read(path);

describe("what a change says", () => {
  it.each([
    ["a creation", kube(at("BHS5")), "outside"],
    ["an update", kube(at("BHS5"), { change: { actions: ["update"], before: at("GRA11") } }), "outside"],
    ["a replacement", kube(at("BHS5"), { change: { actions: ["delete", "create"], before: at("GRA11") } }), "outside"],
    ["nothing to do", kube(at("BHS5"), { change: { actions: ["no-op"], before: at("BHS5") } }), "outside"],
    ["an import", kube(at("BHS5"), { change: { actions: ["no-op"], before: at("BHS5"), importing: { id: "x" } } }), "outside"],
    ["an action that no engine has yet", kube(at("BHS5"), { change: { actions: ["teleport"] } }), "outside"],
    ["an end", kube(null, { change: { actions: ["delete"], before: at("BHS5") } }), "inside"],
    ["a farewell", kube(null, { change: { actions: ["forget"], before: at("BHS5") } }), "inside"],
    ["an old object that goes", kube(null, { deposed: "abc", change: { actions: ["delete"], before: at("BHS5") } }), "inside"],
    ["a move back inside", kube(at("GRA11"), { change: { actions: ["update"], before: at("BHS5") } }), "inside"],
    ["nothing at all", kube(undefined as never), "undecided"],
  ] as const)("%s", (_, one, wanted) => {
    expect(verdict(plan([one]))).toBe(wanted);
  });

  it("judges an old object that stays, under its own key", () => {
    const stays = kube(at("BHS5"), { deposed: "abc", change: { actions: ["no-op"], before: at("BHS5") } });
    expect(verdict(plan([kube(at("GRA11")), stays]), `${KUBE} (deposed object abc)`)).toBe("outside");
    expect(verdict(plan([kube(at("GRA11")), stays]))).toBe("inside");
  });

  it("lists what leaves, and judges none of it", () => {
    const report = judgedPlan(plan([kube(null, { change: { actions: ["delete"], before: at("BHS5") } })]));
    expect(verdictOf(report, KUBE)).toBe("not-applicable");
    expect(report.verdict).toBe("inside");
  });

  it("judges changes that are put off", () => {
    const deferred = { deferred_changes: [{ reason: "provider_config_unknown", resource_change: kube(at("BHS5")) }] };
    expect(verdict(plan([], deferred))).toBe("outside");
  });

  it("judges data sources by what they answered", () => {
    const values = {
      root_module: {
        resources: [
          {
            address: "data.ovh_cloud_project_kube.d",
            mode: "data",
            type: "ovh_cloud_project_kube",
            name: "d",
            provider_name: "registry.terraform.io/ovh/ovh",
            values: { kube_id: "1", region: "BHS5" },
          },
        ],
      },
    };
    const pool = change("ovh_cloud_project_kube_nodepool.p", { kube_id: "1", name: "p" }, {});
    const json = plan([pool], {
      prior_state: { values },
      configuration: {
        root_module: {
          resources: [
            {
              address: "ovh_cloud_project_kube_nodepool.p",
              mode: "managed",
              type: "ovh_cloud_project_kube_nodepool",
              name: "p",
              provider_config_key: "ovh",
              expressions: { kube_id: { references: ["data.ovh_cloud_project_kube.d.id", "data.ovh_cloud_project_kube.d"] } },
            },
          ],
        },
      },
    });
    expect(verdict(json, "ovh_cloud_project_kube_nodepool.p")).toBe("outside");
  });
});

describe("what is not known yet", () => {
  const configured = (expressions: { readonly [key: string]: Json }, block: { readonly [key: string]: Json } = {}) => ({
    configuration: {
      provider_config: {
        ovh: { name: "ovh", full_name: "registry.terraform.io/ovh/ovh", expressions: { endpoint: { constant_value: "ovh-eu" } } },
      },
      root_module: {
        resources: [
          {
            address: KUBE,
            mode: "managed",
            type: "ovh_cloud_project_kube",
            name: "k",
            provider_config_key: "ovh",
            expressions: { region: { constant_value: "GRA11" } },
          },
          {
            address: "ovh_cloud_project_kube_nodepool.p",
            mode: "managed",
            type: "ovh_cloud_project_kube_nodepool",
            name: "p",
            provider_config_key: "ovh",
            expressions,
            ...block,
          },
        ],
      },
    },
  });
  const pool = (region: string, expression: Json, block: { readonly [key: string]: Json } = {}) =>
    plan(
      [
        kube(at(region)),
        change("ovh_cloud_project_kube_nodepool.p", { name: "p" }, { change: { after_unknown: { kube_id: true, id: true } } }),
      ],
      configured({ kube_id: expression }, block),
    );
  const of = (json: Json) => verdict(json, "ovh_cloud_project_kube_nodepool.p");

  it.each([
    ["a parent inside", "GRA11", { references: [`${KUBE}.id`, KUBE] }, "inside"],
    ["a parent outside", "BHS5", { references: [`${KUBE}.id`, KUBE] }, "outside"],
    ["a parent and something else", "GRA11", { references: [`${KUBE}.id`, KUBE, "var.other"] }, "undecided"],
    [
      "two attributes of the parent: a condition may hide a literal",
      "GRA11",
      { references: [`${KUBE}.id`, `${KUBE}.name`, KUBE] },
      "undecided",
    ],
    ["an attribute of the parent that its author wrote", "GRA11", { references: [`${KUBE}.region`, KUBE] }, "undecided"],
    ["an attribute of the parent that the provider gives", "GRA11", { references: [`${KUBE}.control_plane_id`, KUBE] }, "inside"],
    ["a local", "GRA11", { references: ["local.id"] }, "undecided"],
    ["a computed expression", "GRA11", {}, "undecided"],
    [
      "something that is not there",
      "GRA11",
      { references: ["ovh_cloud_project_kube.gone.id", "ovh_cloud_project_kube.gone"] },
      "undecided",
    ],
  ] as const)("a reference to %s", (_, region, expression, wanted) => {
    expect(of(pool(region, expression as Json))).toBe(wanted);
  });

  it("follows what is iterated over", () => {
    const each = { references: ["each.value.id", "each.value"] };
    expect(of(pool("BHS5", each, { for_each_expression: { references: [KUBE] } }))).toBe("outside");
    expect(of(pool("GRA11", each, { for_each_expression: { references: [KUBE] } }))).toBe("inside");
    expect(of(pool("GRA11", each, { for_each_expression: { references: ["var.all"] } }))).toBe("undecided");
  });

  it("is absent where the configuration does not write it, and unknown where a dynamic block may", () => {
    const unknown = { change: { after_unknown: { region: true, nodes: true } } };
    const json = plan([change("ovh_cloud_project_database.d", { engine: "x" }, unknown)]);
    expect(read(json, "ovh_cloud_project_database.d", "region")).toMatchObject([{ value: { kind: "absent" } }]);
    expect(read(json, "ovh_cloud_project_database.d", "nodes[].region")).toMatchObject([
      { path: "nodes[].region", value: { kind: "unknown" } },
    ]);
  });

  it("is told apart, entry by entry", () => {
    const after = { nodes: [{ region: "GRA" }, { region: null }, {}] };
    const json = plan([
      change("ovh_cloud_project_database.d", after, { change: { after_unknown: { nodes: [{}, { region: true }, {}] } } }),
    ]);
    expect(read(json, "ovh_cloud_project_database.d", "nodes[].region")?.map(({ path, value }) => [path, value.kind])).toEqual([
      ["nodes[0].region", "known"],
      ["nodes[1].region", "unknown"],
      ["nodes[2].region", "absent"],
    ]);
  });

  it("is unknown as a whole where a part of it is", () => {
    const json = plan([change("ovh_x.y", { tags: { a: "b" } }, { change: { after_unknown: { tags: { c: true } } } })]);
    expect(read(json, "ovh_x.y", "tags")).toMatchObject([{ value: { kind: "unknown" } }]);
  });

  it("may stand in the tree of unknowns alone", () => {
    const json = plan([change("ovh_x.y", {}, { change: { after_unknown: { nodes: [{ region: true }], one: { region: true } } } })]);
    expect(read(json, "ovh_x.y", "nodes[].region")).toMatchObject([{ path: "nodes[0].region", value: { kind: "unknown" } }]);
    expect(read(json, "ovh_x.y", "one.region")).toMatchObject([{ value: { kind: "unknown" } }]);
  });

  it("was made up by a rehearsal", () => {
    const base = plan([kube(at("rehearsal-region"))]);
    const block = { mode: "managed", type: "ovh_cloud_project_kube", name: "k", provider_config_key: "ovh" };
    const written = (expressions: Json) => ({ ...base, configuration: { root_module: { resources: [{ ...block, expressions }] } } });
    const json = written({ region: { references: ["var.region"] } });
    // What the code does not write is the provider's own choice, in a rehearsal as in a real plan.
    const silent = readPlan(written({}), "p", { madeUp: "rehearsal-" }).find(KUBE)?.read("region");
    expect(silent?.map(({ value: { kind } }) => kind)).toEqual(["absent"]);
    const value = (madeUp?: string) =>
      readPlan(json, "p", madeUp === undefined ? {} : { madeUp })
        .find(KUBE)
        ?.read("region")[0]?.value.kind;
    expect([value(), value("rehearsal-")]).toEqual(["known", "unknown"]);
  });
});

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
            resources: [
              { address: KUBE, mode: "managed", type: "ovh_cloud_project_kube", name: "k", provider_config_key: "ovh", expressions: {} },
            ],
            module_calls: {
              site: {
                expressions: { kube: input },
                for_each_expression: { references: ["var.sites"] },
                module: {
                  resources: [
                    {
                      address: "ovh_cloud_project_kube_nodepool.p",
                      mode: "managed",
                      type: "ovh_cloud_project_kube_nodepool",
                      name: "p",
                      provider_config_key: "ovh",
                      expressions: { kube_id: { references: ["var.kube"] } },
                    },
                  ],
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
        change("ovh_cloud_project_kube_nodepool.p", { name: "p" }, { change: { after_unknown: { kube_id: true } } }),
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
    expect(verdict(json, "ovh_cloud_project_kube_nodepool.p")).toBe("outside");
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
});

describe("what runs, and what is taken over", () => {
  it.each([
    ["action_invocations", (action: Json) => [action]],
    ["deferred_action_invocations", (action: Json) => [{ reason: "instance_count_unknown", action_invocation: action }]],
  ] as const)("is judged by whoever asks for places and operators alone: %s", (key, listed) => {
    const action = {
      address: "action.aws_lambda_invoke.x",
      type: "aws_lambda_invoke",
      provider_name: "registry.terraform.io/hashicorp/aws",
    };
    const { findings } = judge([readPlan(plan([kube(at("GRA11"))], { [key]: listed(action) }), "plan.json")], defaultPolicy, {
      asOf: "2026-11-23",
      rules: ["residency", "jurisdiction"],
    });
    expect(findings.filter((one) => one.address === action.address).map((one) => `${one.rule} ${one.verdict}`)).toEqual([
      "jurisdiction/operator outside",
      "residency/region undecided",
    ]);
  });

  it.each([
    ["once", {}, "e"],
    ["any number of times", { for_each_expression: { references: ["var.all"] } }, "e"],
  ] as const)("is what is ephemeral, opened %s, which no plan lists", (_, more, name) => {
    const block = { mode: "ephemeral", type: "aws_secretsmanager_secret_version", name, provider_config_key: "aws", ...more };
    const json = plan([kube(at("GRA11"))], { configuration: { root_module: { resources: [block as never] } } });
    expect(refusedBy(judgedPlan(json), "jurisdiction/operator").map((one) => one.address)).toContain(
      `ephemeral.aws_secretsmanager_secret_version.${name}`,
    );
  });

  it("are provisioners and actions", () => {
    const json = plan([kube(at("GRA11"))], {
      action_invocations: [{ address: "action.ovh_reboot.now", type: "ovh_reboot" }],
      configuration: {
        root_module: {
          resources: [
            { mode: "managed", type: "ovh_cloud_project_kube", name: "k", provisioners: [{ type: "local-exec", expressions: {} }] },
          ],
        },
      },
    });
    expect(refusedBy(judgedPlan(json), "execution/provisioner").map((one) => one.address)).toEqual([
      "action.ovh_reboot.now",
      `${KUBE}.provisioner.local-exec`,
    ]);
  });

  it.each([
    [{ id: "p/GRA11/1" }, undefined],
    [{ id: "p/BHS5/1" }, "outside"],
    [{ unknown: true }, "undecided"],
    [{ identity: { region: "BHS5" } }, "undecided"],
  ] as const)("are imports: %j is %s", (importing, wanted) => {
    const report = judgedPlan(
      plan([kube(at("GRA11"), { change: { actions: ["no-op"], before: at("GRA11"), importing: importing as never } })]),
    );
    expect(refusedBy(report, "execution/opaque")[0]?.verdict).toBe(wanted);
  });
});

it("never prints what is sensitive", () => {
  const json = plan([
    kube({ ...at("hunter2"), name: "k" }, { change: { after_sensitive: { region: true } } }),
    change(
      "ovh_cloud_project_database.d",
      { nodes: [{ region: "hunter2" }], ip_restrictions: [{ ip: "hunter2" }] },
      { change: { after_sensitive: { nodes: [{ region: true }], ip_restrictions: true } } },
    ),
  ]);
  const report = judgedPlan(json);
  expect(report.verdict).toBe("refused");
  expect(refusedBy(report, "residency/region")).toHaveLength(2);
  expect(JSON.stringify(report.findings)).not.toContain("hunter2");
});

it("says what a plan does not carry", () => {
  expect(judgedPlan(plan([])).views).toMatchObject([{ view: "plan", origin: "plan.json", unseen: [expect.stringMatching(/backend/)] }]);
  expect(judgedPlan(plan([], { complete: false })).views[0]?.unseen).toHaveLength(2);
});

describe("what else a plan shows", () => {
  const prior = (address: string, region: string, more: { readonly [key: string]: Json } = {}): Json => ({
    address,
    mode: "managed",
    type: "ovh_cloud_project_kube",
    name: address.split(".").at(-1) ?? "",
    provider_name: "registry.terraform.io/ovh/ovh",
    values: { id: "1", ...at(region) },
    ...more,
  });
  const priorState = (...resources: readonly Json[]) => ({
    prior_state: { format_version: "1.0", values: { root_module: { resources } } },
  });

  it("judges what is there and what no change speaks of, as with -target", () => {
    const targeted = plan([kube(at("GRA11"))], priorState(prior("ovh_cloud_project_kube.other", "BHS5"), prior(KUBE, "BHS5")));
    const report = judgedPlan(targeted);
    expect(verdictOf(report, "ovh_cloud_project_kube.other")).toBe("outside");
    // Of what changes, what it will be counts.
    expect(report.resources.filter(({ address }) => address === KUBE)).toHaveLength(1);
    expect(verdict(targeted)).toBe("inside");
  });

  it("refuses to call a plan whole whose changes are missing", () => {
    const planned = {
      planned_values: {
        root_module: { child_modules: [{ address: "module.m", resources: [prior("module.m.ovh_cloud_project_kube.k", "BHS5")] }] },
      },
    };
    expect(() => judgedPlan({ ...plan([], planned) })).toThrow(/lists 1 resources as they will be, and 0 changes: a part is missing/);
    const { resource_changes: _, ...none } = plan([], planned);
    expect(() => judgedPlan(none)).toThrow(/a part is missing/);
    expect(judgedPlan(plan([kube(at("GRA11"))], planned)).resources).toHaveLength(2);
  });

  it("lists what is only opened while the plan runs, and takes nothing of it for granted", () => {
    const configuration = {
      root_module: {
        resources: [
          {
            address: "ephemeral.nobody_secret.s",
            mode: "ephemeral",
            type: "nobody_secret",
            name: "s",
            provider_config_key: "nobody",
            expressions: {},
          },
          // A managed resource of the same name is another thing.
          { address: "nobody_secret.s", mode: "managed", type: "nobody_secret", name: "s", provider_config_key: "nobody", expressions: {} },
        ],
      },
    };
    const report = judgedPlan(plan([], { configuration }));
    expect(report.resources.map(({ address }) => address)).toEqual(["ephemeral.nobody_secret.s"]);
    expect(report.verdict).toBe("refused");
  });

  it("finds the block of a provider that is made once for each region", () => {
    const configuration = (endpoint: string) => ({
      provider_config: {
        "ovh.all": {
          name: "ovh",
          alias: "all",
          full_name: "registry.opentofu.org/ovh/ovh",
          expressions: { endpoint: { constant_value: endpoint } },
        },
      },
      root_module: {
        resources: [
          {
            address: KUBE,
            mode: "managed",
            type: "ovh_cloud_project_kube",
            name: "k",
            provider_config_key: 'ovh.all["x"]',
            expressions: {},
          },
        ],
      },
    });
    const found = (endpoint: string) =>
      refusedBy(judgedPlan(plan([kube(at("GRA11"))], { configuration: configuration(endpoint) })), "jurisdiction/operator");
    expect(found("ovh-us").map(({ address }) => address)).toContain(KUBE);
    expect(found("ovh-eu")).toEqual([]);
  });

  it("is the same when it is read again", () => {
    const data: Json = {
      address: "data.nobody_x.d",
      mode: "data",
      type: "nobody_x",
      name: "d",
      provider_config_key: "nobody",
      expressions: {},
    };
    const read = readPlan(plan([kube(at("GRA11"))], { configuration: { root_module: { resources: [data] } } }), "plan.json");
    const addresses = () => [...read.subjects].map(({ address }) => address);
    expect(addresses()).toEqual(addresses());
    expect(addresses()).toContain("data.nobody_x.d");
  });

  it.each<[string, Json, string]>([
    ["a store inside", { config: { constant_value: { region: "gra", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } } } }, "inside"],
    ["a store outside", { config: { constant_value: { region: "us-east-1" } } }, "outside"],
    ["a store that a variable names", { config: { references: ["var.store"] } }, "undecided"],
    ["a store of which nothing is written: Amazon's", {}, "outside"],
    ["an expression of constants", { config: {} }, "undecided"],
  ])("judges what a targeted plan did not read by what is written: %s", (_, written, wanted) => {
    const data: Json = {
      address: "data.terraform_remote_state.o",
      mode: "data",
      type: "terraform_remote_state",
      name: "o",
      provider_config_key: "terraform",
      expressions: { backend: { constant_value: "s3" }, ...(written as object) },
    };
    const provider_config = { terraform: { name: "terraform", full_name: "terraform.io/builtin/terraform" } };
    const report = judgedPlan(plan([kube(at("GRA11"))], { configuration: { provider_config, root_module: { resources: [data] } } }));
    expect(refusedBy(report, "state/backend").find(({ address }) => address === data.address)?.verdict ?? "inside").toBe(wanted);
  });

  it("takes what has drifted as what the plan makes of it", () => {
    const drift = { resource_drift: [kube(at("GRA11"), { change: { actions: ["update"], before: at("BHS5") } })] };
    expect(verdict(plan([kube(at("BHS5"))], drift))).toBe("outside");
  });

  it("judges a resource that has moved at its new address", () => {
    const moved = kube(at("BHS5"), { previous_address: "ovh_cloud_project_kube.old", change: { actions: ["no-op"], before: at("BHS5") } });
    expect(verdict(plan([moved]))).toBe("outside");
  });
});
