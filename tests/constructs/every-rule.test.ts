import { describe, expect, it } from "vitest";
import {
  AuditLog,
  Backup,
  Bucket,
  Cluster,
  Database,
  Firewall,
  Identity,
  Instance,
  KeyRing,
  Network,
  Registry,
  SecretStore,
  Volume,
} from "../../constructs/index.ts";
import { builtInRules, definePolicy, judge, readDocument } from "../../guard/index.ts";
import { familyOf } from "../../guard/rule/rule-family.ts";
import type { Json } from "../../guard/values/json.ts";
import { GRA, KEY, PAR, stackAt } from "./in-stack.ts";

const office = "198.51.100.0/24";

/** One of each, as an environment that has to show much would write them. */
function everything() {
  const stack = stackAt(PAR);
  const network = new Network(stack, "network");
  const auditLog = new AuditLog(stack, "log", { service: "ldp-1" });
  new Bucket(stack, "media", { lock: { mode: "governance", days: 30 } });
  new Cluster(stack, "apps", { network, allowedFrom: [office], auditLog, pools: { general: { flavour: "b3-16" } } });
  new Database(stack, "orders", { engine: "postgresql", version: "17", network, auditLog, backupsAlsoAt: GRA });
  new Registry(stack, "images", { allowedFrom: [office] });
  new KeyRing(stack, "keys");
  new SecretStore(stack, "secrets");
  new Identity(stack, "pipeline");
  new Volume(stack, "disk", { size: 10, zone: "eu-west-par-a" });
  new Firewall(stack, "wall");
  const machine = new Instance(stack, "machine", { network, flavour: "b3-8", image: "Debian 13", sshKey: KEY });
  new Backup(stack, "nightly", { of: [machine] });
  stack.prepareStack();
  return readDocument(stack.toTerraform() as Readonly<Record<string, Json>>, "cdk.tf.json");
}

/** Where the log service stands, which was ordered beforehand. */
const located = { "ldp-1": "ovh:GRA11" };

/** What no construct can give, and why. */
const BEYOND: Readonly<Record<string, string>> = {
  "resilience/backup": "OVHcloud's provider copies a volume once, and has no schedule for it: only the volume is refused.",
  "jurisdiction/certificate": "No service of OVHcloud in this region holds the qualification that the rule asks for by default.",
};

describe("every rule, over one of each construct", () => {
  const demands = [...new Set(builtInRules.map(({ id }) => familyOf(id)))];
  const report = judge([everything()], definePolicy({ demands, located }));

  it("is applied", () => {
    expect(report.notApplied).toEqual([]);
  });

  it("is satisfied, but where nobody could", () => {
    const refused = report.findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
    const said = refused
      .filter(({ rule }) => !Object.hasOwn(BEYOND, rule))
      .map(({ rule, address, message }) => `${rule} ${address}: ${message}`);
    expect(said).toEqual([]);
    expect([...new Set(refused.map(({ rule }) => rule))].sort()).toEqual(Object.keys(BEYOND).sort());
    expect(refused.filter(({ rule }) => rule === "resilience/backup").map(({ address }) => address)).toEqual([
      expect.stringMatching(/^ovh_cloud_storage_block_volume\./),
    ]);
  });
});

it("is satisfied without being asked, where every policy demands it", () => {
  expect(
    judge([everything()], definePolicy({ located })).findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided"),
  ).toEqual([]);
});
