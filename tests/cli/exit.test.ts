import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectWith, terroir } from "./terroir.ts";

const PROGRAM = `
import { TerraformResource } from "cdktf";
import { Bucket, Database, Network, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
const app = new SovereignApp();
const shop = new SovereignStack(app, "shop", { at: ovh("GRA11") });
const network = new Network(shop, "network");
new Database(shop, "orders", { engine: "postgresql", version: "17", network, backupsAlsoAt: ovh("SBG5") });
new Bucket(shop, "media", { replicateTo: ovh("SBG5") });
app.synth();
`;
const RAW = PROGRAM.replace(
  "app.synth",
  `class Raw extends TerraformResource {
  synthesizeAttributes() { return { name: "v" }; }
}
new Raw(shop, "raw", { terraformResourceType: "ovh_vrack" });
app.synth`,
);

it("builds an environment at another operator, and reports every construct", () => {
  const cwd = projectWith(PROGRAM, { "sizes.json": { "shop/media": "1 TB" } });
  const { code, stdout, stderr } = terroir(["exit", "--to", "outscale:eu-west-2", "--json", "--sizes", "sizes.json"], { cwd });
  expect(code, stderr).toBe(1);
  const plan = JSON.parse(stdout);
  const status = Object.fromEntries(plan.steps.map((step: { path: string; status: string }) => [step.path, step.status]));
  expect(status).toMatchObject({ "shop/network": "changed", "shop/orders": "missing", "shop/media": "changed" });
  expect(plan.places).toEqual({ "ovh:GRA11": "outscale:eu-west-2", "ovh:SBG5": "outscale:cloudgouv-eu-west-1" });
  expect(plan.staying).toEqual([]);
  expect(plan.data.find(({ path }: { path: string }) => path === "shop/media").hours).toBeCloseTo(2.2, 1);
  expect([plan.origin.rehearsed, plan.target.rehearsed]).toEqual([true, true]);
  expect([plan.origin.report.verdict, plan.target.report.verdict]).toEqual(["inside", "inside"]);
});

it("writes the plan as a page, with what is written for one provider", () => {
  const cwd = projectWith(RAW);
  const { code, stdout } = terroir(["exit", "--to", "ovh:SBG5", "--no-rehearse", "-o", "exit.md", "--map", "ovh:SBG5=ovh:GRA11"], { cwd });
  // The raw resource is written for one provider, wherever the rest goes.
  expect([code, stdout]).toEqual([1, expect.stringContaining("The exit plan is in exit.md")]);
  const text = readFileSync(join(cwd, "exit.md"), "utf8");
  expect(text).toMatch(/\| ovh:GRA11 \| ovh:SBG5 \|/);
  expect(text).toMatch(/\| shop\/orders \| Database \| the same \|/);
  expect(text).toContain("| shop: ovh_vrack.raw | ovh_vrack |");
});

