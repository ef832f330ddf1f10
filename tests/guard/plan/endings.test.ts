import { describe, expect, it } from "vitest";
import { defaultPolicy, judge, readPlan } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { AS_OF, change, type Document, plan } from "../judging.ts";
import { at, configured, KUBE, kube, OVH } from "./kube.ts";

const AWS = "registry.terraform.io/hashicorp/aws";
const BUCKET = "aws_s3_bucket.b";
const AMI = "data.aws_ami.a";
const amazon = { name: "aws", full_name: AWS, expressions: { region: { constant_value: "us-east-1" } } };

const bucket = (actions: readonly string[], more: Document = {}, address = BUCKET): Json =>
  change(address, actions.includes("delete") && actions.length === 1 ? null : { bucket: "b" }, {
    provider_name: AWS,
    ...more,
    change: { actions, before: { bucket: "b" } },
  });
const gone = bucket(["delete"]);
const read = change(AMI, { id: "ami-1" }, { mode: "data", provider_name: AWS, address: AMI, change: { actions: ["read"] } });
const was = (address: string, mode = "managed"): Json => {
  const [type = "", name = ""] = address.replace("data.", "").split(".");
  return { address, mode, type, name, provider_name: AWS, values: { id: "1" } };
};
const prior = (...resources: readonly Json[]): Document => ({ prior_state: { values: { root_module: { resources } } } });
const aws = (address: string) => configured(address, {}, { provider_config_key: "aws" });
const stays = kube(at("GRA11"), { change: { actions: ["no-op"], before: at("GRA11") } });
const kept = configured(KUBE);

/** What rules on places and operators say of all that is Amazon's. */
function amazons(
  changes: readonly Json[],
  blocks: readonly Json[],
  more: Document = {},
  listed: Json = amazon,
): Readonly<Record<string, string>> {
  const json = plan(changes, {
    configuration: { provider_config: { ...OVH, aws: listed }, root_module: { resources: blocks } },
    ...more,
  });
  const { resources } = judge([readPlan(json, "plan.json")], defaultPolicy, { asOf: AS_OF, rules: ["residency", "jurisdiction"] });
  return Object.fromEntries(resources.flatMap(({ address, verdict }) => (/aws/.test(address) ? [[address, verdict]] : [])));
}

const left = "not-applicable";

