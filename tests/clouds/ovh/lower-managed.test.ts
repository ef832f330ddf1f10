import { describe, expect, it } from "vitest";
import type { Concepts, Lower, Place } from "../../../clouds/contract/index.ts";
import { ovh } from "../../../clouds/ovh/index.ts";
import { recorder, SPECS, type Specs } from "../../../testing/index.ts";
import { refusal } from "../../constructs/in-stack.ts";

const at = ovh as unknown as (region: string) => Place;

function write<C extends keyof Concepts>(
  concept: C,
  kind: string,
  region = "GRA11",
  account: Readonly<Record<string, string>> = { project: "p" },
) {
  const place = at(region);
  const spec = (SPECS[concept] as Specs<C> | undefined)?.[kind]?.(place);
  if (spec === undefined) throw new Error(`no ${concept} ${kind}`);
  const tape = recorder(place, account);
  const outputs = (ovh.lower[concept as keyof typeof ovh.lower] as unknown as Lower<C>)(spec, tape.cx);
  const drafts = tape.drafts();
  return {
    outputs,
    drafts,
    types: drafts.map(({ type }) => type),
    args: (type: string) => drafts.find((draft) => draft.type === type)?.args,
  };
}

describe("identities", () => {
  it("makes a machine a client with a key of its own, and no right", () => {
    const { drafts, outputs } = write("identity", "machine");
    expect(drafts.map(({ type, args }) => [type, args])).toEqual([
      ["ovh_me_api_oauth2_client", { name: "shop-back-end", description: "Runs the shop", flow: "CLIENT_CREDENTIALS" }],
    ]);
    expect(outputs).toEqual({
      principal: "${ovh_me_api_oauth2_client.client.identity}",
      credentials: { id: "${ovh_me_api_oauth2_client.client.client_id}", secret: "${ovh_me_api_oauth2_client.client.client_secret}" },
    });
  });

  it("makes people a group whose role gives no right", () => {
    const { args, outputs } = write("identity", "people");
    expect(args("ovh_me_identity_group")).toEqual({ name: "shop-people", description: "Run the shop", role: "NONE" });
    expect(outputs).toEqual({ principal: "${ovh_me_identity_group.group.urn}" });
  });
});

