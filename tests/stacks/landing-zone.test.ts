import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { overlaps, parseCidr } from "../../clouds/contract/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import { Bucket, Network, Refusal, SovereignApp } from "../../constructs/index.ts";
import { definePolicy } from "../../guard/index.ts";
import { LandingZone, type LandingZoneProps, type SpokeProps, type Topology } from "../../stacks/index.ts";
import { KEY, refusal } from "../constructs/in-stack.ts";
import { wholeLife } from "./whole-life.ts";

const scratch = mkdtempSync(join(tmpdir(), "terroir-stacks-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let runs = 0;
const policy = definePolicy({
  parameters: { "isolation/public-address": { entrances: ["acme/primary/access"] } },
  located: { "ldp-ab-12345": "ovh:GRA11" },
});

const full: Readonly<Record<string, SpokeProps>> = {
  shop: {
    cluster: { pools: { general: { flavour: "b3-16", nodes: { min: 3, max: 9 } } } },
    database: { engine: "postgresql", version: "17", databases: ["orders"] },
    secrets: { "payment-key": "outside" },
  },
  analytics: { database: { engine: "opensearch", version: "2" } },
};

function zone(props: Partial<LandingZoneProps> = {}, guard = policy) {
  const outdir = join(scratch, `${runs++}`);
  const app = new SovereignApp({ outdir, policy: guard });
  const made = new LandingZone(app, "acme", {
    at: ovh("GRA11"),
    second: ovh("SBG5"),
    account: { project: "0".repeat(32) },
    access: { allowedFrom: ["198.51.100.0/24"], sshKey: KEY },
    ...props,
  });
  return { app, made, folder: join(outdir, "stacks", "acme") };
}

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

function synthesized(props: Partial<LandingZoneProps> = {}) {
  const { app, folder } = zone(props);
  app.synth();
  const text = readFileSync(join(folder, "cdk.tf.json"), "utf8");
  const resources = (JSON.parse(text) as { resource: Resources }).resource;
  return { text, folder, all: (type: string) => Object.values(resources[type] ?? {}) };
}

const subnetsOf = ({ all }: ReturnType<typeof synthesized>) =>
  all("ovh_cloud_network_private_vrack_subnet").map(({ cidr }) => String(cidr));

describe("topology", () => {
  it("puts a network of its own around the hub for each deployment", () => {
    const written = synthesized({ spokes: full });
    const networks = written.all("ovh_cloud_network_private_vrack");
    expect(networks.map(({ name }) => name).sort()).toEqual([
      "acme-primary-analytics",
      "acme-primary-hub",
      "acme-primary-shop",
      "acme-secondary-recovery",
    ]);
    expect(new Set(networks.map(({ vlan_id }) => vlan_id)).size).toBe(4);
    const hub = written.all("ovh_cloud_gateway").find(({ name }) => name === "acme-primary-hub-gateway");
    expect(hub?.["subnet_ids"]).toHaveLength(3);
    expect(written.all("ovh_cloud_gateway")).toHaveLength(2);
  });

  it("puts a subnet of one network for each deployment, when it stands alone", () => {
    const written = synthesized({ spokes: full, topology: "standalone" });
    expect(
      written
        .all("ovh_cloud_network_private_vrack")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["acme-primary-network", "acme-secondary-recovery"]);
    expect(subnetsOf(written)).toHaveLength(4);
  });

  it.each<Topology>(["hub-and-spoke", "standalone"])("never lets two subnets overlap: %s", (topology) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (count) => {
        const spokes = Object.fromEntries(Array.from({ length: count }, (_, n) => [`team-${n}`, {}]));
        const { made } = zone({ spokes, topology });
        const networks = [...new Set([...made.networks.values(), made.recovery])];
        const cidrs = networks.flatMap(({ subnets }) => subnets.map(({ cidr }) => parseCidr(cidr)));
        for (const [n, a] of cidrs.entries()) for (const b of cidrs.slice(n + 1)) expect(overlaps(a, b)).toBe(false);
      }),
      { numRuns: 6 },
    );
  });

  it("takes its widths from a plan that is narrow", () => {
    const { made } = zone({ spokes: { shop: {} }, topology: "standalone", addresses: "10.64.0.0/23" });
    const network = made.networks.get("hub");
    expect(network?.cidr).toBe("10.64.0.0/24");
    expect(network?.subnets.map(({ cidr }) => cidr)).toEqual(["10.64.0.0/28", "10.64.0.16/28"]);
    expect(made.recovery.cidr).toBe("10.64.1.0/24");
  });

  it("moves nothing that stands when a deployment is added", () => {
    const before = zone({ spokes: { shop: {} } }).made;
    const after = zone({ spokes: { shop: {}, analytics: {} } }).made;
    for (const name of ["hub", "shop"]) expect(after.networks.get(name)?.cidr).toBe(before.networks.get(name)?.cidr);
    expect(after.recovery.cidr).toBe(before.recovery.cidr);
  });

  it("refuses a network that would overlap", () => {
    const { made } = zone();
    expect(refusal(() => new Network(made.primary, "mine", { addresses: "10.64.128.0/17" }))).toBe(
      'acme/primary/mine: its addresses 10.64.128.0/17 overlap 10.64.0.0/16 of acme/primary/hub. Give each network addresses of its own, best from one plan: const plan = new AddressPlan("10.0.0.0/8"), then { addresses: plan.allocate("mine", 16) }; or say { isolated: true } if the two will never meet.',
    );
  });

  it("refuses more networks than the plan holds", () => {
    expect(refusal(() => zone({ addresses: "10.64.0.0/15", spokes: full }))).toBe(
      'Address plan acme/primary has no free /16 for "shop". Given so far: hub 10.64.0.0/16. Ask for a smaller block, or start from a larger plan.',
    );
  });

  it("refuses a deployment that has the hub's name", () => {
    expect(refusal(() => zone({ spokes: { hub: {} } }))).toMatch(/^Address plan acme\/primary has given "hub" 10\.64\.0\.0\/16 already\./);
  });
});

