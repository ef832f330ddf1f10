import * as ovh from "@ovhcloud/pulumi-ovh";
import { expect, it } from "vitest";
import { defaultPolicy, judge } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { openStack, pulumiEngine } from "./harness.ts";

const program = () => {
  const cluster = new ovh.cloudproject.Kube("cluster", { serviceName: "abc", region: "GRA11", name: "shop", version: "1.31" });
  const pool = new ovh.cloudproject.KubeNodePool("pool", { serviceName: "abc", kubeId: cluster.id, flavorName: "b3-8", desiredNodes: 1 });
  new ovh.cloudproject.Storage("media", { serviceName: "abc", regionName: "GRA", name: "media", encryption: { sseAlgorithm: "AES256" } });
  return { id: cluster.id, pool: pool.id };
};

it.skipIf(pulumiEngine === null)(
  "a stack lives in the rehearsal: preview, up, clean preview, drift, destroy, on the real engine",
  async () => {
    const stack = await openStack();
    try {
      const counts = (json: unknown) => (json as { readonly changeSummary?: Readonly<Record<string, number>> } | null)?.changeSummary;
      expect(counts((await stack.preview(program)).json)).toEqual({ create: 4 });
      expect((await stack.up(program)).code).toBe(0);
      expect(stack.world.size).toBe(3);
      expect(counts((await stack.preview(program)).json)).toEqual({ same: 4 });

      // Somebody changes the cluster by hand; the refresh sees it, and the next preview mends it.
      const [key = ""] = stack.world.list("ovh_cloud_project_kube")[0] ?? [];
      stack.world.drift(key, { name: "drifted" });
      expect((await stack.pulumi(["refresh", "--yes", "--skip-preview"], program)).code).toBe(0);
      expect(counts((await stack.preview(program)).json)).toEqual({ same: 3, update: 1 });

      const places = judge([readPulumi(await stack.exported(), "stack.json")], defaultPolicy, { rules: ["residency", "jurisdiction"] });
      expect(places.verdict).toBe("inside");

      // A move is a replacement: the schema does not say so, the simulated cloud does.
      const moved = () =>
        void new ovh.cloudproject.Storage("media", {
          serviceName: "abc",
          regionName: "SBG",
          name: "media",
          encryption: { sseAlgorithm: "AES256" },
        });
      expect(counts((await stack.preview(moved)).json)).toEqual({ delete: 2, replace: 1, same: 1 });

      expect((await stack.pulumi(["destroy", "--yes", "--skip-preview"], program)).code).toBe(0);
      expect(stack.world.size).toBe(0);
    } finally {
      stack.close();
    }
  },
);
