import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { outscale } from "../../clouds/outscale/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import { stackit } from "../../clouds/stackit/index.ts";
import { SovereignApp } from "../../constructs/index.ts";
import { definePolicy } from "../../guard/index.ts";
import { FinancePlatform, TwoOperators } from "../../stacks/index.ts";
import { synthesized } from "../../testing/index.ts";
import { KEY, refusal } from "../constructs/in-stack.ts";
import { wholeLife } from "./whole-life.ts";

const access = { allowedFrom: ["198.51.100.0/24"], sshKey: KEY };
const account = { project: "0".repeat(32) };
const parameters = {
  parameters: { "isolation/public-address": { entrances: ["b-primary/primary/access", "b-standby/primary/access", "b-link/tunnel"] } },
};
const policy = definePolicy(parameters);
const KEYS = { primary: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", standby: "bm9yIGlzIHRoaXMgb25lIGEga2V5IG9mIGFueSBzb3I=" };
const standby = {
  at: outscale("eu-west-2"),
  without: ["second", "copies", "bucketGrants", "signIn", "keyRing", "secretStore"],
  elsewhere: { database: "instances" },
  access,
} as const;

const build = (app: SovereignApp, other: object = standby) =>
  new TwoOperators(app, "b", {
    primary: { at: ovh("GRA11"), second: ovh("SBG5"), access, account },
    standby: other as typeof standby,
    deployments: { core: { database: { engine: "postgresql", version: "17", databases: ["ledger"] } } },
    link: { publicKeys: KEYS },
  });

describe("two operators", () => {
  const made = synthesized((app) => void build(app), { policy });

  it("are judged both, and inside, in a stack each and one between", () => {
    expect(made.refusals).toEqual([]);
    expect(Object.keys(made.documents).sort()).toEqual(["b-link", "b-primary", "b-standby"]);
    const operators = (id: string) => Object.keys(made.documents[id]?.["provider"] as object);
    expect(operators("b-primary")).toEqual(["ovh"]);
    expect(operators("b-standby")).not.toContain("ovh");
  });

  it("leave the standby side a stack that needs nothing of the primary's", () => {
    expect(JSON.stringify(made.documents["b-standby"])).not.toContain("terraform_remote_state");
    expect(JSON.stringify(made.documents["b-link"])).toContain("terraform_remote_state");
  });

  it("meet in an encrypted tunnel that carries the database and nothing else", () => {
    const text = JSON.stringify(made.documents["b-link"]);
    expect(text).toContain("carry-15432.socket");
    expect(text.match(/carry-\d+\.socket/g)?.every((one) => one === "carry-15432.socket")).toBe(true);
    expect(text).not.toContain("ip_forward");
    for (const id of ["b-primary", "b-standby"])
      expect(JSON.stringify(made.documents[id])).not.toMatch(
        id === "b-primary" ? /"10\.9[6-9]\.|"10\.1[01]\d\./ : /"10\.6[4-9]\.|"10\.[78]\d\.|"10\.9[0-5]\./,
      );
  });
});

it("refuses two places of one operator", () => {
  const other = { at: ovh("WAW1"), second: ovh("DE1"), access, account };
  expect(refusal(() => synthesized((app) => void build(app, other), { policy }))).toMatch(
    /^b: \{ primary: ovh:GRA11 \} and \{ standby: ovh:WAW1 \} are both of ovhcloud: what ends the one ends the other\./,
  );
});

it("stands at an operator whose networks do not meet, in one network with the tunnel in its hub", () => {
  const other = {
    at: stackit("eu01"),
    topology: "standalone",
    without: ["second", "copies", "identities", "signIn", "secretStore"],
    elsewhere: { database: "instances" },
    access,
    account: { project: "00000000-0000-0000-0000-000000000000" },
  };
  const made = synthesized((app) => void build(app, other), { policy });
  expect(made.refusals).toEqual([]);
  const operators = Object.keys(made.documents["b-standby"]?.["provider"] as object);
  expect([operators.includes("stackit"), operators.includes("ovh")]).toEqual([true, false]);
});

it("lives its whole life with the real engine, both sides and the tunnel", async () => {
  const outdir = mkdtempSync(join(tmpdir(), "terroir-two-"));
  try {
    const app = new SovereignApp({ outdir: join(outdir, "out"), policy });
    build(app);
    app.synth();
    await wholeLife(
      ["b-primary", "b-standby", "b-link"].map((id) => join(outdir, "out", "stacks", id)),
      policy,
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

it("keeps a bank's closed books under a lock at both operators", () => {
  const made = synthesized(
    (app) => {
      new FinancePlatform(app, "b", {
        primary: { at: ovh("GRA11"), second: ovh("SBG5"), access, account },
        standby,
        link: { publicKeys: KEYS },
        database: { version: "17" },
        books: { keepDays: 3650 },
      });
    },
    { policy: definePolicy({ ...parameters, profiles: ["dora"] }) },
  );
  const open = new Set(made.report.findings.filter(({ verdict }) => ["outside", "undecided"].includes(verdict)).map(({ rule }) => rule));
  // What the page of stacks leaves to their owner, and nothing else.
  expect([...open].sort()).toEqual(["audit/trail", "resilience/backup"]);
  const [dora] = made.report.profiles;
  expect(dora?.controls.find(({ id }) => id === "DORA:30.2.b")?.code).toBe("proved");
});