describe("whoever moves away from an operator", () => {
  it.each<[string, readonly Json[], readonly Json[], Document]>([
    ["destroys everything (plan -destroy)", [gone], [aws(BUCKET)], prior(was(BUCKET))],
    ["destroys what the code has no more", [gone], [], {}],
    ["destroys what the code has none of", [bucket(["delete"], {}, `${BUCKET}[0]`)], [aws(BUCKET)], {}],
    ["keeps what is elsewhere", [gone, stays], [kept], {}],
    ["makes something elsewhere", [gone, kube(at("GRA11"))], [kept], {}],
    ["destroys what was left of a replacement", [bucket(["delete"], { deposed: "abc" })], [], {}],
  ])("%s", (_, changes, blocks, more) => {
    expect(Object.values(amazons(changes, blocks, more))).toEqual([left, left]);
    expect(Object.values(amazons(changes, blocks, more, { name: "aws", full_name: AWS }))).toEqual([left, left]);
  });

  it("has looked something up for it, where everything goes", () => {
    const all = amazons([gone], [aws(BUCKET), aws(AMI)], prior(was(BUCKET), was(AMI, "data")));
    expect(all).toEqual({ [BUCKET]: left, [AMI]: left, "provider.aws": left });
  });

  it("has read the state of another stack for it", () => {
    const values = { backend: "s3", config: { bucket: "b", key: "k", region: "us-east-1" } };
    const remote = {
      ...(was("data.terraform_remote_state.r", "data") as Document),
      provider_name: "terraform.io/builtin/terraform",
      values,
    };
    const refusals = (...changes: readonly Json[]) =>
      judge([readPlan(plan(changes, { ...prior(was(BUCKET), remote) }), "plan.json")], defaultPolicy, { asOf: AS_OF }).findings.filter(
        ({ address, verdict }) => address === "data.terraform_remote_state.r" && verdict !== "inside",
      ).length;
    expect(refusals(gone)).toBe(0);
    expect(refusals(gone, stays)).toBeGreaterThan(0);
  });

  it.each<[string, readonly Json[], readonly Json[], Document]>([
    ["something stays as it is", [gone, bucket(["no-op"], {}, "aws_s3_bucket.c")], [aws("aws_s3_bucket.c")], {}],
    ["something is made anew", [bucket(["delete", "create"])], [aws(BUCKET)], {}],
    ["something is let go", [gone, bucket(["forget"], {}, "aws_s3_bucket.c")], [], {}],
    ["something is made by an action that no engine has yet", [gone, bucket(["teleport"], {}, "aws_s3_bucket.c")], [], {}],
    ["nothing is destroyed", [stays], [kept], {}],
    ["nothing is done at all", [], [], {}],
    ["something is looked up for what stays", [gone, stays], [kept, aws(AMI)], prior(was(AMI, "data"))],
    ["something is looked up when it is applied", [gone, read], [aws(AMI)], {}],
    ["there may be something another time", [gone, stays], [kept, aws("aws_s3_bucket.c")], {}],
    ["something is opened for a run", [gone, stays], [kept, aws("ephemeral.aws_secretsmanager_secret_version.e")], {}],
    ["something is put off", [gone], [], { deferred_changes: [{ reason: "unknown", resource_change: bucket(["create"]) }] }],
    [
      "an action is run",
      [gone],
      [],
      { action_invocations: [{ address: "action.aws_lambda_invoke.x", type: "aws_lambda_invoke", provider_name: AWS }] },
    ],
    ["something is there of which the plan says no change", [gone], [aws(BUCKET), aws("aws_s3_bucket.c")], prior(was("aws_s3_bucket.c"))],
    ["nobody says whose something is", [gone, bucket(["no-op"], { provider_name: null as never }, "aws_s3_bucket.c")], [], {}],
  ])("is refused where %s", (_, changes, blocks, more) => {
    expect(amazons(changes, blocks, more)["provider.aws"]).toBe("outside");
  });

  it("is refused what runs here, whatever it is for", () => {
    const values = { ...(was("data.external.e", "data") as Document), provider_name: "registry.terraform.io/hashicorp/external" };
    const json = plan([gone], {
      configuration: { root_module: { resources: [configured("data.external.e")] } },
      ...prior(was(BUCKET), values),
    });
    const { findings } = judge([readPlan(json, "plan.json")], defaultPolicy, { asOf: AS_OF, rules: ["execution"] });
    expect(findings.filter(({ verdict }) => verdict !== "inside").map(({ address }) => address)).toContain("data.external.e");
  });
});

