import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import {
  AuditLog,
  Backup,
  Cluster,
  type ClusterProps,
  Database,
  type DatabaseProps,
  DataCentre,
  Identity,
  Instance,
  KeyRing,
  Network,
  Registry,
  SecretStore,
  type SecretStoreProps,
} from "../../constructs/index.ts";
import { KEY, ofType, only, PAR, refusal, stackAt, written } from "./in-stack.ts";

const office = "198.51.100.0/24";
const pools = { general: { flavour: "b3-16" } };

function cluster(props: Partial<ClusterProps> = {}, at = stackAt()) {
  const network = new Network(at, "network");
  return { stack: at, network, cluster: new Cluster(at, "apps", { network, allowedFrom: [office], pools, ...props }) };
}

function database(props: Partial<DatabaseProps> = {}) {
  const stack = stackAt();
  const network = new Network(stack, "network");
  return { stack, database: new Database(stack, "orders", { engine: "postgresql", version: "17", network, ...props }) };
}

describe("Cluster", () => {
  it("waits for the way out", () => {
    const { stack } = cluster();
    expect(only(stack, "ovh_cloud_project_kube")["depends_on"]).toContainEqual(expect.stringMatching(/^ovh_cloud_gateway\./));
  });

  it("waits for the hub's way out, when it stands in a spoke", () => {
    const stack = stackAt();
    const hub = new Network(stack, "hub", { addresses: "10.64.0.0/16" });
    const network = new Network(stack, "spoke", { addresses: "10.65.0.0/16", through: hub });
    new Cluster(stack, "apps", { network, allowedFrom: [office], pools });
    expect(only(stack, "ovh_cloud_project_kube")["depends_on"]).toContainEqual(expect.stringMatching(/^ovh_cloud_gateway\.hub_/));
  });

  it("keeps nodes on different hosts as long as operators can", () => {
    expect(only(cluster().stack, "ovh_cloud_project_kube_nodepool")["anti_affinity"]).toBe(true);
    const large = cluster({ pools: { general: { flavour: "b3-16", nodes: { min: 3, max: 6 } } } });
    expect(only(large.stack, "ovh_cloud_project_kube_nodepool")["anti_affinity"]).toBe(false);
  });

  it("spreads over all zones of its place", () => {
    const { stack } = cluster({}, stackAt(PAR));
    expect(Object.keys(ofType(stack, "ovh_cloud_project_kube_nodepool"))).toHaveLength(3);
  });

  it("logs to where it is told", () => {
    const stack = stackAt();
    const auditLog = new AuditLog(stack, "audit", { service: "ldp-ab-12345" });
    cluster({ auditLog }, stack);
    expect(only(stack, "ovh_cloud_project_kube_log_subscription")["kind"]).toBe("audit");
  });

  it.each<[string, Partial<ClusterProps>, string]>([
    [
      "no address",
      { allowedFrom: [] },
      'shop/apps: { allowedFrom } is empty. Say from where people come, as blocks of addresses: { allowedFrom: ["203.0.113.0/24"] }.',
    ],
    [
      "everybody",
      { allowedFrom: ["0.0.0.0/0"] },
      'shop/apps: { allowedFrom: "0.0.0.0/0" } is nearly the whole internet. Name the offices or homes that people come from, or the gateway of their company.',
    ],
    [
      "no pool",
      { pools: {} },
      'shop/apps: { pools } is empty: a cluster without nodes runs nothing. Add one, { pools: { general: { flavour: "…" } } }.',
    ],
    [
      "a pool's name",
      { pools: { my_pool: { flavour: "b3-16" } } },
      'shop/apps: { pools } names one "my_pool". Write lower-case letters, digits and hyphens, a letter first, at most 30.',
    ],
    [
      "an upside-down pool",
      { pools: { general: { flavour: "b3-16", nodes: { min: 5, max: 2 } } } },
      'shop/apps: pool "general" has between 5 and 2 nodes. Say whole numbers, the smaller first, { nodes: { min: 3, max: 9 } }.',
    ],
    [
      "a zone of elsewhere",
      { pools: { general: { flavour: "b3-16", zones: ["eu-west-par-a"] } } },
      'shop/apps: pool "general" names the zone "eu-west-par-a". The place has one zone only: leave out { zones }.',
    ],
    [
      "an issuer in clear",
      { signIn: { issuerUrl: "http://id.example.com", clientId: "k" } },
      'shop/apps: { signIn: { issuerUrl: "http://id.example.com" } } is not https. The cluster believes what it reads there: take the issuer\'s https:// address.',
    ],
  ])("refuses %s", (_, props, message) => {
    expect(refusal(() => cluster(props))).toBe(message);
  });

  it("refuses a network elsewhere", () => {
    const stack = stackAt();
    const network = new Network(new DataCentre(stack, "south", { at: PAR }), "network");
    expect(refusal(() => new Cluster(stack, "apps", { network, allowedFrom: [office], pools }))).toBe(
      "shop/apps: it stands at ovh:GRA11 and its network at ovh:EU-WEST-PAR. Nodes are where their network is: put both into one data centre.",
    );
  });
});

