import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SovereignApp } from "../../constructs/index.ts";
import { definePolicy, type Json } from "../../guard/index.ts";
import { Collaboration, DataPlatform } from "../../stacks/index.ts";
import { type Synthesized, synthesized } from "../../testing/index.ts";
import { GROUNDS, hub, type onOvh, SECTORS } from "./sectors.ts";
import { wholeLife } from "./whole-life.ts";

const policyOf = (entrances: readonly string[], ports: readonly number[] = [], profiles: readonly string[] = []) =>
  definePolicy({
    located: { "ldp-xx-00000": "ovh:GRA11" },
    profiles,
    parameters: {
      "isolation/public-address": { entrances: ["s/primary/access", ...entrances] },
      "isolation/ingress": { publicPorts: ports },
    },
  });

const made = new Map<string, Synthesized & { readonly leftOut: readonly string[] }>();

/** Each sector is synthesized once on each ground. */
function on(ground: keyof typeof GROUNDS, sector: string) {
  const known = made.get(`${ground} ${sector}`);
  if (known !== undefined) return known;
  const { build, entrances, ports } = SECTORS[sector] as (typeof SECTORS)[string];
  let leftOut: readonly string[] = [];
  const result = synthesized(
    (app) => {
      leftOut = build(app, GROUNDS[ground] as typeof onOvh).report.leftOut.map(({ part }) => part);
    },
    { policy: policyOf(entrances, ports) },
  );
  const one = { ...result, leftOut };
  made.set(`${ground} ${sector}`, one);
  return one;
}

const README = readFileSync(new URL("../../stacks/README.md", import.meta.url), "utf8");
/** What the page says that profiles ask and the stacks leave to their owner. */
const LEFT_OPEN = [...(README.split("## What profiles leave to you")[1] ?? "").matchAll(/^\| `([\w-]+\/[\w-]+)` \|/gm)].map(
  ([, rule]) => rule,
);

describe.each(Object.entries(SECTORS))("%s", (sector, { build, entrances, ports, profile }) => {
  it.each(Object.keys(GROUNDS) as (keyof typeof GROUNDS)[])("is built and inside on %s", (ground) => {
    expect(on(ground, sector).refusals).toEqual([]);
  });

  it("says of everything that it was asked to do without whether it misses it", () => {
    const asked = GROUNDS.outscale.without as readonly string[];
    expect(on("outscale", sector).leftOut.filter((part) => !asked.includes(part))).toEqual([]);
    expect(on("ovh", sector).leftOut).toEqual([]);
  });

  it(`leaves open of ${profile} only what the page of stacks says`, () => {
    const ground = sector === "public sector" ? "outscale" : "ovh";
    const { report } = synthesized(
      (app) => {
        build(app, GROUNDS[ground] as typeof onOvh);
      },
      { policy: policyOf(entrances, ports, [profile]) },
    );
    const open = new Set(report.findings.filter(({ verdict }) => ["outside", "undecided"].includes(verdict)).map(({ rule }) => rule));
    expect([...open].filter((rule) => !LEFT_OPEN.includes(rule))).toEqual([]);
    const [assessment] = report.profiles ?? [];
    expect(assessment?.profile).toBe(profile);
  });
});

const policies = ({ resources }: Synthesized) => resources("ovh_cloud_project_user_s3_policy").map(({ policy }) => String(policy));
const gateways = ({ resources }: Synthesized) =>
  resources("ovh_cloud_gateway").map(({ subnet_ids }) => (subnet_ids as readonly Json[]).length);

it("leads from no zone that is apart to any other", () => {
  // Hub and its spokes, the zone that is apart, and recovery at the second place.
  expect(gateways(on("ovh", "health")).sort()).toEqual([1, 1, 2]);
  expect(gateways(on("ovh", "energy")).sort()).toEqual([1, 1, 2]);
  for (const sector of ["health", "energy"])
    expect(
      on("outscale", sector)
        .resources("outscale_net_peering")
        .map(({ accepter_net_id }) => accepter_net_id),
    ).toHaveLength(1);
});

