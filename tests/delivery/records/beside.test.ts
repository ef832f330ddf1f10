import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recordsBeside } from "../../../delivery/records/beside/index.ts";
import { program, scratch } from "../../rehearsal/programs.ts";
import { answering } from "../doctor/server.ts";

const ENV = { TF_HTTP_USERNAME: "me", TF_HTTP_PASSWORD: "token", KUBE_TOKEN: "token" };
const NAME = "20261128T090000Z-0a1b2c3d-deploy-applied.json";

/** The folder of a stack with this backend, and one with a record of it. */
function here(type: string, config: object) {
  const stack = program({ "cdk.tf.json": { terraform: { backend: { [type]: config } } } });
  const records = scratch();
  writeFileSync(join(records, NAME), '{"payload":"e30="}\n');
  const at = config as Record<string, string>;
  return { records, beside: (env: Record<string, string> = ENV) => recordsBeside({ type, at }, stack, env) };
}

const gitLab = (address: string) => here("http", { address: `${address}/api/v4/projects/infra%2Fshop/terraform/state/shop%20eu` });
const cluster = (host: string) => here("kubernetes", { host, namespace: "states", secret_suffix: "shop" });

describe("records beside a state", () => {
  it("in a GitLab are a package of its project, brought once", async () => {
    const server = await answering(() => [201]);
    const { records, beside } = gitLab(server.address);
    const found = beside();
    if (found === null || typeof found === "string") throw new Error(String(found));
    await found.bring(records);
    await found.bring(records);
    server.close();
    expect(server.asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ["PUT", `/api/v4/projects/infra%2Fshop/packages/generic/shop-eu.records/1.0.0/${NAME}`, readFileSync(join(records, NAME), "utf8")],
    ]);
    expect(server.asked[0]?.headers.authorization).toMatch(/^Basic /);
  });

  it("in a cluster are immutable secrets of its namespace, brought once", async () => {
    const server = await answering(() => [201]);
    const { records, beside } = cluster(server.address);
    const found = beside();
    if (found === null || typeof found === "string") throw new Error(String(found));
    await found.bring(records);
    server.close();
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /api/v1/namespaces/states/secrets"]);
    const secret = JSON.parse(server.asked[0]?.body ?? "") as {
      metadata: { name: string };
      immutable: boolean;
      data: Record<string, string>;
    };
    expect(secret).toMatchObject({ metadata: { name: "terroir-record-shop-20261128t090000z-0a1b2c3d-deploy-applied" }, immutable: true });
    expect(Buffer.from(secret.data[NAME] ?? "", "base64").toString()).toBe(readFileSync(join(records, NAME), "utf8"));
  });

  it.each([
    ["GitLab has it already", gitLab, 403, "Duplicate package is not allowed", null],
    ["the cluster has it already", cluster, 409, "", null],
    ["GitLab's token may not", gitLab, 403, "", /GitLab does not keep the record .*HTTP 403.*role Developer/],
    ["the account may not", cluster, 403, "", /The cluster .* does not keep the record .*HTTP 403/],
  ] as const)("when %s", async (_, there, status, body, says) => {
    const server = await answering(() => [status, body]);
    const { records, beside } = there(server.address);
    const found = beside();
    if (found === null || typeof found === "string") throw new Error(String(found));
    const brought = found.bring(records).then(
      () => null,
      (error: Error) => error.message,
    );
    expect(await brought).toEqual(says === null ? null : expect.stringMatching(says));
    server.close();
  });

  it.each([
    ["http", { address: "https://states.example.eu/shop" }, {}, /keeps one state, and nothing beside it/],
    ["http", { address: "https://g.example.eu/api/v4/projects/1/terraform/state/x" }, {}, /TF_HTTP_USERNAME and TF_HTTP_PASSWORD/],
    ["kubernetes", { host: "https://kube.example.eu" }, {}, /a kubeconfig is the engine's to read/],
    ["pg", {}, {}, /neither conn_str nor PG_CONN_STR/],
    ["s3", { bucket: "b", key: "k" }, {}, /only the engine knows which bucket/],
    ["gcs", {}, {}, /does not know how to keep anything in a store of the type gcs/],
  ])("of the type %s with %j stay here, and it is said why", (type, config, env, says) => {
    expect(here(type, config).beside(env)).toMatch(says);
  });

  it("that is a file are in a folder beside it, and nowhere else", () => {
    expect(here("local", { path: "x.tfstate" }).beside()).toBe(null);
  });
});
