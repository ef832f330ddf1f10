import { describe, expect, it } from "vitest";
import type { Json } from "../../../guard/values/json.ts";
import { isMadeOf } from "../../../guard/views/made-of.ts";
import { change, plan } from "../judging.ts";
import { at, KUBE, kube, verdict } from "./kube.ts";

const POOL = "ovh_cloud_project_kube_nodepool.p";
const of = (kube_id: Json, references: readonly string[], kept: { readonly [key: string]: Json } = {}) =>
  verdict(
    {
      ...plan([
        kube({ ...at("GRA11"), id: "abc-1", control_plane_id: "cp-1", labels: { other: "1234" }, ...kept }),
        change(POOL, { name: "p", kube_id }),
      ]),
      configuration: {
        root_module: {
          resources: [
            { mode: "managed", type: "ovh_cloud_project_kube", name: "k", expressions: { region: {}, labels: {} } },
            { mode: "managed", type: "ovh_cloud_project_kube_nodepool", name: "p", expressions: { kube_id: { references } } },
          ],
        },
      },
    },
    POOL,
  );

describe("what is known of a parent by now", () => {
  const id = [`${KUBE}.id`, KUBE];
  it.each<[string, Json, readonly string[], string]>([
    ["the parent's id", "abc-1", id, "inside"],
    ["a part of another attribute that the provider gives", "gra/cp-1", [`${KUBE}.control_plane_id`, KUBE], "inside"],
    ["made of the id", "project/abc-1", id, "inside"],
    ["one of all of them", "abc-1", [KUBE], "inside"],
    ["a literal that a condition hides", "1234", id, "undecided"],
    ["a literal that holds the id by chance", "xabc-1", id, "undecided"],
    ["a literal that the author wrote into the parent", "1234", [KUBE], "undecided"],
    ["nothing", "", id, "undecided"],
  ])("%s", (_, kube_id, references, wanted) => {
    expect(of(kube_id, references)).toBe(wanted);
  });

  it("is nobody's while the parent's own is not known", () => {
    expect(of("abc-1", id, { id: null })).toBe("undecided");
  });
});

it.each<[string, Json, boolean]>([
  ["a", "a", true],
  ["7", 7, true],
  ["a", "x/a", true],
  ["x:a", "a", true],
  ["a", ["b", { c: ["a"] }], true],
  ["a", "ab", false],
  ["a-b", "a", false],
  ["", "", false],
  ["a", null, false],
])("%j of %j: %s", (text, value, wanted) => {
  expect(isMadeOf(text, value)).toBe(wanted);
});