/** What each S3 user may do with a bucket, by the bucket's part of the reference. */
const rightsOn = (made: Synthesized, bucket: string): readonly string[] =>
  policies(made)
    .map((document) =>
      (JSON.parse(document) as { Statement: { Action: string[]; Resource: string[] }[] }).Statement.filter(({ Resource }) =>
        Resource.some((one) => one.includes(`_${bucket}_bucket`)),
      )
        .flatMap(({ Action }) => Action)
        .sort()
        .join(" "),
    )
    .filter((actions) => actions !== "")
    .sort();

it("lets a diode through in one direction only", () => {
  const [first, second, ...others] = rightsOn(on("ovh", "energy"), "measurements");
  expect(others).toEqual([]);
  expect([first, second].filter((actions) => actions?.includes("s3:PutObject"))).toHaveLength(1);
  for (const actions of [first, second]) {
    expect(actions).not.toContain("Delete");
    expect(actions?.includes("s3:PutObject") && actions.includes("s3:GetObject")).toBe(false);
  }
});

it("keeps records and patients out of the research zone", () => {
  const health = on("ovh", "health");
  const research = policies(health).filter((document) => document.includes("spoke-pseudonymised_data"));
  expect(research).toHaveLength(1);
  expect(research[0]).not.toMatch(/_records_bucket|spoke-identified/);
  expect(rightsOn(health, "extracts").filter((actions) => actions.includes("Put") && actions.includes("GetObject"))).toEqual([]);
});

it.each([
  ["health", "records", 3650],
  ["energy", "measurements", 730],
  ["industry", "quality", 3650],
  ["mobility", "agreements", 1825],
  ["public sector", "files", 1825],
])("%s: locks %s at both places for %i days", (sector, bucket, days) => {
  const locked = on("ovh", sector)
    .resources("ovh_cloud_project_storage")
    .filter(({ name, object_lock }) => object_lock !== undefined && String(name).includes(`-${bucket}`));
  expect(locked.map(({ object_lock }) => object_lock)).toEqual(
    Array(2).fill({ status: "enabled", rule: { mode: "governance", period: `P${days}D` } }),
  );
});

it("lets what devices said go when its time is over", () => {
  const rules = on("ovh", "smart living").resources("ovh_cloud_project_storage_object_bucket_lifecycle_configuration");
  expect(rules.map(({ rules: all }) => (all as readonly { expiration?: { days: number } }[])[0]?.expiration?.days).sort()).toEqual(
    [30, 30, 730, 730].sort(),
  );
});

it("lets a farm's partner read what is under its own name, and nothing else", () => {
  const vet = policies(on("ovh", "agriculture")).filter((document) => document.includes("vet/"));
  expect(vet).toHaveLength(1);
  expect(vet[0]).not.toMatch(/PutObject|images/);
});

it("runs PostgreSQL on machines where the place sells none, on a volume that the machine encrypts", () => {
  const [data] = on("outscale", "public sector")
    .resources("outscale_vm")
    .map(({ user_data }) => String(user_data))
    .filter((text) => text.includes("set-up-postgresql"));
  expect(data).toContain("luksFormat");
  expect(data).toContain("hostssl all all");
  expect(data).not.toContain("0.0.0.0");
});

