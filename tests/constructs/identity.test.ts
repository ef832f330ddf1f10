import { describe, expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import {
  Bucket,
  Cluster,
  Database,
  DataCentre,
  Identity,
  KeyRing,
  Network,
  resourcesOf,
  type SovereignApp,
  SovereignStack,
} from "../../constructs/index.ts";
import { ofType, only, refusal, stackAt, written } from "./in-stack.ts";

describe("an identity", () => {
  it("begins with no right at all", () => {
    const stack = stackAt();
    new Identity(stack, "back-end");
    expect(Object.keys(written(stack).resource)).toEqual(["ovh_me_api_oauth2_client"]);
  });

  it("aggregates what is granted on all buckets into one document", () => {
    const stack = stackAt();
    const media = new Bucket(stack, "media");
    const logs = new Bucket(stack, "logs");
    const back = new Identity(stack, "back-end");
    media.grantRead(back);
    logs.grantWrite(back, { prefix: "app/" });
    media.grantRead(back);
    const policy = JSON.parse(String(only(stack, "ovh_cloud_project_user_s3_policy")["policy"])) as { Statement: { Resource: string[] }[] };
    expect(policy.Statement.map(({ Resource }) => Resource[1])).toEqual([
      expect.stringMatching(/^arn:aws:s3:::\$\{ovh_cloud_project_storage\.media_[^}]+\.name\}\/\*$/),
      expect.stringMatching(/^arn:aws:s3:::\$\{ovh_cloud_project_storage\.logs_[^}]+\.name\}\/app\/\*$/),
    ]);
  });

  it("is not granted all because a prefix was mistyped", () => {
    const stack = stackAt();
    const media = new Bucket(stack, "media");
    const back = new Identity(stack, "back-end");
    expect(refusal(() => media.grantRead(back, { prefx: "public/" } as never))).toBe(
      "shop/media: grantRead has no { prefx }. Did you mean { prefix }? It takes prefix.",
    );
    expect(refusal(() => media.grantWrite(back, "public/" as never))).toBe(
      'shop/media: grantWrite takes an object of options, and got "public/".',
    );
  });

  it("is granted what another stack holds, which is then deployed first", () => {
    const base = stackAt();
    const shop = new SovereignStack(base.node.root as SovereignApp, "apps", { at: ovh("GRA11") });
    const orders = new Database(base, "orders", { engine: "postgresql", version: "17", network: new Network(base, "network") });
    orders.grantConnect(new Identity(shop, "web"));
    base.prepareStack();
    shop.prepareStack();
    expect(shop.dependencies).toEqual([base]);
    expect(String(only(shop, "ovh_cloud_project_database_postgresql_user")["cluster_id"])).toMatch(/^\$\{data\.terraform_remote_state\./);
  });

  it("takes grants that come after everything else", () => {
    const stack = stackAt();
    const back = new Identity(stack, "back-end");
    new Bucket(stack, "a").grantRead(back);
    new Bucket(stack, "z").grantRead(back);
    expect(String(only(stack, "ovh_cloud_project_user_s3_policy")["policy"]).match(/Granted/g)).toHaveLength(2);
  });

  it("keeps each thing's rights in a policy of their own, so that one never widens another", () => {
    const stack = stackAt();
    const ring = new KeyRing(stack, "keys", { keys: { a: "encrypt", b: "encrypt" } });
    const back = new Identity(stack, "back-end");
    ring.grantEncrypt(back, "a");
    ring.grantDecrypt(back, "b");
    const policies = Object.values(ofType(stack, "ovh_iam_policy"));
    expect(policies.map(({ resources, allow }) => [resources, (allow as string[]).some((action) => action.endsWith("/decrypt"))])).toEqual([
      [[expect.stringMatching(/serviceKey\/\$\{ovh_okms_service_key\.keys_key-a_[^}]+\.id\}$/)], false],
      [[expect.stringMatching(/serviceKey\/\$\{ovh_okms_service_key\.keys_key-b_[^}]+\.id\}$/)], true],
    ]);
  });

  it("adds a second right on the same thing to the same policy", () => {
    const stack = stackAt();
    const ring = new KeyRing(stack, "keys");
    const back = new Identity(stack, "back-end");
    expect(ring.grantEncrypt(back)).toBe(ring.grantDecrypt(back));
    expect(only(stack, "ovh_iam_policy")["allow"]).toHaveLength(5);
  });

  it("gives policies names that no two share", () => {
    const stack = stackAt();
    const people = new Identity(stack, "people", { kind: "people", account: "read" });
    const ring = new KeyRing(stack, "keys", { keys: { a: "encrypt", b: "encrypt" } });
    ring.grantEncrypt(people, "a");
    ring.grantEncrypt(people, "b");
    const names = Object.values(ofType(stack, "ovh_iam_policy")).map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
  });

  it("lists the resources of the identity and of all its accesses", () => {
    const stack = stackAt();
    const back = new Identity(stack, "back-end");
    const access = back.allow({ concept: "account", access: "read" });
    expect(back.resources.map(({ terraformResourceType }) => terraformResourceType)).toEqual([
      "ovh_me_api_oauth2_client",
      "ovh_iam_policy",
    ]);
    expect(resourcesOf(access)).toHaveLength(1);
  });

  it("is open to overrides", () => {
    const stack = stackAt();
    const people = new Identity(stack, "people", { kind: "people" });
    people.resources[0]?.addOverride("role", "ADMIN");
    expect(only(stack, "ovh_me_identity_group")["role"]).toBe("ADMIN");
  });

  it("signs in by name to what keeps users of its own", () => {
    const stack = stackAt();
    const network = new Network(stack, "network");
    const orders = new Database(stack, "orders", { engine: "postgresql", version: "17", network });
    const back = new Identity(stack, "back-end");
    const access = orders.grantConnect(back);
    expect(access.credentials?.id).toBe("shop-back-end");
    expect(only(stack, "ovh_cloud_project_database_postgresql_user")["name"]).toBe(back.identityName);
  });

  it("refuses to let people share a database user", () => {
    const stack = stackAt();
    const orders = new Database(stack, "orders", { engine: "mysql", version: "8", network: new Network(stack, "network") });
    expect(refusal(() => orders.grantConnect(new Identity(stack, "people", { kind: "people" })))).toBe(
      'shop/people/database-shop-orders: A database user is one name and one password, which people would have to share. Grant the database to a machine, new Identity(scope, id, { kind: "machine" }).',
    );
  });

  it("writes the same bytes for the same program", () => {
    const program = () => {
      const stack = stackAt();
      const back = new Identity(stack, "back-end", { account: "read" });
      for (const name of ["b", "a", "c"]) new Bucket(stack, name).grantRead(back);
      const network = new Network(stack, "network");
      new Cluster(stack, "apps", { network, allowedFrom: ["198.51.100.0/24"], pools: { general: { flavour: "b3-16" } } }).grantRead(back);
      return JSON.stringify(written(stack));
    };
    const first = program();
    for (let n = 0; n < 5; n++) expect(program()).toBe(first);
  });

  it("reaches things of another data centre of the same cloud", () => {
    const stack = stackAt();
    const dc = new DataCentre(stack, "north", { at: stack.place as never });
    const back = new Identity(stack, "back-end");
    expect(new Bucket(dc as never, "media").grantRead(back).credentials?.secret).toBeTypeOf("string");
  });
});
