import { describe, expect, it } from "vitest";
import { type Check, checkCluster, checkDatabase, checkGitLab } from "../../../delivery/doctor/index.ts";
import { clusterOf } from "../../../delivery/store/cluster.ts";
import { databaseOf } from "../../../delivery/store/database.ts";
import { gitLabAt } from "../../../delivery/store/gitlab.ts";
import { type Asked, answering } from "./server.ts";

const told = (checks: readonly Check[]): string => checks.map(({ id, status, because }) => `${id} ${status}: ${because}`).join("\n");
const heard = (checks: readonly Check[]): void => {
  for (const { status, fix } of checks) expect(status === "ok" || status === "unknown" || fix !== "").toBe(true);
};
const LONG_AGO = { Date: new Date(Date.now() - 600_000).toUTCString() };

type Say = Parameters<typeof answering>[0];

describe("a GitLab that keeps states", () => {
  const project = { package_registry_access_level: "enabled", statistics: { storage_size: 2_500_000 } };
  const good: Say = ({ path }) => (path.includes("/terraform/") ? [200, "{}"] : [200, project]);
  const state =
    (...answer: ReturnType<Say>): Say =>
    (asked) =>
      asked.path.includes("/terraform/") ? answer : good(asked);
  const whole =
    (...answer: ReturnType<Say>): Say =>
    (asked) =>
      asked.path.includes("/terraform/") ? good(asked) : answer;
  it.each<readonly [name: string, say: Say, says: RegExp]>([
    ["as it should be", good, /store\/clock ok[\s\S]*store\/credentials ok: it is there[\s\S]*store\/quota ok: the project holds 2\.5 MB/],
    ["that has none yet", state(404), /store\/credentials ok: there is none yet/],
    ["that does not know the token", state(401), /store\/credentials problem: the token may not read it \(401\)/],
    ["that is broken", state(500), /store\/reached problem: GitLab answered 500/],
    ["whose project a job may not look at", whole(403), /store\/quota unknown: how much the project holds this token may not see/],
    [
      "without a package registry",
      whole(200, { package_registry_access_level: "disabled" }),
      /store\/records warning: .* no package registry/,
    ],
    ["in another time", whole(200, project, LONG_AGO), /store\/clock warning: this machine's clock is 6\d\d s away/],
    ["that answers with a page", whole(200, "<html>"), /store\/reached problem/],
  ])("%s", async (_, say, says) => {
    const server = await answering(say);
    const at = gitLabAt(`${server.address}/api/v4/projects/infra%2Fshop/terraform/state/shop`, {
      TF_HTTP_USERNAME: "me",
      TF_HTTP_PASSWORD: "token",
    });
    const checks = at === null ? [] : await checkGitLab(at);
    server.close();
    expect(told(checks)).toMatch(says);
    heard(checks);
    expect(server.asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from("me:token").toString("base64")}`);
  });

  it("is asked with a job's own token by its header, and by nobody when nobody says who asks", async () => {
    const server = await answering(good);
    const address = `${server.address}/api/v4/projects/1/terraform/state/shop`;
    const job = gitLabAt(address, { TF_HTTP_USERNAME: "gitlab-ci-token", TF_HTTP_PASSWORD: "job" });
    if (job !== null) await checkGitLab(job);
    expect(server.asked[0]?.headers["job-token"]).toBe("job");
    server.close();
    const nobody = gitLabAt(address, {});
    expect(told(nobody === null ? [] : await checkGitLab(nobody))).toMatch(/store\/credentials problem: nobody says who asks/);
    const away = gitLabAt("http://127.0.0.1:9/api/v4/projects/1/terraform/state/shop", { TF_HTTP_USERNAME: "a", TF_HTTP_PASSWORD: "b" });
    expect(told(away === null ? [] : await checkGitLab(away))).toMatch(/store\/reached problem: .*cannot be reached \(ECONNREFUSED\)/);
    const clear = gitLabAt("http://gitlab.example.eu/api/v4/projects/1/terraform/state/shop", {
      TF_HTTP_USERNAME: "a",
      TF_HTTP_PASSWORD: "b",
    });
    expect(told(clear === null ? [] : await checkGitLab(clear))).toMatch(/called in clear/);
    expect(gitLabAt("https://states.example.eu/shop", {})).toBe(null);
  });
});

describe("a Kubernetes that keeps states", () => {
  const review = ({ body }: Asked) =>
    (JSON.parse(body) as { spec: { resourceAttributes: { verb: string; resource: string } } }).spec.resourceAttributes;
  const with_ =
    (quotas: unknown, allowed: (asked: ReturnType<typeof review>) => boolean = () => true): Say =>
    (asked) => {
      if (asked.path === "/version") return [200, { gitVersion: "v1.36.3" }];
      if (asked.path.includes("selfsubjectaccessreviews")) return [201, { status: { allowed: allowed(review(asked)) } }];
      return Array.isArray(quotas) ? [200, { items: quotas }] : [403];
    };
  const secrets = (hard: number, used: number) => [
    { status: { hard: { "count/secrets": String(hard) }, used: { "count/secrets": String(used) } } },
  ];
  it.each<readonly [name: string, say: Say, says: RegExp]>([
    ["as it should be", with_([]), /store\/clock ok[\s\S]*store\/write ok[\s\S]*store\/quota ok: no quota limits secrets/],
    ["with room", with_(secrets(100, 20)), /store\/quota ok: 80 more count\/secrets/],
    ["with little room", with_(secrets(25, 20)), /store\/quota warning: its quota of 25 count\/secrets has 5 left/],
    ["that is full", with_(secrets(20, 20)), /store\/quota problem: .* has 0 left/],
    ["whose quotas nobody may see", with_(null), /store\/quota unknown/],
    [
      "in which locks cannot be made",
      with_([], ({ resource, verb }) => resource !== "leases" || verb === "get"),
      /store\/write problem: this account may not create leases, update leases, delete leases/,
    ],
    ["that does not know the token", () => [401], /store\/credentials problem/],
  ])("%s", async (_, say, says) => {
    const server = await answering(say);
    const checks = await checkCluster(
      clusterOf({ host: server.address, namespace: "states", secret_suffix: "shop" }, { KUBE_TOKEN: "token" }),
    );
    server.close();
    expect(told(checks)).toMatch(says);
    heard(checks);
    expect(server.asked[0]?.headers.authorization).toBe("Bearer token");
  });

  it("only the engine can ask, or nobody can reach", async () => {
    expect(told(await checkCluster(clusterOf({ host: "https://kube.example.eu" }, {})))).toMatch(
      /store\/reached unknown: only the engine can ask the cluster/,
    );
    expect(told(await checkCluster(clusterOf({ host: "http://127.0.0.1:9" }, { KUBE_TOKEN: "t" })))).toMatch(/store\/reached problem/);
  });
});

describe("a PostgreSQL that keeps states", () => {
  it.each([
    [{}, {}, /store\/reached unknown: neither conn_str nor PG_CONN_STR/],
    [{ conn_str: "host=db dbname=x" }, {}, /store\/reached unknown: .*begins with postgres/],
    [{ conn_str: "postgres://127.0.0.1:9/x" }, {}, /store\/reached problem: .*ECONNREFUSED/],
    [{}, { PG_CONN_STR: "postgres://a:secret-of-somebody@127.0.0.1:9/x" }, /store\/reached problem/],
  ])("%j is told", async (config, env, says) => {
    const checks = await checkDatabase(databaseOf(config, env));
    expect(told(checks)).toMatch(says);
    expect(JSON.stringify(checks)).not.toContain("secret-of-somebody");
    heard(checks);
  });
});