describe("Database", () => {
  it("lets the network in and nobody else, keeps backups at home, and is not deleted by mistake", () => {
    expect(only(database().stack, "ovh_cloud_project_database")).toMatchObject({
      ip_restrictions: [{ ip: "10.0.0.0/20", description: "shop/network, subnet main" }],
      backup_regions: ["GRA"],
      deletion_protection: true,
      plan: "business",
    });
  });

  it("keeps its backups at a second place too, when told", () => {
    expect(only(database({ backupsAlsoAt: ovh("SBG5") }).stack, "ovh_cloud_project_database")["backup_regions"]).toEqual(["GRA", "SBG"]);
  });

  it.each(["kafka", "mongodb", "opensearch", "clickhouse"] as const)("gives %s, which votes, three nodes", (engine) => {
    expect(only(database({ engine }).stack, "ovh_cloud_project_database")["nodes"]).toHaveLength(3);
  });

  it.each<[string, Partial<DatabaseProps>, string]>([
    ["backups outside the policy", { backupsAlsoAt: ovh.outsideEu("BHS5") }, "BHS5"],
    [
      "an hour that is none",
      { backupAt: "25:00" },
      'shop/orders: { backupAt: "25:00" } is no time of day. Write hours and minutes of universal time, { backupAt: "02:00" }.',
    ],
    ["no node", { nodes: 0 }, "shop/orders: { nodes: 0 } is no number of nodes. Say one or more."],
    [
      "a database's name",
      { databases: ["Orders; drop"] },
      'shop/orders: { databases } names one "Orders; drop". Write lower-case letters, digits, hyphens and underscores, a letter first, at most 63.',
    ],
    [
      "MongoDB's backups twice",
      { engine: "mongodb", backupsAlsoAt: ovh("SBG5") },
      "Database shop-orders wants its backups in GRA11 and SBG5; OVHcloud keeps those of MongoDB in one region. Leave out { backupsAlsoAt }, and copy a dump into a bucket there.",
    ],
  ])("refuses %s", (_, props, message) => {
    expect(refusal(() => database(props))).toContain(message);
  });
});

describe("KeyRing", () => {
  it("has one key for data unless told", () => {
    const stack = stackAt();
    expect(new KeyRing(stack, "keys").key().name).toBe("data");
    expect(only(stack, "ovh_okms_service_key")).toMatchObject({ name: "data", type: "oct", size: 256 });
  });

  it.each<[string, (ring: KeyRing, identity: Identity) => unknown, string]>([
    [
      "a key that is not there",
      (ring) => ring.key("nope"),
      'shop/keys: there is no key "nope". There are: data, seal. Add it: { keys: { "nope": "encrypt" } }.',
    ],
    [
      "encryption with a key that signs",
      (ring, identity) => ring.grantUse(identity, "seal"),
      'shop/keys: key "seal" signs, and is granted for encryption. Grant a key that encrypts, { keys: { data: "encrypt" } }.',
    ],
  ])("refuses %s", (_, act, message) => {
    const stack = stackAt();
    const ring = new KeyRing(stack, "keys", { keys: { data: "encrypt", seal: "sign" } });
    expect(refusal(() => act(ring, new Identity(stack, "back-end")))).toBe(message);
  });

  it.each([
    [{}, 'shop/keys: { keys } is empty: a ring without a key protects nothing. Leave it out for one key, "data".'],
    [
      { "My Key": "encrypt" },
      'shop/keys: { keys } names one "My Key". Write lower-case letters, digits and hyphens, a letter first, at most 50.',
    ],
  ] as const)("refuses the keys %j", (keys, message) => {
    expect(refusal(() => new KeyRing(stackAt(), "keys", { keys }))).toBe(message);
  });
});

