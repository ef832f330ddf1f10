import { Bucket, type SovereignApp, SovereignStack } from "terroir";
import { definePolicy, defineRule, pass } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { LandingZone } from "terroir/stacks";
import { type Mutator, mutationRun, synthesized } from "terroir/testing";
import { describe, expect, it } from "vitest";
import type { Json } from "../../guard/index.ts";
import { spotsAt, withValue } from "../../testing/mutation/paths.ts";
import { KEY } from "../constructs/in-stack.ts";
import { change, plan } from "../guard/judging.ts";

const account = { project: "0".repeat(32) };
const shop = (more: object = {}) => {
  const { document } = synthesized((app: SovereignApp) => {
    new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account }), "media", more);
  });
  return document();
};

describe("a mutation run", () => {
  it("of one bucket leaves nothing alive", () => {
    const { made, problems } = mutationRun(shop());
    expect(problems).toEqual([]);
    expect(made).toMatchObject({ "moves-region": 1, "drops-encryption": 1, "moves-endpoint": 1, "clears-state": 1 });
    expect(made["makes-unknown"]).toBeGreaterThanOrEqual(2);
  });

  it("of our own landing zone leaves alive only what the policy lets be public", () => {
    const policy = definePolicy({
      parameters: { "isolation/public-address": { entrances: ["acme/primary/access"] } },
      located: { "ldp-ab-12345": "ovh:GRA11" },
    });
    const { document } = synthesized(
      (app) => {
        new LandingZone(app, "acme", {
          at: ovh("GRA11"),
          second: ovh("SBG5"),
          account,
          access: { allowedFrom: ["198.51.100.0/24"], sshKey: KEY },
          spokes: { shop: { cluster: { pools: { general: { flavour: "b3-16", nodes: { min: 3, max: 9 } } } } } },
        });
      },
      { policy },
    );
    const { made, problems } = mutationRun(document(), { policy });
    expect(problems).toEqual([expect.stringMatching(/^makes-public survives at ovh_cloud_project_instance\.primary_access_instance/)]);
    expect(made["moves-region"]).toBeGreaterThan(15);
    expect(made["opens-ingress"]).toBeGreaterThan(1);
    expect(made["makes-unknown"]).toBeGreaterThan(20);
  }, 120_000);

  it("of a plan does the same", () => {
    const storage = { service_name: "p", name: "b", region_name: "GRA", encryption: { sse_algorithm: "AES256" } };
    const json = plan([change("ovh_cloud_project_storage.b", storage)]);
    const { made, problems } = mutationRun(json as { readonly [key: string]: Json });
    expect(problems).toEqual([]);
    expect(made).toMatchObject({ "moves-region": 1, "drops-encryption": 1, "makes-unknown": 2 });
  });

  it("shows the hole in a rule that looks at the wrong thing", () => {
    const named = defineRule({
      id: "acme/buckets-are-locked",
      title: "Every bucket of ours is locked",
      why: "Ransomware deletes first.",
      on: "bucket",
      // Its author meant `locked`.
      check: (bucket) => (bucket.read("versioned", false) ? pass : { because: "is not locked", fix: "lock it" }),
      examples: { passes: { versioned: { versioned: true } }, fails: { no: { versioned: false } } },
    });
    const unlocks: Mutator = function* ({ type, body }) {
      if (type === "ovh_cloud_project_storage" && "object_lock" in body) {
        const { object_lock: _, ...open } = body;
        yield { kind: "unlocks", what: "object_lock is taken away", body: open };
      }
    };
    const locked = shop({ lock: { mode: "governance", days: 30 } });
    const policy = definePolicy({ rules: [named] });
    const { made, problems } = mutationRun(locked, { policy, more: [unlocks] });
    expect(made["unlocks"]).toBe(1);
    expect(problems).toEqual([expect.stringMatching(/^unlocks survives at ovh_cloud_project_storage\..*: object_lock is taken away$/)]);
  });

  it("learns nothing from a document that is refused, and says so", () => {
    const refused = { resource: { ovh_cloud_project_storage: { b: { region_name: "BHS" } } } };
    expect(() => mutationRun(refused)).toThrow(/refused before anything is changed/);
  });
});

describe("a path", () => {
  const body = { a: [{ b: "x", c: ["1", "2"] }, { b: "y" }], d: { e: "z" } } as const;

  it.each([
    [
      "a[].b",
      [
        ["a", 0, "b"],
        ["a", 1, "b"],
      ],
    ],
    [
      "a[].c",
      [
        ["a", 0, "c", 0],
        ["a", 0, "c", 1],
        ["a", 1, "c"],
      ],
    ],
    ["d.e", [["d", "e"]]],
    ["d[].e", [["d", "e"]]],
    ["f", [["f"]]],
  ])("%s finds what stands there", (path, at) => {
    expect(spotsAt(body, path).map((spot) => spot.at)).toEqual(at);
  });

  it("changes one value, and nothing else", () => {
    expect(withValue(body, ["a", 1, "b"], "w")).toEqual({ ...body, a: [body.a[0], { b: "w" }] });
    expect(withValue(body, ["a", 0, "c"], undefined)).toEqual({ ...body, a: [{ b: "x" }, body.a[1]] });
    expect(withValue(body, ["a", 0], undefined)).toEqual({ ...body, a: [body.a[1]] });
    expect(withValue(body, ["g", "h"], "new")).toEqual({ ...body, g: { h: "new" } });
    expect(body.a[0].c).toEqual(["1", "2"]);
  });
});