describe("places", () => {
  it("refuses a second place in the same city", () => {
    expect(refusal(() => zone({ second: ovh("GRA9") }))).toMatch(
      /^acme: \{ at: ovh:GRA11 \} and \{ second: ovh:GRA9 \} are both in Gravelines: what destroys one destroys the copies\. Choose a second place elsewhere, in the same country .*SBG5.*\.$/,
    );
  });

  it("does not compile outside the Union", () => {
    // @ts-expect-error BHS5 is in Canada
    expect(() => zone({ at: ovh("BHS5") })).toThrow();
    // @ts-expect-error said aloud, and refused all the same
    expect(() => zone({ second: ovh.outsideEu("BHS5") })).toThrow();
  });

  it("keeps a copy of every bucket at the second place", () => {
    const buckets = synthesized({ spokes: full }).all("ovh_cloud_project_storage");
    const copies = buckets.filter(({ region_name }) => region_name === "SBG");
    expect(buckets.filter(({ region_name }) => region_name === "GRA")).toHaveLength(copies.length);
    for (const bucket of buckets)
      if (bucket["region_name"] === "GRA") expect(bucket).toMatchObject({ replication: { rules: [{ destination: { region: "SBG" } }] } });
  });

  it("keeps backups of every database there too", () => {
    for (const database of synthesized({ spokes: full }).all("ovh_cloud_project_database"))
      expect(database["backup_regions"]).toEqual(["GRA", "SBG"]);
  });
});

describe("identities", () => {
  it("gives each deployment a state that no other deployment's identity can read", () => {
    const documents = synthesized({ spokes: full })
      .all("ovh_cloud_project_user_s3_policy")
      .map(({ policy }) => String(policy));
    for (const name of ["shop", "analytics"]) {
      const own = documents.filter((document) => document.includes(`spoke-${name}_state_bucket`));
      expect(own).toHaveLength(1);
      expect(own[0]).not.toMatch(name === "shop" ? /analytics/ : /shop/);
    }
  });

  it("makes groups for the platform's people, developers and auditors, empty", () => {
    const written = synthesized();
    expect(
      written
        .all("ovh_me_identity_group")
        .map(({ name, role }) => [name, role])
        .sort(),
    ).toEqual([
      ["acme-primary-auditors", "NONE"],
      ["acme-primary-developers", "NONE"],
      ["acme-primary-platform", "NONE"],
    ]);
    expect(written.all("ovh_me_identity_user")).toEqual([]);
  });

  it("lets auditors search the log, where there is one", () => {
    const allowed = (written: ReturnType<typeof synthesized>) => written.all("ovh_iam_policy").flatMap(({ allow }) => allow as string[]);
    expect(allowed(synthesized())).not.toContain("ldp:graylog:stream/read");
    expect(allowed(synthesized({ logs: { service: "ldp-ab-12345" } }))).toContain("ldp:graylog:stream/read");
  });
});

describe("what it holds", () => {
  it("archives logs under a lock, at both places", () => {
    const locked = synthesized({ logs: { keepDays: 200, lock: "compliance" } })
      .all("ovh_cloud_project_storage")
      .filter(({ object_lock }) => object_lock !== undefined);
    expect(locked.map(({ object_lock }) => object_lock)).toEqual(
      Array(2).fill({ status: "enabled", rule: { mode: "compliance", period: "P200D" } }),
    );
  });

  it("sends every cluster's and database's log to it", () => {
    const written = synthesized({ spokes: full, logs: { service: "ldp-ab-12345" } });
    expect(written.all("ovh_cloud_project_kube_log_subscription")).toHaveLength(1);
    expect(written.all("ovh_cloud_project_database_log_subscription")).toHaveLength(2);
  });

  it("has one public address, that of the way in", () => {
    expect(synthesized({ spokes: full }).all("ovh_cloud_floating_ip")).toHaveLength(1);
  });

  it("names its owner on what takes tags", () => {
    for (const { tags } of synthesized({ owner: "platform-team" }).all("ovh_cloud_project_storage"))
      expect(tags).toEqual({ owner: "platform-team" });
  });

  it("stays open: constructs of one's own stand beside its parts", () => {
    const { app, made } = zone({ spokes: { shop: {} } });
    const shop = made.spokes.get("shop");
    if (shop === undefined) throw new Error("no shop");
    new Bucket(shop, "uploads").grantRead(shop.workload);
    expect(() => app.synth()).not.toThrow();
  });

  it("writes the same bytes for the same program", () => {
    expect(synthesized({ spokes: full }).text).toBe(synthesized({ spokes: full }).text);
  });
});

describe("guard and engine", () => {
  it("is inside but for the way in, which the policy has to name", () => {
    const { app } = zone({ spokes: full }, definePolicy({}));
    const refused = (() => {
      try {
        app.synth();
      } catch (error) {
        if (error instanceof Refusal) return error.report;
        throw error;
      }
      throw new Error("was not refused");
    })();
    const findings = refused.findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
    expect(findings.map(({ rule }) => rule)).toEqual(["isolation/public-address"]);
  });

  it.each<Topology>(["hub-and-spoke", "standalone"])("lives its whole life with the real engine: %s", async (topology) => {
    await wholeLife([synthesized({ spokes: full, topology, logs: { service: "ldp-ab-12345" } }).folder], policy);
  });
});
