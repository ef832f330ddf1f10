import { describe, expect, it } from "vitest";
import { defaultPolicy, judge, readState } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";

const one = (type: string, values: Json, more: { readonly [key: string]: Json } = {}) => ({
  address: `${type}.r`,
  mode: "managed",
  type,
  name: "r",
  provider_name: "registry.opentofu.org/ovh/ovh",
  values,
  ...more,
});
const state = (...resources: readonly Json[]): Json => ({
  format_version: "1.0",
  terraform_version: "1.12.6",
  values: { root_module: { resources } },
});
const judged = (json: Json, rules?: readonly string[]) =>
  judge([readState(json, "state.json")], defaultPolicy, { asOf: "2026-11-23", ...(rules && { rules }) });

describe("a state", () => {
  it("is judged like what was planned", () => {
    const report = judged(state(one("ovh_cloud_project_kube", { id: "1", region: "BHS5" })), ["residency"]);
    expect(report.findings[0]).toMatchObject({ rule: "residency/region", verdict: "outside", value: "BHS5" });
  });

  it("judges what was replaced and is still there, under its own key", () => {
    const now = one("ovh_cloud_project_kube", { id: "1", region: "GRA11" });
    const before = one("ovh_cloud_project_kube", { id: "2", region: "BHS5" }, { deposed_key: "ab12" });
    const { resources } = judged(state(now, before), ["residency"]);
    expect(resources.map(({ address, verdict }) => `${address}: ${verdict}`)).toEqual([
      "ovh_cloud_project_kube.r: inside",
      "ovh_cloud_project_kube.r (deposed object ab12): outside",
    ]);
  });

  it("finds parents by their ids", () => {
    const pool = (kube_id: string) => one("ovh_cloud_project_kube_nodepool", { id: "2", kube_id });
    const verdict = (kube_id: string, region: string) =>
      judged(state(one("ovh_cloud_project_kube", { id: "1", region }), pool(kube_id)), ["residency"]).resources.find((r) =>
        r.type.endsWith("nodepool"),
      )?.verdict;
    expect([verdict("1", "GRA11"), verdict("1", "BHS5"), verdict("other", "GRA11")]).toEqual(["inside", "outside", "undecided"]);
  });

  it("walks child modules, and keeps what is sensitive to itself", () => {
    const child = {
      address: "module.m",
      resources: [
        {
          ...one("ovh_cloud_project_kube", { region: "hunter2" }, { sensitive_values: { region: true } }),
          address: "module.m.ovh_cloud_project_kube.r",
        },
      ],
    };
    const report = judged({ format_version: "1.0", values: { root_module: { child_modules: [child] } } });
    expect(report.resources[0]).toMatchObject({ address: "module.m.ovh_cloud_project_kube.r", verdict: "outside" });
    expect(JSON.stringify(report.findings)).not.toContain("hunter2");
  });

  it("says what it does not carry", () => {
    expect(judged(state()).views[0]?.unseen).toHaveLength(3);
    expect(judged({ format_version: "1.0" }).resources).toEqual([]);
  });

  it.each([
    [{ version: 4, serial: 1, lineage: "x", resources: [] }, /own state file/],
    [{}, /no format_version/],
    [{ format_version: "9.0" }, /state format 9\.0/],
    [state({ type: "x" }), /resource 0 of the root module has no address/],
  ] as const)("that is none is answered in words: %j", (json, message) => {
    expect(() => [...readState(json as Json, "state.json").subjects]).toThrow(message);
  });
});