/** What nobody here has seen: loops, a company's constructs, stacks that read each other, zones, look-ups, modules, and resources hidden inside constructs. */
const VARIED = `
import { DataTerraformRemoteStateHttp, TerraformDataSource, TerraformHclModule, TerraformResource, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { Backup, Bucket, Cluster, Database, DataCentre, FileShare, Firewall, Identity, Instance, KeyRing, LoadBalancer, Network, Registry, SecretStore, SovereignApp, SovereignStack, Volume } from "terroir";
import { ovh } from "terroir/ovh";
class Raw extends TerraformResource { synthesizeAttributes() { return { service_name: "p" }; } }
class LookUp extends TerraformDataSource { synthesizeAttributes() { return { service_name: "p" }; } }
class Team extends Construct {
  constructor(scope, id, network) {
    super(scope, id);
    const db = new Database(this, "db", { engine: "postgresql", version: "17", network });
    const who = new Identity(this, "who");
    db.grantConnect(who);
    const files = new Bucket(this, "files");
    files.grantWrite(who);
    new Raw(files, "hidden", { terraformResourceType: "ovh_cloud_project_user" });
    new SecretStore(this, "secrets", { secrets: { token: "outside" } }).grantRead(who, "token");
  }
}
const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
const app = new SovereignApp({ context: { cdktfRelativeModules: [] } });
const ground = new SovereignStack(app, "ground", { at: ovh("EU-WEST-PAR"), account: { project: "p" } });
const network = new Network(ground, "network", { perZone: true });
const apps = new SovereignStack(app, "apps", { at: ovh("EU-WEST-PAR"), account: { project: "p" } });
for (const team of ["red", "blue"]) new Team(apps, team, network);
new Cluster(apps, "kube", { network, subnet: "eu-west-par-b", allowedFrom: ["203.0.113.0/24"], pools: { a: { flavour: "b3-8", zones: ["eu-west-par-c"] } } });
const disk = new Volume(apps, "disk", { size: 10, zone: "eu-west-par-b" });
const vm = new Instance(apps, "vm", { network, zone: "eu-west-par-b", image: "Debian 12", flavour: { cpus: 2, memory: 8 }, sshKey, volumes: [disk], firewalls: [new Firewall(apps, "fw", { network })] });
new LoadBalancer(apps, "lb", { network, listeners: { web: { certificate: "pass-through", to: { addresses: ["10.0.0.9"], port: 8443 } } } });
new Registry(apps, "images", { allowedFrom: ["203.0.113.0/24"] });
new KeyRing(apps, "keys", { keys: { papers: "encrypt" } }).grantUse(new Identity(apps, "clerk"));
new Bucket(new DataCentre(apps, "far", { at: ovh("WAW1") }), "far", { lock: { mode: "governance", days: 10 } });
new LookUp(vm, "seen", { terraformResourceType: "ovh_cloud_project" });
new Raw(apps, "store", { terraformResourceType: "ovh_cloud_project_storage" }).importFrom("p/GRA/store");
new DataTerraformRemoteStateHttp(apps, "legacy", { address: "https://git.example.eu/state" });
new TerraformVariable(apps, "pin", { sensitive: true, description: "PIN of the HSM" });
apps.addOverride("ephemeral.random_password.once", { length: 12 });
new TerraformHclModule(apps, "bought", { source: "example/thing/ovh", version: "1.0.0" });
app.synth();
`;

it("loses nothing of an environment that it has not seen: whatever the program wrote is a line, or is said to stay", () => {
  // The guard refuses the module; the drill reports all the same.
  const cwd = projectWith(VARIED);
  const { code, stdout, stderr } = terroir(["exit", "--to", "outscale:eu-west-2", "--json", "--no-rehearse"], { cwd });
  expect(code, stderr).toBe(1);
  const plan = JSON.parse(stdout) as {
    steps: { path: string; status: string; changes: string[] }[];
    staying: { address: string; type: string; fate: string; because: string }[];
    data: { path: string }[];
    phases: unknown;
  };
  const paths = new Set(plan.steps.map(({ path }) => path));
  const teams = ["red", "blue"].flatMap((team) => ["db", "who", "files", "secrets"].map((one) => `apps/${team}/${one}`));
  const others = ["kube", "disk", "vm", "fw", "lb", "images", "keys", "far/far"].map((one) => `apps/${one}`);
  expect(["ground/network", ...teams, ...others].filter((path) => !paths.has(path))).toEqual([]);
  expect(plan.steps.filter(({ status }) => status === "unbuilt")).toEqual([]);
  // Rights on a ring that is not offered there are one line, under one name at both.
  expect([...paths].filter((path) => path.startsWith("apps/clerk/"))).toHaveLength(1);
  expect(plan.staying.map(({ type, fate }) => `${fate}: ${type}`).sort()).toEqual([
    "along: ephemeral random_password",
    "bound: data ovh_cloud_project",
    "bound: data terraform_remote_state",
    "bound: import",
    "bound: module example/thing/ovh",
    "bound: ovh_cloud_project_storage",
    "bound: ovh_cloud_project_user",
    "bound: ovh_cloud_project_user",
  ]);
  // A bucket of the provider's own is a bucket all the same: its data moves.
  expect(plan.staying.find(({ address }) => address.includes("storage.store"))?.because).toContain("Describe it with a Bucket");
  expect(plan.data.map(({ path }) => path)).toContain("apps/store");
  expect(JSON.stringify(plan.phases)).toContain("Give the variable pin its value there too: PIN of the HSM");
  const disk = plan.steps.find(({ path }) => path === "apps/disk");
  expect(disk?.changes.join(" ")).toContain("Zone eu-west-par-b is none there: it stands in eu-west-2b.");
});