describe("SecretStore", () => {
  const store = (secrets: NonNullable<SecretStoreProps["secrets"]>, stack = stackAt()) => ({
    stack,
    store: new SecretStore(stack, "secrets", { secrets }),
  });

  it("asks for a value when the engine runs, and writes a reference", () => {
    const { stack } = store({ api: "variable" });
    const { variable, resource } = written(stack);
    const asked = Object.entries(variable).find(([name]) => name.startsWith("secrets_api"))?.[1];
    expect(asked).toMatchObject({ type: "string", sensitive: true });
    expect(asked).not.toHaveProperty("default");
    const secret = Object.values(resource["ovh_okms_secret"] ?? {})[0];
    expect(secret?.["version"]).toEqual({ data: expect.stringMatching(/^\$\{jsonencode\(\{ value = var\.secrets_api_\w+ \}\)\}$/) });
  });

  it("takes what another resource made", () => {
    const stack = stackAt();
    const orders = new Database(stack, "orders", { engine: "postgresql", version: "17", network: new Network(stack, "network") });
    const password = orders.grantConnect(new Identity(stack, "back-end")).credentials?.secret ?? "";
    store({ "orders-password": { reference: password } }, stack);
    const secret = only(stack, "ovh_okms_secret");
    expect(secret["version"]).toEqual({
      data: expect.stringMatching(/^\$\{jsonencode\(\{ value = ovh_cloud_project_database_postgresql_user\.[^ ]+\.password \}\)\}$/),
    });
  });

  it("knows nothing of what comes from outside", () => {
    const { stack, store: secrets } = store({ smtp: "outside" });
    expect(Object.keys(written(stack).resource)).toEqual(["ovh_okms"]);
    expect(secrets.path("smtp")).toBe("shop-secrets/smtp");
  });

  it.each(["hunter2", "a${var.b}c", '${"hunter2"}', ""])("refuses the literal %j", (reference) => {
    expect(refusal(() => store({ api: { reference } }))).toBe(
      'shop/secrets: secret "api" is given as a literal, which would stand in the written document for everybody to read. Write "outside" and put it into the store yourself, or "variable" and give it when the engine runs.',
    );
  });

  it.each([
    [{ sensitive: false }, "is not sensitive"],
    [{ sensitive: true, default: "hunter2" }, "has a default, and so a value that anybody can read"],
  ])("refuses the variable %j", (config, why) => {
    const stack = stackAt();
    const variable = new TerraformVariable(stack, "api", { type: "string", ...config });
    expect(refusal(() => store({ api: variable }, stack))).toBe(
      `shop/secrets: secret "api" comes from the variable api, which ${why}. Make it { sensitive: true } without a default, or write "variable" for one made here.`,
    );
  });

  it("grants by name, and refuses a name that is not there", () => {
    const { stack, store: secrets } = store({ smtp: "outside" });
    const back = new Identity(stack, "back-end");
    secrets.grantRead(back, "smtp");
    expect(only(stack, "ovh_iam_policy")["resources"]).toEqual([expect.stringMatching(/\/secret\/shop-secrets%2Fsmtp$/)]);
    expect(refusal(() => secrets.grantRead(back, "nope"))).toBe(
      'shop/secrets: there is no secret "nope". There are: smtp. Add it: { secrets: { "nope": "outside" } }.',
    );
  });
});

