import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformOutput } from "cdktf";
import {
  AuditLog,
  Backup,
  Bucket,
  Cluster,
  Database,
  FileShare,
  Firewall,
  Identity,
  Instance,
  KeyRing,
  LoadBalancer,
  Network,
  PrivateAccess,
  Refusal,
  Registry,
  SecretStore,
  SovereignApp,
  SovereignStack,
  Volume,
} from "terroir";
import { definePolicy } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { describe, expect, it } from "vitest";

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
const OFFICE = [{ cidr: "198.51.100.0/24", description: "Office" }];
const PLACES = { GRA11: ovh("GRA11"), SBG5: ovh("SBG5"), "EU-WEST-PAR": ovh("EU-WEST-PAR") } as const;

type Stack = SovereignStack<(typeof PLACES)["GRA11"]>;
type Program = (stack: Stack) => unknown;

/** Where there are several zones, a volume stands in one. */
const zoneOf = (stack: Stack) => (stack.place.region === "EU-WEST-PAR" ? { zone: "eu-west-par-a" } : {});

/** Every construct as its documentation uses it. */
const CONSTRUCTS: Readonly<Record<string, Program>> = {
  "a bucket": (s) => new Bucket(s, "b"),
  "a bucket that is copied, locked and read": (s) =>
    new Bucket(s, "b", { replicateTo: [ovh("WAW1")], lock: { mode: "compliance", days: 30 } }).grantRead(new Identity(s, "i")),
  "a network": (s) => new Network(s, "n"),
  "a network and a firewall": (s) => new Firewall(s, "f", { inbound: [{ from: new Network(s, "n"), ports: 443 }] }),
  "a machine with a volume": (s) =>
    new Instance(s, "i", {
      network: new Network(s, "n"),
      image: "Debian 12",
      flavour: "b3-8",
      sshKey: KEY,
      volumes: [new Volume(s, "v", { size: 10, ...zoneOf(s) })],
    }),
  "a backup": (s) =>
    new Backup(s, "b", { of: [new Instance(s, "i", { network: new Network(s, "n"), image: "Debian 12", flavour: "b3-8", sshKey: KEY })] }),
  "a file share": (s) => new FileShare(s, "f", { network: new Network(s, "n"), size: 150 }),
  "a cluster": (s) =>
    new Cluster(s, "c", {
      network: new Network(s, "n"),
      allowedFrom: OFFICE,
      pools: { general: { flavour: "b3-16", nodes: { min: 3, max: 9 } } },
    }),
  "a database": (s) =>
    new Database(s, "d", { engine: "postgresql", version: "17", network: new Network(s, "n"), databases: ["orders"] }).grantConnect(
      new Identity(s, "i"),
    ),
  "a registry": (s) => new Registry(s, "r", { allowedFrom: OFFICE }).grantPull(new Identity(s, "i")),
  keys: (s) => new KeyRing(s, "k", { keys: { ledger: "encrypt", receipts: "sign" } }).grantUse(new Identity(s, "i"), "ledger"),
  secrets: (s) =>
    new SecretStore(s, "s", { secrets: { "smtp-password": "outside", "api-key": "variable" } }).grantRead(
      new Identity(s, "i"),
      "smtp-password",
    ),
  "a private load balancer": (s) =>
    new LoadBalancer(s, "l", {
      network: new Network(s, "n"),
      listeners: { web: { certificate: "pass-through", to: { addresses: ["10.0.0.10"], port: 8443 } } },
    }),
  "a log": (s) => new AuditLog(s, "a", { archiveAlsoAt: ovh("WAW1") }).grantAppend(new Identity(s, "i")),
  "a way in": (s) => new PrivateAccess(s, "p", { network: new Network(s, "n"), allowedFrom: ["203.0.113.0/24"], sshKey: KEY }),
};

/** A way in is public because somebody said so. */
const policy = definePolicy({ parameters: { "isolation/public-address": { entrances: ["s/p"] } } });

function refusals(place: keyof typeof PLACES, program: Program): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "terroir-honest-"));
  try {
    const app = new SovereignApp({ outdir: join(folder, "cdktf.out"), policy });
    program(new SovereignStack(app, "s", { at: PLACES[place] as (typeof PLACES)["GRA11"], account: { project: "abc" } }));
    app.synth();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.report.findings
      .filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
      .map(({ rule, address, message }) => `${rule} ${address}: ${message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it("two stacks pass, one of which reads what the other made", () => {
  expect(
    refusals("GRA11", (first) => {
      const network = new Network(first, "n");
      const second = new SovereignStack(first.node.root as SovereignApp, "t", { at: ovh("SBG5"), account: { project: "abc" } });
      new Bucket(second, "b").node.addDependency(first);
      new TerraformOutput(second, "network", { value: network.networkId });
    }),
  ).toEqual([]);
});

describe.each(Object.keys(PLACES) as (keyof typeof PLACES)[])("at %s passes", (place) => {
  it.each(Object.entries(CONSTRUCTS))("%s", (_name, program) => {
    expect(refusals(place, program)).toEqual([]);
  });
});