describe("access", () => {
  it("writes one document for all buckets, each with what was granted on it and nothing else", () => {
    const { types, args, outputs } = write("access", "buckets");
    expect(types).toEqual(["ovh_cloud_project_user", "ovh_cloud_project_user_s3_policy", "ovh_cloud_project_user_s3_credential"]);
    expect(args("ovh_cloud_project_user")).toEqual({
      service_name: "p",
      description: "shop-back-end",
      role_names: ["objectstore_operator"],
    });
    expect(JSON.parse(String(args("ovh_cloud_project_user_s3_policy")?.["policy"]))).toEqual({
      Statement: [
        {
          Sid: "Granted1",
          Effect: "Allow",
          Action: [
            "s3:AbortMultipartUpload",
            "s3:DeleteObject",
            "s3:GetBucketLocation",
            "s3:GetObject",
            "s3:ListBucket",
            "s3:ListBucketMultipartUploads",
            "s3:ListMultipartUploadParts",
            "s3:PutObject",
          ],
          Resource: ["arn:aws:s3:::${store.b.name}", "arn:aws:s3:::${store.b.name}/*"],
        },
        {
          Sid: "Granted2",
          Effect: "Allow",
          Action: ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
          Resource: ["arn:aws:s3:::${store.c.name}", "arn:aws:s3:::${store.c.name}/in/*"],
        },
      ],
    });
    expect(outputs.credentials?.secret).toBe("${ovh_cloud_project_user_s3_credential.key.secret_access_key}");
  });

  it.each([
    [
      "a key",
      "urn:v1:eu:resource:okms:${ring.r.id}/serviceKey/${ring.k.id}",
      [
        "okms:apikms:serviceKey/dataKey/create",
        "okms:apikms:serviceKey/dataKey/decrypt",
        "okms:apikms:serviceKey/decrypt",
        "okms:apikms:serviceKey/encrypt",
        "okms:apikms:serviceKey/get",
      ],
    ],
    [
      "a secret",
      "urn:v1:eu:resource:okms:${ring.r.id}/secret/shop%2Fsmtp",
      ["okms:apikms:secret/get", "okms:apikms:secret/version/getData"],
    ],
    [
      "all secrets",
      "urn:v1:eu:resource:okms:${ring.r.id}",
      ["okms:apikms:secret/create", "okms:apikms:secret/get", "okms:apikms:secret/version/create"],
    ],
    [
      "audit log",
      "urn:v1:eu:resource:ldp:ldp-ab-12345",
      ["ldp:apiovh:get", "ldp:apiovh:output/graylog/stream/get", "ldp:apiovh:output/graylog/stream/url/get", "ldp:graylog:stream/read"],
    ],
    ["cluster", "urn:v1:eu:resource:publicCloudProject:p", ["publicCloudProject:apiovh:kube/*"]],
  ])("writes a policy of its own for %s", (kind, resource, allow) => {
    const { types, args } = write("access", kind);
    expect(types).toEqual(["ovh_iam_policy"]);
    expect(args("ovh_iam_policy")).toMatchObject({ name: "shop-access", resources: [resource], allow });
  });

  it("lets who reads the project change nothing", () => {
    const allow = write("access", "account, read").args("ovh_iam_policy")?.["allow"] as readonly string[];
    expect(allow.length).toBeGreaterThan(30);
    for (const action of allow) expect(action).toMatch(/^publicCloudProject:apiovh:([A-Za-z0-9/]+\/)?get$/);
  });

  it("lets who operates the project make no users and no keys to its buckets", () => {
    const { cx, drafts } = recorder(at("GRA11"), { project: "p" });
    const statement = { concept: "account", access: "operate" } as const;
    ovh.lower.access(
      {
        name: "n",
        identity: { name: "i", description: "", kind: "people", principal: "u" },
        concept: "account",
        first: statement,
        statements: () => [statement],
      },
      cx,
    );
    const allow = drafts()[0]?.args["allow"] as readonly string[];
    expect(allow.filter((action) => /user|role|\*$/.test(action) && !/^publicCloudProject:apiovh:[a-zA-Z]+\/\*$/.test(action))).toEqual([]);
    expect(allow.join()).not.toMatch(/:user\//);
  });

  it.each([
    ["postgresql", "ovh_cloud_project_database_postgresql_user", {}],
    ["valkey", "ovh_cloud_project_database_valkey_user", { categories: ["+@all", "-@admin", "-@dangerous"], keys: ["*"], channels: ["*"] }],
    ["opensearch", "ovh_cloud_project_database_opensearch_user", { acls: [{ pattern: "*", permission: "readwrite" }] }],
    ["mongodb", "ovh_cloud_project_database_mongodb_user", { roles: ["readWriteAnyDatabase@admin"] }],
    ["clickhouse", "ovh_cloud_project_database_clickhouse_user", {}],
    ["mysql", "ovh_cloud_project_database_user", { engine: "mysql" }],
    ["kafka", "ovh_cloud_project_database_user", { engine: "kafka" }],
  ])("makes a user of %s who manages nothing", (engine, type, rights) => {
    const { cx, drafts } = recorder(at("GRA11"), { project: "p" });
    const statement = { concept: "database", databaseId: "d", engine, access: "connect" } as const;
    const identity = { name: "back-end", description: "", kind: "machine", principal: "u" } as const;
    const outputs = ovh.lower.access({ name: "n", identity, concept: "database", first: statement, statements: () => [statement] }, cx);
    expect(drafts().map(({ type, args }) => [type, args])).toEqual([
      [type, { service_name: "p", cluster_id: "d", name: "back-end", ...rights }],
    ]);
    expect(outputs.credentials).toEqual({ id: "back-end", secret: `\${${type}.user.password}` });
  });

  it("refuses people what they would have to share", () => {
    expect(refusal(() => write("access", "buckets, people"))).toBe(
      'OVHcloud\'s object store knows key pairs, not people. Grant the bucket to a machine, new Identity(scope, id, { kind: "machine" }), that people use through the bastion.',
    );
  });
});

describe("clusters", () => {
  it("keeps nodes private, out by the gateway, and the API to named addresses", () => {
    const { types, args } = write("cluster", "default");
    expect(types).toEqual(["ovh_cloud_project_kube", "ovh_cloud_project_kube_iprestrictions", "ovh_cloud_project_kube_nodepool"]);
    expect(args("ovh_cloud_project_kube")).toEqual({
      service_name: "p",
      region: "GRA11",
      name: "shop-apps",
      plan: "standard",
      update_policy: "MINIMAL_DOWNTIME",
      private_network_id: "${net.n.id}",
      nodes_subnet_id: "${net.s.id}",
      load_balancers_subnet_id: "${net.s.id}",
      private_network_configuration: [{ default_vrack_gateway: "", private_network_routing_as_default: true }],
    });
    expect(args("ovh_cloud_project_kube_iprestrictions")).toMatchObject({ ips: ["198.51.100.0/24"] });
    expect(args("ovh_cloud_project_kube_nodepool")).toMatchObject({
      name: "general",
      desired_nodes: 3,
      autoscale: false,
      anti_affinity: true,
    });
  });

  it("spreads a pool over the zones, a pool in each, nodes rounded up", () => {
    const { drafts } = write("cluster", "largest", "EU-WEST-PAR");
    const pools = drafts.filter(({ type }) => type === "ovh_cloud_project_kube_nodepool");
    expect(pools.map(({ args }) => [args["name"], args["availability_zones"], args["min_nodes"], args["max_nodes"]])).toEqual([
      ["general-a", ["eu-west-par-a"], 1, 4],
      ["general-b", ["eu-west-par-b"], 1, 4],
      ["general-c", ["eu-west-par-c"], 1, 4],
    ]);
    expect(pools[0]?.options.ignoreChanges).toEqual(["desired_nodes"]);
    expect(pools[0]?.args["template"]).toEqual([
      {
        metadata: [{ annotations: {}, finalizers: [], labels: { tier: "web" } }],
        spec: [
          {
            unschedulable: false,
            taints: [
              { key: "dedicated", effect: "NoSchedule", value: "web" },
              { key: "spot", effect: "PreferNoSchedule" },
            ],
          },
        ],
      },
    ]);
  });

  it("sends the audit log where it is told, and believes the company's directory", () => {
    const { args } = write("cluster", "largest");
    expect(args("ovh_cloud_project_kube_log_subscription")).toMatchObject({ kind: "audit", stream_id: "${log.l.id}" });
    expect(args("ovh_cloud_project_kube_oidc")).toMatchObject({
      oidc_username_prefix: "oidc:",
      oidc_groups_claim: ["groups"],
      oidc_groups_prefix: "oidc:",
    });
    expect(args("ovh_cloud_project_kube")).toMatchObject({ version: "1.34", update_policy: "NEVER_UPDATE" });
  });

  it.each([
    [
      "one control plane",
      "EU-WEST-PAR",
      "Cluster shop-apps stands in EU-WEST-PAR, where OVHcloud runs control planes over three zones only. Leave out { highlyAvailable: false }.",
    ],
    [
      "no way out",
      "GRA11",
      "Cluster shop-apps has no way out: OVHcloud's nodes fetch their images and report to their control plane through the network's gateway. Give the network one.",
    ],
    [
      "the pods' addresses",
      "GRA11",
      'Cluster shop-apps stands in a network of 10.3.0.0/16, which overlaps 10.3.0.0/16: OVHcloud\'s clusters use these for their pods and services. Give the network other addresses, { addresses: "10.64.0.0/16" }.',
    ],
  ])("refuses %s in %s", (kind, region, message) => {
    expect(refusal(() => write("cluster", kind, region))).toBe(message);
  });
});

describe("databases", () => {
  it("stands in the private network only, and says where its backups are", () => {
    const { args, types } = write("database", "postgresql");
    expect(args("ovh_cloud_project_database")).toEqual({
      service_name: "p",
      description: "shop-orders",
      engine: "postgresql",
      version: "17",
      plan: "business",
      flavor: "db1-4",
      disk_size: 240,
      nodes: [
        { region: "GRA", network_id: "${net.n.id}", subnet_id: "${net.s.id}" },
        { region: "GRA", network_id: "${net.n.id}", subnet_id: "${net.s.id}" },
      ],
      ip_restrictions: [{ ip: "10.64.0.0/20", description: "shop/network, subnet main" }],
      backup_regions: ["GRA"],
      backup_time: "02:00:00",
      maintenance_time: "04:00:00",
      deletion_protection: true,
    });
    expect(types.slice(1)).toEqual([
      "ovh_cloud_project_database_database",
      "ovh_cloud_project_database_database",
      "ovh_cloud_project_database_log_subscription",
    ]);
  });

  it.each([
    ["mysql", { plan: "enterprise", flavor: "db1-30" }],
    ["mongodb", { plan: "production" }],
    ["valkey", { plan: "essential" }],
    ["kafka", { plan: "business" }],
    ["opensearch", { plan: "business", opensearch_acls_enabled: true }],
    ["clickhouse", { plan: "production", flavor: "db2-60" }],
  ])("writes %s as OVHcloud sells it", (engine, expected) => {
    expect(write("database", engine).args("ovh_cloud_project_database")).toMatchObject({ engine, ...expected });
  });

  it("says nothing of backups where there are none, nor of their hour where it is not ours", () => {
    expect(write("database", "kafka").args("ovh_cloud_project_database")).not.toHaveProperty("backup_regions");
    expect(write("database", "opensearch").args("ovh_cloud_project_database")).not.toHaveProperty("backup_time");
  });

  it.each([
    [
      "five nodes",
      "Database shop-orders asks for 5 nodes; OVHcloud sells postgresql with 1 (essential), 2 (business), 3 (enterprise). Choose one of these, { nodes: 1 }.",
    ],
    [
      "too large",
      'Database shop-orders asks for 4000 GB of memory; OVHcloud\'s largest node that we know has 120. Name a larger one if there is, { size: "…" }, or take more nodes.',
    ],
  ])("refuses %s", (kind, message) => {
    expect(refusal(() => write("database", kind))).toBe(message);
  });

  it("refuses a region that sells none", () => {
    expect(refusal(() => write("database", "postgresql", "EU-WEST-LZ-BRU-A"))).toMatch(
      /^OVHcloud sells no database in EU-WEST-LZ-BRU-A \(Brussels\)\. Put it into /,
    );
  });
});

describe("keys, secrets, registries, backups and logs", () => {
  it.each([
    ["GRA11", "eu-west-gra"],
    ["SBG5", "eu-west-sbg"],
    ["EU-WEST-PAR", "eu-west-par"],
    ["DE1", "eu-west-lim"],
  ])("keeps keys of %s in %s", (region, codename) => {
    expect(write("keyRing", "default", region).args("ovh_okms")).toEqual({
      ovh_subsidiary: "FR",
      region: codename,
      display_name: "shop-keys",
    });
  });

  it("buys from the subsidiary that the account names", () => {
    expect(write("keyRing", "default", "GRA11", { project: "p", subsidiary: "DE" }).args("ovh_okms")).toMatchObject({
      ovh_subsidiary: "DE",
    });
  });

  it("makes each key for one use", () => {
    const keys = write("keyRing", "every")
      .drafts.slice(1)
      .map(({ args }) => [args["name"], args["type"], args["operations"]]);
    expect(keys).toEqual([
      ["data", "oct", ["encrypt", "decrypt"]],
      ["envelope", "oct", ["wrapKey", "unwrapKey"]],
      ["receipts", "EC", ["sign", "verify"]],
    ]);
  });

  it("never writes a secret that comes from outside", () => {
    const { types, outputs } = write("secretStore", "a ring of its own");
    expect(types).toEqual(["ovh_okms"]);
    expect(outputs).toMatchObject({ secretStoreId: "${ovh_okms.domain.id}", paths: { smtp: "shop-secrets/smtp" } });
  });

  it("hands a reference on as JSON", () => {
    const { types, args } = write("secretStore", "largest");
    expect(types).toEqual(["ovh_okms_secret"]);
    expect(args("ovh_okms_secret")).toMatchObject({ okms_id: "${ring.r.id}", path: "shop-secrets/api", metadata: { max_versions: 3 } });
  });

  it("walls a registry on both sides", () => {
    const { drafts } = write("registry", "default");
    const wall = [{ ip_block: "198.51.100.0/24", description: "Office" }];
    expect(drafts.map(({ type, args }) => [type, args["ip_restrictions"]])).toEqual([
      ["ovh_cloud_project_containerregistry", undefined],
      ["ovh_cloud_project_containerregistry_ip_restrictions_management", wall],
      ["ovh_cloud_project_containerregistry_ip_restrictions_registry", wall],
    ]);
    expect(drafts[0]?.args["region"]).toBe("GRA");
  });

  it.each([
    ["daily", ["5 2 * * *"]],
    ["weekly", ["30 23 * * 0", "30 23 * * 0"]],
  ])("schedules %s copies", (kind, crons) => {
    const { drafts } = write("backup", kind);
    expect(drafts.map(({ args }) => args["cron"])).toEqual(crons);
    expect(drafts.every(({ args }) => args["region_name"] === "GRA11" && args["max_execution_count"] === 0)).toBe(true);
  });

  it("refuses volumes, which have no schedule", () => {
    expect(refusal(() => write("backup", "volume"))).toBe(
      "Backup shop-nightly covers disk: OVHcloud's provider (2.19) copies a volume once, and has no schedule for it. Leave volumes out and keep their data in a bucket or a database, which have copies of their own.",
    );
  });

  it("loses no line of an audit log", () => {
    expect(write("auditLog", "default").args("ovh_dbaas_logs_output_graylog_stream")).toMatchObject({
      service_name: "ldp-ab-12345",
      pause_indexing_on_max_size: false,
      web_socket_enabled: false,
    });
    expect(refusal(() => write("auditLog", "no service"))).toBe(
      'Audit log shop-audit names no service. OVHcloud\'s provider cannot order one: buy it in the console, in a region of the policy, and name it, { service: "ldp-ab-12345" }.',
    );
  });
});