describe("Registry", () => {
  it("is reached from named addresses only", () => {
    const stack = stackAt();
    new Registry(stack, "images", { allowedFrom: [{ cidr: office, description: "Office" }] });
    expect(only(stack, "ovh_cloud_project_containerregistry_ip_restrictions_registry")["ip_restrictions"]).toEqual([
      { ip_block: office, description: "Office" },
    ]);
  });

  it("refuses private addresses, which never arrive there", () => {
    const stack = stackAt();
    const network = new Network(stack, "network");
    expect(refusal(() => new Registry(stack, "images", { allowedFrom: [network] }))).toBe(
      "shop/images: Registry shop-images lets in 10.0.0.0/20 (shop/network, subnet main), private addresses that it never sees: OVHcloud's registries are reached over the internet only. Name the public address by which that network goes out.",
    );
  });

  it("refuses to be reached from nowhere, which means from everywhere", () => {
    expect(refusal(() => new Registry(stackAt(), "images", { allowedFrom: [] }))).toContain("shop/images: { allowedFrom } is empty.");
  });
});

describe("Backup", () => {
  const server = (stack = stackAt()) =>
    new Instance(stack, "server", { network: new Network(stack, "network"), image: "Debian 12", flavour: "b3-8", sshKey: KEY });

  it("copies every night and keeps two weeks", () => {
    const stack = stackAt();
    new Backup(stack, "nightly", { of: [server(stack)] });
    expect(only(stack, "ovh_cloud_project_workflow_backup")).toMatchObject({ cron: "0 2 * * *", rotation: 14 });
  });

  it.each<[string, object, string]>([
    [
      "nothing",
      { of: [] },
      "shop/nightly: { of } is empty: a backup of nothing gives nothing back. Name machines or volumes, { of: [server] }.",
    ],
    ["no copy", { keep: 0 }, "shop/nightly: { keep: 0 } keeps no copy. Say how many, { keep: 14 }."],
    [
      "an hour that is none",
      { at: "2am" },
      'shop/nightly: { at: "2am" } is no time of day. Write hours and minutes of universal time, { at: "02:00" }.',
    ],
  ])("refuses %s", (_, props, message) => {
    const stack = stackAt();
    expect(refusal(() => new Backup(stack, "nightly", { of: [server(stack)], ...props }))).toBe(message);
  });

  it("refuses a machine that stands elsewhere", () => {
    const stack = stackAt();
    const there = new DataCentre(stack, "there", { at: ovh("SBG5") });
    expect(refusal(() => new Backup(there, "nightly", { of: [server(stack)] }))).toBe(
      "shop/there/nightly: it stands at ovh:SBG5 and would copy shop/server, which stands at ovh:GRA11. Put a Backup beside it.",
    );
  });
});

describe("AuditLog", () => {
  it("locks its archive for a year and keeps it at a second place too", () => {
    const stack = stackAt();
    new AuditLog(stack, "audit", { archiveAlsoAt: ovh("SBG5") });
    const buckets = Object.values(ofType(stack, "ovh_cloud_project_storage"));
    expect(buckets.map(({ region_name, object_lock }) => [region_name, object_lock]).sort()).toEqual([
      ["GRA", { status: "enabled", rule: { mode: "governance", period: "P365D" } }],
      ["SBG", { status: "enabled", rule: { mode: "governance", period: "P365D" } }],
    ]);
  });

  it("lets a collector add, and neither read nor delete", () => {
    const stack = stackAt();
    new AuditLog(stack, "audit").grantAppend(new Identity(stack, "collector"));
    const policy = String(only(stack, "ovh_cloud_project_user_s3_policy")["policy"]);
    expect(policy).toContain("s3:PutObject");
    expect(policy).not.toMatch(/s3:(?:Get|Delete|Bypass|List)Object/);
  });

  it.each<[string, (log: AuditLog, identity: Identity) => unknown, string]>([
    [
      "to be searched without a service",
      (log, who) => log.grantSearch(who),
      "shop/audit: there is no live log to search: no { service } is named. Name one, or grantRead(machine) on the archive.",
    ],
  ])("refuses %s", (_, act, message) => {
    const stack = stackAt();
    expect(refusal(() => act(new AuditLog(stack, "audit"), new Identity(stack, "people", { kind: "people" })))).toBe(message);
  });

  it("refuses to keep nothing", () => {
    expect(refusal(() => new AuditLog(stackAt(), "audit", { keepDays: 0 }))).toBe(
      "shop/audit: { keepDays: 0 } keeps nothing. Say whole days, { keepDays: 365 }.",
    );
  });
});
