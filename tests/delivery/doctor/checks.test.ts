import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Check,
  checkBackend,
  checkBucket,
  checkEngine,
  checkKey,
  checkLogin,
  checkNode,
  checkRepository,
  painsOf,
} from "../../../delivery/doctor/index.ts";
import type { GraphBackend, GraphStack } from "../../../delivery/graph/index.ts";
import { layKey } from "../../../delivery/state/bootstrap.ts";
import type { Engine } from "../../../engines/index.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { TOKEN, type Transit, testTransit } from "../state/transit.ts";

type Say = (asked: IncomingMessage, answer: ServerResponse) => void;

const WHO = { accessKeyId: "a", secretAccessKey: "b", where: "a test" };
const VERSIONED = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

/** A store as it should be: one writer of a new object, versions, nobody without credentials. */
const good = (): Say => {
  const objects = new Set<string>();
  return (asked, answer) => {
    const [path = "", question = ""] = (asked.url ?? "").split("?");
    if (asked.headers.authorization === undefined) return void answer.writeHead(403).end("<Code>AccessDenied</Code>");
    if (asked.method === "PUT") {
      const taken = objects.has(path) && asked.headers["if-none-match"] === "*";
      objects.add(path);
      return void answer.writeHead(taken ? 412 : 200).end();
    }
    if (asked.method === "DELETE") objects.delete(path);
    answer.writeHead(200).end(question.startsWith("versioning") ? VERSIONED : "");
  };
};

/** The same, but for what one of its answers is. */
const but =
  (when: (asked: IncomingMessage) => boolean, status: number, body = "", headers: Record<string, string> = {}): (() => Say) =>
  () => {
    const rest = good();
    return (asked, answer) => {
      if (!when(asked)) return rest(asked, answer);
      for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
      answer.writeHead(status).end(body);
    };
  };
const method =
  (wanted: string) =>
  ({ method }: IncomingMessage): boolean =>
    method === wanted;
const question =
  (wanted: string) =>
  ({ url, headers }: IncomingMessage): boolean =>
    url?.includes(wanted) === true && headers.authorization !== undefined;