/** What hides: overrides of ours and of the stack, a state in the store that is left, names of sizes, a second operator, and a policy of the program's own. */
const HIDDEN = `
import { TerraformResource } from "cdktf";
import { Bucket, Database, DataCentre, Instance, Network, SovereignApp, SovereignStack } from "terroir";
import { definePolicy } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { scaleway } from "terroir/scaleway";
class Raw extends TerraformResource { synthesizeAttributes() { return { service_name: "p", description: "x" }; } }
const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
const app = new SovereignApp({ policy: definePolicy({ name: "acme", waivers: [] }) });
const shop = new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "p" }, state: { bucket: { name: "acme-states", at: ovh("GRA11") } } });
const network = new Network(shop, "network");
const db = new Database(shop, "db", { engine: "postgresql", version: "17", network });
db.resources[0].addOverride("disk_size", 400);
for (const resource of new Bucket(shop, "media").resources) resource.addOverride("tags", { centre: "4711" });
new Instance(shop, "vm", { network, image: { id: "11111111-2222-3333-4444-555555555555" }, flavour: "b3-8", sshKey });
new Raw(shop, "user", { terraformResourceType: "ovh_cloud_project_user" });
shop.addOverride("check", { up: { assert: [{ condition: "\${1 == 1}", error_message: "x" }] } });
const standby = new SovereignStack(app, "standby", { at: scaleway("fr-par"), account: { project: "p" } });
new Bucket(standby, "copies");
app.synth();
`;

it("names what hides: overrides, states, sizes by one operator's name, and leaves what stands at another operator", () => {
  const cwd = projectWith(HIDDEN);
  const { code, stdout, stderr } = terroir(["exit", "--to", "outscale:eu-west-2", "--json", "--no-rehearse"], { cwd });
  expect(code, stderr).toBe(1);
  const plan = JSON.parse(stdout);
  const about = (path: string): string => {
    const { status, changes } = plan.steps.find((step: { path: string }) => step.path === path);
    return [status, ...changes].join(" ");
  };
  expect(about("shop/db")).toContain("ovh_cloud_project_database: disk_size");
  expect(about("shop/media")).toContain("ovh_cloud_project_storage: tags");
  for (const said of ["tinav6.c2r8p2", "b3-8 is one operator's name of a size: here it is 2 processors and 8 GB", "image 11111111"])
    expect(about("shop/vm")).toContain(said);
  expect(about("standby/copies")).toBe("same");
  expect(plan.places).toEqual({ "ovh:GRA11": "outscale:eu-west-2", "scaleway:fr-par": "scaleway:fr-par" });
  expect(plan.staying.map((one: { address: string; fate: string }) => [one.address, one.fate])).toEqual([
    ["shop: ovh_cloud_project_user.user", "bound"],
    ["shop: check", "along"],
  ]);
  expect(plan.data.map(({ path }: { path: string }) => path)).not.toContain("standby/copies");
  const [state] = plan.states;
  expect([state.stack, state.then.at]).toEqual(["shop", state.today.at]);
  expect(JSON.stringify(plan.phases)).toContain("give the destination a store of its own");
  // The raw resource still has its provider there, so that both are judged: by the program's own policy, since no file names another.
  expect([plan.origin.report.policy, plan.target.report.policy]).toEqual(["acme", "acme"]);
});

/** What arrives where a standby has stood all along, of which the destination can keep a part. */
const ARRIVING = `
import { Bucket, Cluster, Network, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
import { outscale } from "terroir/outscale";
const app = new SovereignApp();
const shop = new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "p" } });
const network = new Network(shop, "network");
const pools = { web: { flavour: "b3-16", nodes: { min: 2, max: 9 }, labels: { tier: "web" } } };
new Cluster(shop, "kube", { network, allowedFrom: ["203.0.113.0/24"], pools });
new Bucket(shop, "media", { lifecycle: { old: { moves: [{ after: 30, to: "archive" }], expireAfter: 400 } } });
new Bucket(new SovereignStack(app, "standby", { at: outscale("eu-west-2") }), "copies");
app.synth();
`;

it("keeps of a promise what can be kept, and finds nothing new in what has stood at the destination all along", () => {
  const cwd = projectWith(ARRIVING);
  const { stdout, stderr } = terroir(["exit", "--to", "outscale:eu-west-2", "--json", "--no-rehearse"], { cwd });
  const steps = JSON.parse(stdout).steps as { path: string; status: string; changes: string[] }[];
  const about = (path: string) => steps.find((step) => step.path === path);
  expect(about("standby/copies"), stderr).toMatchObject({ status: "same", changes: [] });
  expect(about("shop/media")?.changes.join("\n")).toContain("without the moves of its lifecycle: ");
  const kube = about("shop/kube")?.changes.join("\n");
  expect(kube).toContain("with the largest number of nodes in its pools: ");
  expect(kube).toContain("without the labels of its pools: ");
});

