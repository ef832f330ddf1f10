import { describe, expect, it } from "vitest";
import { change, judgedPlan, plan, refusedBy, verdictOf } from "../judging.ts";
import { at, configured, KUBE, kube, POOL, verdict } from "./kube.ts";

describe("what a change says", () => {
  it.each([
    ["a creation", kube(at("BHS5")), "outside"],
    ["an update", kube(at("BHS5"), { change: { actions: ["update"], before: at("GRA11") } }), "outside"],
    ["a replacement", kube(at("BHS5"), { change: { actions: ["delete", "create"], before: at("GRA11") } }), "outside"],
    ["nothing to do", kube(at("BHS5"), { change: { actions: ["no-op"], before: at("BHS5") } }), "outside"],
    ["an import", kube(at("BHS5"), { change: { actions: ["no-op"], before: at("BHS5"), importing: { id: "x" } } }), "outside"],
    ["an action that no engine has yet", kube(at("BHS5"), { change: { actions: ["teleport"] } }), "outside"],
    ["an end", kube(null, { change: { actions: ["delete"], before: at("BHS5") } }), "inside"],
    // It goes on existing there, and nobody looks at it any more.
    ["a farewell", kube(null, { change: { actions: ["forget"], before: at("BHS5") } }), "outside"],
    ["a farewell to what is inside", kube(null, { change: { actions: ["forget"], before: at("GRA11") } }), "inside"],
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

  it("asks of what is let go where it is, and under whom, and nothing else", () => {
    const bucket = { name: "b", region_name: "GRA", service_name: "p" };
    const actions = (...all: string[]) =>
      judgedPlan(plan([change("ovh_cloud_project_storage.b", null, { change: { actions: all, before: bucket } })]));
    expect(actions("forget").findings.filter(({ verdict: one }) => one !== "inside" && one !== "not-applicable")).toEqual([]);
    const elsewhere = change("aws_s3_bucket.b", null, {
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: { actions: ["forget"], before: { bucket: "b" } },
    });
    expect(refusedBy(judgedPlan(plan([elsewhere])), "jurisdiction/operator").map(({ address }) => address)).toContain("aws_s3_bucket.b");
  });

  it.each([
    ["read, outside", { region: "BHS5" }, {}, "outside"],
    ["read, inside", { region: "GRA11" }, {}, "inside"],
    ["read, and nothing told", {}, { region: true }, "inside"],
    ["read, by a code that nobody knows", { region: "rehearsal-1" }, {}, "inside"],
  ] as const)("judges a data source by the region that it tells: %s", (_, told, unknown, wanted) => {
    const data = change(
      "ovh_cloud_project_kube.d",
      { service_name: "p", kube_id: "x", ...told },
      {
        address: "data.ovh_cloud_project_kube.d",
        mode: "data",
        change: { actions: ["read"], after_unknown: unknown },
      },
    );
    expect(verdict(plan([data]), "data.ovh_cloud_project_kube.d")).toBe(wanted);
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
    const pool = change(POOL, { kube_id: "1", name: "p" }, {});
    const json = plan([pool], {
      prior_state: { values },
      configuration: {
        root_module: {
          resources: [configured(POOL, { kube_id: { references: ["data.ovh_cloud_project_kube.d.id", "data.ovh_cloud_project_kube.d"] } })],
        },
      },
    });
    expect(verdict(json, POOL)).toBe("outside");
  });
});