describe("a store of states", () => {
  const cases: readonly (readonly [name: string, say: () => Say, expected: Readonly<Record<string, Check["status"]>>, says: RegExp])[] = [
    [
      "as it should be",
      good,
      { "store/bucket": "ok", "store/lock": "ok", "store/versions": "ok", "store/private": "ok", "store/clock": "ok" },
      /one have the lock file/,
    ],
    ["whose lock keeps nobody out", but(method("PUT"), 200), { "store/lock": "problem" }, /takes a second writer's lock file as well/],
    [
      "that knows no conditions",
      but(method("PUT"), 501, "<Code>NotImplemented</Code>"),
      { "store/lock": "problem" },
      /every run would fail at its lock file/,
    ],
    [
      "that answers the second writer strangely",
      but(({ method, headers }) => method === "PUT" && headers["if-none-match"] === "*", 409),
      { "store/write": "problem" },
      /nothing can be written/,
    ],
    [
      "that lets nobody write",
      but(method("PUT"), 403, "<Code>AccessDenied</Code>"),
      { "store/write": "problem" },
      /credentials may not do this \(AccessDenied, HTTP 403\)/,
    ],
    ["that is full", but(method("PUT"), 403, "<Code>QuotaExceeded</Code>"), { "store/quota": "problem" }, /quota is used up/],
    ["whose disk is full", but(method("PUT"), 507), { "store/quota": "problem" }, /nothing more can be written/],
    [
      "that lets nobody delete",
      but(method("DELETE"), 403, "<Code>AccessDenied</Code>"),
      { "store/delete": "problem", "store/lock": "ok" },
      /Neither can a lock/,
    ],
    ["that keeps no versions", but(question("?versioning"), 200), { "store/versions": "warning" }, /state bootstrap/],
    [
      "that anybody can list",
      but(({ headers }) => headers.authorization === undefined, 200),
      { "store/private": "problem" },
      /anybody can list it/,
    ],
    [
      "without the bucket",
      but(question("list-type"), 404, "<Code>NoSuchBucket</Code>"),
      { "store/bucket": "problem" },
      /terroir state bootstrap/,
    ],
    [
      "that knows another key",
      but(question("list-type"), 403, "<Code>SignatureDoesNotMatch</Code>"),
      { "store/credentials": "problem" },
      /secret key is not the one/,
    ],
    [
      "in another time",
      but(question("list-type"), 200, "", { Date: new Date(Date.now() - 20 * 60_000).toUTCString() }),
      { "store/clock": "problem" },
      /refuses more than 900 s/,
    ],
    [
      "nearly in another time",
      but(question("list-type"), 200, "", { Date: new Date(Date.now() - 60_000).toUTCString() }),
      { "store/clock": "warning" },
      /[67]\d s away/,
    ],
  ];
  it.each(cases)("%s", async (_, say, expected, says) => {
    const server = createServer(say()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const checks = await checkBucket({ endpoint, region: "eu", bucket: "states" }, WHO);
    server.closeAllConnections();
    server.close();
    expect(Object.fromEntries(checks.map(({ id, status }) => [id, status]))).toMatchObject(expected);
    expect(JSON.stringify(checks)).toMatch(says);
    for (const { status, fix } of checks) expect(status === "ok" || status === "unknown" || fix !== "").toBe(true);
  });

  it("that is not there, or that nobody may ask", async () => {
    const away = { endpoint: "http://127.0.0.1:9", region: "eu", bucket: "states" };
    expect(await checkBucket(away, WHO)).toMatchObject([
      { id: "store/reached", status: "problem", because: expect.stringMatching(/cannot be reached/) },
    ]);
    expect(await checkBucket(away, null)).toMatchObject([{ id: "store/credentials", status: "problem" }]);
  });
});

describe("a key of states", () => {
  let transit: Transit;
  beforeAll(async () => {
    transit = await testTransit();
  });
  afterAll(() => transit.close());
  const looked = async (key: Parameters<typeof checkKey>[0], env: Record<string, string> = {}): Promise<string> => {
    const { id, status, because } = await checkKey(key, env, (program) => program === "there");
    return `${id} ${status}: ${because}`;
  };

  it("is a passphrase that is given and long enough", async () => {
    const key = { kind: "passphrase", variable: "p" } as const;
    expect(await looked(key)).toMatch(/problem: it is not given/);
    expect(await looked(key, { TF_VAR_p: "short" })).toMatch(/problem: it has 5 characters/);
    expect(await looked(key, { TF_VAR_p: "long enough to be one" })).toMatch(/ok/);
  });

  it("is a file that is made once, and its owner's", async () => {
    const key = { kind: "file", file: join(scratch(), "keys", "k.key") } as const;
    expect(await looked(key)).toMatch(/problem: it is not here/);
    expect((await layKey(key, {}, true)).outcome).toBe("made");
    expect(await looked(key)).toMatch(/problem/);
    expect((await layKey(key, {}, false)).outcome).toBe("made");
    expect(await looked(key)).toMatch(/ok: it is here, and its owner's alone/);
    expect((await layKey(key, {}, false)).outcome).toBe("there");
    const open = { kind: "file", file: join(scratch(), "open.key") } as const;
    writeFileSync(open.file, "long enough to be one", { mode: 0o644 });
    expect(await looked(open)).toMatch(/warning: others on this machine can read it/);
  });

  it("is in a transit engine, and is made there once", async () => {
    const key = { kind: "openbao", address: transit.address, key: "shop", mount: "transit" } as const;
    const env = { BAO_TOKEN: TOKEN };
    expect(await looked(key, env)).toMatch(/problem: there is no such key/);
    expect(await looked(key, { BAO_TOKEN: "another" })).toMatch(/unknown: the token may not look at it/);
    expect((await layKey(key, env, false)).outcome).toBe("made");
    expect(await looked(key, env)).toMatch(/ok/);
    expect((await layKey(key, env, false)).outcome).toBe("there");
    expect(await looked({ ...key, address: "http://127.0.0.1:9" }, env)).toMatch(/problem: .* cannot be reached/);
  });

  it("is asked for by a program that is here", async () => {
    expect(await looked({ kind: "program", command: ["env", "A=b", "there", "--key-id", "x"] })).toMatch(/ok/);
    expect(await looked({ kind: "program", command: ["nowhere"] })).toMatch(/problem: it is not on the PATH/);
  });
});

const stack = (name: string, backend: Partial<GraphBackend>): GraphStack =>
  ({ name, backend: { type: "s3", at: {}, encrypted: true, locks: true, ...backend } }) as unknown as GraphStack;
const engine = (kind: Engine["kind"], version: string): Engine => ({ kind, version, path: kind, from: "cache" });
const ids = (checks: readonly Check[]): readonly string[] => checks.map(({ id, status }) => `${id} ${status}`);

it.each([
  [engine("opentofu", "1.12.6"), [stack("a", {})], ["machine/engine ok"]],
  [engine("terraform", "1.11.4"), [stack("a", {})], ["machine/engine problem"]],
  [engine("terraform", "1.11.4"), [stack("a", { encrypted: false })], ["machine/engine ok", "machine/engine warning"]],
  [engine("terraform", "1.9.0"), [stack("a", { encrypted: false })], ["machine/engine problem"]],
] as const)("an engine and what is asked of it: %o", (one, stacks, expected) => {
  expect(ids(checkEngine(one, stacks))).toEqual(expected);
});

it.each([
  [{}, []],
  [{ locks: false }, ["store/lock warning"]],
  [{ encrypted: false }, ["store/encryption warning"]],
  [{ type: "http", at: { address: "https://g.example/api/v4/projects/1/terraform/state/x" } }, ["pain/gitlab-encrypted warning"]],
  [{ type: "kubernetes" }, ["pain/kubernetes-size warning"]],
] as const)("a state by its settings alone: %o", (backend, expected) => {
  expect(ids(checkBackend(stack("a", backend)))).toEqual(expected);
});

it("who asks a cloud, as far as the environment says", () => {
  const scaleway = [["SCW_ACCESS_KEY", "SCW_SECRET_KEY"]];
  expect(ids(checkLogin("scaleway/scaleway", scaleway, { SCW_ACCESS_KEY: "a", SCW_SECRET_KEY: "b" }))).toEqual(["cloud/credentials ok"]);
  expect(ids(checkLogin("scaleway/scaleway", scaleway, { SCW_ACCESS_KEY: "a" }))).toEqual(["cloud/credentials problem"]);
  expect(ids(checkLogin("ovh/ovh", [["OVH_ACCESS_TOKEN"]], {}))).toEqual(["cloud/credentials unknown"]);
  expect(ids(checkLogin("acme/acme", undefined, {}))).toEqual([]);
});

describe("what has cost others a day", () => {
  it.each([
    ["ovh_cloud_project", ["pain/ovh-first-projects", "pain/ovh-project-vrack"], /three and a verified means of payment[\s\S]*issue 452/],
    ["ovh_cloud_project_kube_nodepool", ["pain/ovh-nodepool"], /unexpected state READY[\s\S]*issues 1438, 419/],
    ["scaleway_instance_private_nic", ["pain/scaleway-private-network"], /412[\s\S]*issues 3243, 4338/],
    ["scaleway_vpc_private_network", ["pain/scaleway-private-network"], /run the destroy again/],
    ["outscale_keypair", ["pain/outscale-keypair"], /issue 536/],
    ["ovh_cloud_project_kube", [], /^\[\]$/],
    ["ovh_cloud_project_storage", [], /^\[\]$/],
  ] as const)("with %s", (type, expected, says) => {
    const found = painsOf(new Set([type, "terraform_data"]));
    expect(found.map(({ id }) => id)).toEqual(expected);
    expect(JSON.stringify(found)).toMatch(says);
    for (const { about, status, fix } of found) expect([about, status, fix !== ""]).toEqual([type, "warning", true]);
  });
});

it("a repository without secrets, and a Node that is new enough", () => {
  expect(checkNode("20.19.0").status).toBe("ok");
  expect(checkNode("18.20.0").status).toBe("problem");
  const folder = scratch();
  expect(checkRepository(folder).status).toBe("unknown");
  const git = (...args: readonly string[]) => spawnSync("git", args, { cwd: folder });
  git("init", "-q");
  mkdirSync(join(folder, "keys"));
  for (const name of ["main.ts", "keys/review-key.pub.pem"]) writeFileSync(join(folder, name), "");
  git("add", ".");
  expect(checkRepository(folder).status).toBe("ok");
  for (const name of ["terraform.shop.tfstate", "keys/signing.pem"]) writeFileSync(join(folder, name), "");
  git("add", ".");
  expect(checkRepository(folder)).toMatchObject({
    status: "problem",
    because: expect.stringMatching(/keys\/signing\.pem, terraform\.shop\.tfstate/),
  });
});