describe("what is there", () => {
  const verdictOf = (json: Document) =>
    judge([readPlan(json, "plan.json")], defaultPolicy, { asOf: AS_OF, rules: ["residency"] }).resources.find((one) => one.address === KUBE)
      ?.verdict;
  const ovh = (region: string) => ({ ...(was(KUBE) as Document), provider_name: "registry.terraform.io/ovh/ovh", values: at(region) });
  const moved = kube(at("BHS5"), { change: { actions: ["update"], before: at("GRA11") } });

  it.each<[string, Document, string]>([
    ["a run that only looks, and finds it outside", { ...prior(ovh("BHS5")), resource_drift: [moved] }, "outside"],
    ["one of which the state before says otherwise", { ...prior(ovh("GRA11")), resource_drift: [moved] }, "outside"],
    ["one that finds nothing changed", prior(ovh("BHS5")), "outside"],
    ["one that finds it inside", prior(ovh("GRA11")), "inside"],
  ])("%s (plan -refresh-only)", (_, more, expected) => {
    const json = { ...plan([], { configuration: { provider_config: OVH, root_module: { resources: [kept] } }, ...more }) };
    expect(verdictOf(json)).toBe(expected);
  });

  it.each([
    ["forget", "create"],
    ["create", "forget"],
  ])("goes on existing where it is replaced and let go: %s, %s", (...actions) => {
    const json = plan([kube(at("GRA11"), { change: { actions, before: at("BHS5") } })]);
    const { findings } = judge([readPlan(json, "plan.json")], defaultPolicy, { asOf: AS_OF, rules: ["residency"] });
    expect(findings.filter(({ verdict }) => verdict === "outside").map(({ address }) => address)).toEqual([
      `${KUBE} (the object that it replaces)`,
    ]);
    const inside = plan([kube(at("GRA11"), { change: { actions, before: at("SBG5") } })]);
    expect(judge([readPlan(inside, "plan.json")], defaultPolicy, { asOf: AS_OF, rules: ["residency"] }).verdict).toBe("inside");
  });

  const open = { region: true, id: true };
  it.each<[string, readonly string[], Json, Document, string]>([
    ["changed in place, and outside before", ["update"], at("BHS5"), {}, "outside"],
    ["changed in place, and inside before", ["update"], at("GRA11"), {}, "inside"],
    ["changed in place, by a variable", ["update"], at("GRA11"), { region: { references: ["var.r"] } }, "undecided"],
    ["made anew, outside before", ["delete", "create"], at("BHS5"), {}, "undecided"],
    ["made", ["create"], null, {}, "undecided"],
  ])("has its place told anew: %s", (_, actions, before, expressions, expected) => {
    const { region: _region, ...after } = at("");
    const json = plan([kube(after, { change: { actions, before, after_unknown: open } })], {
      configuration: { provider_config: OVH, root_module: { resources: [configured(KUBE, expressions)] } },
    });
    expect(verdictOf(json)).toBe(expected);
  });

  it("never prints what was sensitive before", () => {
    const { region: _region, ...after } = at("");
    const secret = { actions: ["update"], before: at("hunter2"), before_sensitive: { region: true }, after_unknown: open };
    const report = judge([readPlan(plan([kube(after, { change: secret })]), "plan.json")], defaultPolicy, { asOf: AS_OF });
    expect(report.verdict).toBe("refused");
    expect(JSON.stringify(report.findings)).not.toContain("hunter2");
  });
});

it.each<[Document, string]>([
  [{ query_results: [{ type: "aws_instance" }] }, "query_results in plan.json"],
  [{ configuration: { root_module: { lists: [{ type: "aws_instance" }] } } }, "configuration.root_module.lists in plan.json"],
  [{ configuration: { root_module: {}, stores: { aws: {} } } }, "configuration.stores in plan.json"],
  [
    { configuration: { root_module: { module_calls: { m: { source: "./m", module: { machines: [{}] } } } } } },
    "configuration.module.m.machines in plan.json",
  ],
])("refuses by name what a newer engine may say: %j", (more, address) => {
  const { findings } = judge([readPlan(plan([stays], more), "plan.json")], defaultPolicy, { asOf: AS_OF, rules: ["residency"] });
  expect(findings.filter((one) => one.address === address).map((one) => one.verdict)).toEqual(["undecided"]);
});

it.each<[string, Document]>([
  ["what a newer engine has nothing to say of", { query_results: [], notes: {}, provisional: false, comment: null }],
  ["actions that are written and not invoked", { configuration: { root_module: { actions: [{ address: "action.x.y" }] } } }],
  [
    "the identity of what is there",
    prior({
      ...(was("ovh_cloud_project_kube.l") as Document),
      provider_name: "registry.terraform.io/ovh/ovh",
      values: at("GRA11"),
      identity: { id: "1" },
    }),
  ],
  ["checks, outputs and a time", { checks: [{ status: "fail" }], output_changes: {}, timestamp: "2026-11-29T00:00:00Z", applyable: false }],
])("passes %s", (_, more) => {
  const { verdict } = judge([readPlan(plan([stays], more), "plan.json")], defaultPolicy, { asOf: AS_OF, rules: ["residency"] });
  expect(verdict).toBe("inside");
});
