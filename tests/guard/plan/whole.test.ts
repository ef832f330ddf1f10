import { describe, expect, it } from "vitest";
import { readPlan } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { judgedPlan, plan, refusedBy, verdictOf } from "../judging.ts";
import { at, configured, KUBE, kube, verdict } from "./kube.ts";

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
          configured("ephemeral.nobody_secret.s", {}, { provider_config_key: "nobody" }),
          // A managed resource of the same name is another thing.
          configured("nobody_secret.s", {}, { provider_config_key: "nobody" }),
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
        resources: [configured(KUBE, {}, { provider_config_key: 'ovh.all["x"]' })],
      },
    });
    const found = (endpoint: string) =>
      refusedBy(judgedPlan(plan([kube(at("GRA11"))], { configuration: configuration(endpoint) })), "jurisdiction/operator");
    expect(found("ovh-us").map(({ address }) => address)).toContain(KUBE);
    expect(found("ovh-eu")).toEqual([]);
  });

  it("is the same when it is read again", () => {
    const data = configured("data.nobody_x.d", {}, { provider_config_key: "nobody" });
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
    const data = configured(
      "data.terraform_remote_state.o",
      { backend: { constant_value: "s3" }, ...(written as object) },
      { provider_config_key: "terraform" },
    );
    const provider_config = { terraform: { name: "terraform", full_name: "terraform.io/builtin/terraform" } };
    const report = judgedPlan(plan([kube(at("GRA11"))], { configuration: { provider_config, root_module: { resources: [data] } } }));
    expect(refusedBy(report, "state/backend").find(({ address }) => address === data.address)?.verdict ?? "inside").toBe(wanted);
  });

  it.each<[string, Json, string]>([
    ["a block that is not written", {}, "undecided"],
    ["a block that is written: others may stand beside it", { site: [{ region: { constant_value: "GRA11" } }] }, "undecided"],
    ["an attribute", { site: { constant_value: { region: "GRA11" } } }, "known"],
  ])("does not take for absent what a dynamic block of a data source that was not read may write: %s", (_, expressions, wanted) => {
    const data = configured("data.ovh_x.d", expressions);
    const found = [...readPlan(plan([], { configuration: { root_module: { resources: [data] } } }), "plan.json").subjects].find(
      ({ address }) => address === "data.ovh_x.d",
    );
    expect(found?.read("site.region").map(({ value }) => value.kind)).toEqual([wanted === "undecided" ? "unknown" : wanted]);
    expect(found?.read("region").map(({ value }) => value.kind)).toEqual(["absent"]);
  });

  it("judges what has drifted outside, and what nothing else speaks of", () => {
    const moved = (after: Json, more: { readonly [key: string]: Json } = {}) => ({
      resource_drift: [kube(after, { change: { actions: ["update"], before: at("GRA11") }, ...more })],
    });
    expect(verdict(plan([], moved(at("BHS5"))))).toBe("outside");
    expect(verdict(plan([], moved(at("GRA11"))))).toBe("inside");
    // What has gone is nowhere, and what a plan moves back is where it will be.
    expect(verdict(plan([], moved(null)))).toBe("inside");
    expect(verdict(plan([kube(at("GRA11"), { change: { actions: ["update"], before: at("BHS5") } })], moved(at("BHS5"))))).toBe("inside");
    const known = { ...moved(at("BHS5")), ...priorState(prior(KUBE, "BHS5")) };
    expect(judgedPlan(plan([], known)).resources.filter(({ address }) => address === KUBE)).toHaveLength(1);
    expect(
      verdict(
        plan([kube(null, { deposed: "a", change: { actions: ["delete"], before: at("BHS5") } })], moved(at("BHS5"), { deposed: "a" })),
      ),
    ).toBe("inside");
  });

  it("takes what has drifted as what the plan makes of it", () => {
    const drift = { resource_drift: [kube(at("GRA11"), { change: { actions: ["update"], before: at("BHS5") } })] };
    const back = kube(at("BHS5"), { change: { actions: ["update"], before: at("GRA11") } });
    expect(verdict(plan([back], drift))).toBe("outside");
  });

  it.each([
    ["makes what has drifted", ["create"], at("BHS5"), {}, /makes ovh_cloud_project_kube.k anew, and says that it is there already/],
    ["makes it, whatever is said of where it is", ["create"], at("GRA11"), {}, /neither can be judged/],
    ["makes it after it has gone", ["create"], null, {}, undefined],
    ["makes it beside what was replaced before", ["create"], at("BHS5"), { deposed: "a" }, undefined],
    ["deletes it first", ["delete", "create"], at("BHS5"), {}, undefined],
  ] as const)("is one story or none: %s", (_, actions, after, more, wanted) => {
    const drift = kube(after, { change: { actions: ["update"], before: at("GRA11") }, ...more });
    const json = plan([kube(at("GRA11"), { change: { actions, before: null } })], { resource_drift: [drift] });
    if (wanted === undefined) expect(() => judgedPlan(json)).not.toThrow();
    else expect(() => judgedPlan(json)).toThrow(wanted);
  });

  it("judges a resource that has moved at its new address", () => {
    const moved = kube(at("BHS5"), { previous_address: "ovh_cloud_project_kube.old", change: { actions: ["no-op"], before: at("BHS5") } });
    expect(verdict(plan([moved]))).toBe("outside");
  });
});