/** A rule of the company's own that lives in the program, and refuses whatever is planned. */
const OWN_RULE = `
import { Bucket, SovereignApp, SovereignStack } from "terroir";
import { definePolicy, defineRule, pass } from "terroir/guard";
import { ovh } from "terroir/ovh";
const planned = defineRule({
  id: "acme/not-planned", title: "No bucket is planned", why: "A test has to see who judges.", controls: [], on: "bucket", options: {},
  check: () => (process.env.TERROIR_EXIT_ORDER.includes('"judge"') ? { because: "is in a plan", want: "none", fix: "leave it out" } : pass),
  examples: { passes: { any: {} }, fails: { none: {} } },
});
const app = new SovereignApp({ policy: definePolicy({ name: "acme", rules: [planned] }) });
new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "p" } }), "media");
app.synth();
`;

it("judges the rehearsed plans by rules that live in the program, as by those of a policy's file", () => {
  const { code, stdout, stderr } = terroir(["exit", "--to", "ovh:SBG5", "--json"], { cwd: projectWith(OWN_RULE) });
  expect(code, stderr).toBe(1);
  const { origin, target } = JSON.parse(stdout);
  for (const { report, rehearsed, ownRules } of [origin, target]) {
    expect([report.policy, report.verdict, rehearsed, ownRules]).toEqual(["acme", "refused", false, undefined]);
    expect(report.findings.map(({ rule, verdict }: { rule: string; verdict: string }) => `${rule} ${verdict}`)).toContain(
      "acme/not-planned outside",
    );
  }
});

/** Nothing of ours: what is to be described anew, and which data moves, is said all the same. */
const PLAIN = `
import { App, TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
class Ovh extends TerraformProvider { synthesizeAttributes() { return { endpoint: "ovh-eu" }; } }
class Raw extends TerraformResource {
  constructor(scope, id, type, args) { super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata: { providerName: "ovh" } }); this.args = args; }
  synthesizeAttributes() { return this.args; }
}
const app = new App();
const prod = new TerraformStack(app, "prod");
new Ovh(prod, "ovh", { terraformResourceType: "ovh", terraformProviderSource: "ovh/ovh", terraformGeneratorMetadata: { providerName: "ovh" } });
new Raw(prod, "db", "ovh_cloud_project_database", { service_name: "p", engine: "mysql", version: "8", plan: "business", flavor: "db1-7", nodes: [{ region: "GRA" }] });
new Raw(prod, "files", "ovh_cloud_project_storage", { service_name: "p", region_name: "GRA", name: "files" });
app.synth();
`;

it("says of a program without a construct of ours what it has, which data moves, and that nothing of it was built there", () => {
  const { code, stdout, stderr } = terroir(["exit", "--to", "outscale:eu-west-2", "--json", "--no-rehearse", "-o", "exit.md"], {
    cwd: projectWith(PLAIN),
  });
  expect(code, stderr).toBe(1);
  const plan = JSON.parse(stdout);
  expect(plan.staying.map((one: { path: string; concept: string }) => [one.path, one.concept])).toEqual([
    ["prod/db", "database"],
    ["prod/files", "bucket"],
  ]);
  expect(plan.data.map((one: { path: string; means: string }) => [one.path, one.means.includes("binary log")])).toEqual([
    ["prod/db", true],
    ["prod/files", false],
  ]);
  expect([plan.target.unmoved, plan.target.report]).toEqual([true, undefined]);
  expect(plan.states.map(({ stack }: { stack: string }) => stack)).toEqual(["prod"]);
});

it.each<[string, readonly string[], RegExp]>([
  ["no place at all", ["--to", "nowhere"], /nowhere/],
  ["a place outside the EU", ["--to", "ovh:BHS5"], /BHS5/],
  ["a cloud that is none", ["--to", "outscale:eu-west-2", "--from", "nimbus"], /nimbus/],
  ["a closed operator", ["--to", "cloudwatt:x"], /closed/],
  ["a pair that is none", ["--to", "outscale:eu-west-2", "--map", "ovh:GRA11"], /no pair of places/],
  ["a rate that is none", ["--to", "outscale:eu-west-2", "--rate", "fast"], /is no rate/],
])("refuses %s", (_, args, words) => {
  const { code, stdout, stderr } = terroir(["exit", ...args], { cwd: projectWith(PROGRAM) });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(words);
});
