import { describe, expect, it } from "vitest";
import { defaultPolicy, judge, readPlan } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { change, judgedPlan, plan, refusedBy } from "../judging.ts";
import { at, KUBE, kube } from "./kube.ts";

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

describe("a plan of a part", () => {
  const part = { ...plan([kube(at("GRA11"))], { complete: false }) };
  it.each(["residency", "jurisdiction"])("is undecided for whoever asks for %s", (family) => {
    const report = judge([readPlan(part, "plan.json")], defaultPolicy, { asOf: "2026-11-23", rules: [family] });
    expect(report.findings.filter(({ address }) => address === "the rest of plan.json").map((one) => one.verdict)).toEqual(["undecided"]);
    expect(report.verdict).toBe("refused");
  });
  const isPart = (json: Json, partial = false): boolean =>
    [...readPlan(json, "plan.json", { partial }).subjects].some(({ kind }) => kind === "remainder");
  it("is judged as such by whoever asked for a part", () => expect(isPart(part, true)).toBe(false));
  it.each([[{ complete: true }], [{}], [{ complete: null }]])("is none where the engine says %j", (said) => {
    expect(isPart(part)).toBe(true);
    expect(isPart(plan([kube(at("GRA11"))], said))).toBe(false);
  });
  it("is no plan where the engine failed", () => {
    expect(() => judgedPlan({ ...part, errored: true })).toThrow(/a run that failed/);
  });
});