it.each([
  ["health", "ovh"],
  ["data platform", "outscale"],
] as const)("%s lives its whole life on %s with the real engine", async (sector, ground) => {
  const outdir = mkdtempSync(join(tmpdir(), "terroir-sector-"));
  try {
    const { build, entrances, ports } = SECTORS[sector] as (typeof SECTORS)[string];
    const app = new SovereignApp({ outdir: join(outdir, "out"), policy: policyOf(entrances, ports) });
    build(app, GROUNDS[ground] as typeof onOvh);
    app.synth();
    await wholeLife([join(outdir, "out", "stacks", "s")], policyOf(entrances, ports));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

describe("software that machines install by themselves", () => {
  const digest = "sha256:".padEnd(71, "0123456789abcdef");
  const image = `x.gra7.container-registry.ovh.net/office/nextcloud@${digest}`;
  const video = { image: `x.gra7.container-registry.ovh.net/office/galene@${digest}`, command: ["-http", ":443"] };
  const people = {
    allowedFrom: ["203.0.113.0/24"],
    vpn: { peers: { ada: { publicKey: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", address: "10.250.0.2" } } },
  } as const;
  const office = (ground: object, nextcloud: string) =>
    synthesized(
      (app) => {
        new Collaboration(app, "s", {
          ...(ground as typeof onOvh),
          people,
          software: { nextcloud: { image: nextcloud, domain: "files.acme.example" }, video },
        });
      },
      { policy: policyOf(["s/primary/vpn"]) },
    );

  const filterOf = (userData: string): string => Buffer.from(/printf %s '([^']+)'/.exec(userData)?.[1] ?? "", "base64").toString();

  it.each(Object.entries(GROUNDS))("is inside on %s, pinned, filtered and without a secret", (_, ground) => {
    const { refusals, documents } = office(ground, image);
    expect(refusals).toEqual([]);
    const text = JSON.stringify(documents);
    const machines = text.split("#cloud-config").filter((one) => one.includes("podman run"));
    expect(machines).toHaveLength(4);
    for (const one of machines) {
      expect(one).toContain(`@${digest}`);
      expect(filterOf(one)).toMatch(/ip saddr \{ 10\.[^}]+\} tcp dport 443 accept/);
      expect(one).toMatch(/ConditionPathExists=\/etc\/terroir\/\w+\.secrets/);
    }
    expect(machines.filter((one) => one.includes("NEXTCLOUD_TRUSTED_DOMAINS=files.acme.example"))).toHaveLength(2);
    expect(machines.filter((one) => filterOf(one).includes("udp dport 10000 accept"))).toHaveLength(2);
  });

  it.each(Object.keys(GROUNDS) as (keyof typeof GROUNDS)[])(
    "wires the team's hub to database and buckets on %s, and to no secret",
    (ground) => {
      const text = JSON.stringify(on(ground, "data platform").documents);
      const [machine = "", ...others] = text.split("#cloud-config").filter((one) => one.includes("podman run"));
      expect(others).toEqual([]);
      for (const wired of ["PGHOST", "PGPORT", "BUCKET_RAW", "BUCKET_CURATED", "BUCKET_SCRATCH"])
        expect(machine, wired).toMatch(new RegExp(`${wired}=[^\\n]*[a-z_]+\\.[\\w-]+\\.`));
      expect(machine).toContain("HUB_PEOPLE=ada=2001,grace=2002");
      expect(machine).toContain("jupyterhub_config.py:ro");
      expect(machine).not.toMatch(/(?:PGPASSWORD|OAUTH_CLIENT_SECRET|COOKIE_SECRET|AWS_SECRET_ACCESS_KEY)=/);
      expect(filterOf(machine)).toMatch(/tcp dport 443 accept/);
    },
  );

  it.each([
    ["a tag", "x.gra7.container-registry.ovh.net/office/nextcloud:31", /is not pinned/],
    ["Docker's own registry", `nextcloud@${digest}`, /kept at docker\.io, which the policy does not name/],
    ["half a digest", "x.gra7.container-registry.ovh.net/office/nextcloud@sha256:abc", /is not pinned/],
  ])("refuses %s", (_, nextcloud, words) => {
    expect(() => office(GROUNDS.ovh, nextcloud)).toThrow(words);
    const lab = () =>
      synthesized((app) => void new DataPlatform(app, "s", { ...GROUNDS.ovh, analysts: people, hub: { ...hub, image: nextcloud } }), {
        policy: policyOf(["s/primary/analysts"]),
      });
    expect(lab).toThrow(words);
  });
});
