/** What protects another resource counts only where it certainly stands beside that one. */
import { expect, it } from "vitest";
import { defaultPolicy, judge, readPlan } from "../../guard/index.ts";
import { change, type Document, judged, plan } from "./judging.ts";

const kube: Document = { service_name: "abc", name: "k", region: "GRA11", private_network_id: "n" };
const list = (kube_id: string, more: Document = {}): Document => ({ service_name: "abc", kube_id, ips: ["10.0.0.0/8"], ...more });
const K = "ovh_cloud_project_kube";
const L = "ovh_cloud_project_kube_iprestrictions";
const ON = "${var.on ? 1 : 0}";

const verdicts = (kubes: Document, lists: Document, more: Document = {}): string => {
  const document = { variable: { on: { type: "bool" }, names: { type: "set(string)" } }, resource: { [K]: kubes, [L]: lists }, ...more };
  const { resources } = judged(document, defaultPolicy, { rules: ["isolation/ingress"] });
  return resources
    .filter(({ type }) => type === K)
    .map(({ verdict }) => verdict)
    .join(" ");
};

it.each<[string, Document, Document, string]>([
  ["one that is there", { k: kube }, { r: list(`\${${K}.k.id}`) }, "inside"],
  ["one that another run may not make", { k: kube }, { r: list(`\${${K}.k.id}`, { count: ON }) }, "undecided"],
  ["one for each of what nobody knows", { k: kube }, { r: list(`\${${K}.k.id}`, { for_each: "${var.names}" }) }, "undecided"],
  ["one for each of many", { k: kube }, { r: list(`\${${K}.k.id}`, { count: 100 }) }, "inside"],
  ["one that is made as often", { k: { ...kube, count: ON } }, { r: list(`\${${K}.k[0].id}`, { count: ON }) }, "inside"],
  [
    "one that is made where there is none",
    { k: { ...kube, count: ON } },
    { r: list(`\${${K}.k[0].id}`, { count: "${var.on ? 0 : 1}" }) },
    "undecided",
  ],
  ["one of either", { k: kube, l: kube }, { r: list(`\${var.on ? ${K}.k.id : ${K}.l.id}`) }, "undecided undecided"],
  ["one of each", { k: kube, l: kube }, { r: list(`\${${K}.k.id}`), s: list(`\${${K}.l.id}`) }, "inside inside"],
])("%s", (_, kubes, lists, verdict) => {
  expect(verdicts(kubes, lists)).toBe(verdict);
});

it("is of neither, where a plan says that it refers to both", () => {
  const unknown = { change: { after_unknown: { kube_id: true, id: true } } } as never;
  const kubes = ["k", "l"].map((name) => change(`${K}.${name}`, kube, { change: { after_unknown: { id: true } } } as never));
  const said = plan([...kubes, change(`${L}.r`, { service_name: "abc", ips: ["10.0.0.0/8"] }, unknown)], {
    configuration: {
      root_module: {
        resources: [
          ...["k", "l"].map((name) => ({ address: `${K}.${name}`, mode: "managed", type: K, name, expressions: {} })),
          {
            address: `${L}.r`,
            mode: "managed",
            type: L,
            name: "r",
            expressions: { kube_id: { references: ["var.on", `${K}.k.id`, `${K}.k`, `${K}.l.id`, `${K}.l`] } },
          },
        ],
      },
    },
  });
  const { resources } = judge([readPlan(said, "plan.json")], defaultPolicy, { rules: ["isolation/ingress"] });
  expect(resources.filter(({ type }) => type === K).map(({ verdict }) => verdict)).toEqual(["undecided", "undecided"]);
});
