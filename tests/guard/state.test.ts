import { describe, expect, it } from "vitest";
import { definePolicy, type Policy } from "../../guard/index.ts";
import { type Document, judged, refusedBy } from "./judging.ts";

const backend = (terraform: Document, policy?: Policy) =>
  judged({ terraform, provider: {}, variable: { v: {}, p: { default: "http://user:hunter2@proxy.example.com" } } }, policy, {
    rules: ["state"],
  });
const at = (type: string, body: Document, policy?: Policy) => backend({ backend: { [type]: body } }, policy);
const s3 = (s3: string, more: Document = {}) => ({ bucket: "b", key: "k", region: "x", endpoints: { s3 }, ...more });
const GRA = "https://s3.gra.io.cloud.ovh.net";
const gra = (more: Document) => s3(GRA, more);
const sealed: Document = { encryption: { state: { method: "${method.aes_gcm.m}", enforced: true } } };

const m = (name: string, fallback?: Document): Document => ({ method: `method.aes_gcm.${name}`, ...(fallback && { fallback }) });
const keyed = (external: Document): Document => ({
  backend: { local: { path: "x.tfstate" } },
  encryption: { key_provider: { external: { k: external } }, state: { method: "${method.aes_gcm.m}", enforced: true } },
});
const okms = (endpoint: string, ...more: readonly string[]): Document => ({
  command: [
    "env",
    `KMS_RESTAPI_ENDPOINT=${endpoint}`,
    "opentofu-kms-ovhcloud",
    "--key-id",
    "00000000-0000-4000-8000-000000000000",
    ...more,
  ],
});

describe("the backend", () => {
  const cases: readonly (readonly [name: string, terraform: Document, verdict: string])[] = [
    ["OVHcloud's store in Gravelines", { backend: { s3: s3("https://s3.gra.io.cloud.ovh.net") } }, "inside"],
    ["Scaleway's in Paris", { backend: { s3: s3("https://s3.fr-par.scw.cloud") } }, "inside"],
    ["OVHcloud's store in Canada", { backend: { s3: s3("https://s3.bhs.io.cloud.ovh.net") } }, "outside"],
    ["OVHcloud's store in London", { backend: { s3: s3("https://s3.uk.io.cloud.ovh.net") } }, "outside"],
    [
      "the old spelling of the endpoint",
      { backend: { s3: { bucket: "b", key: "k", endpoint: "https://s3.bhs.io.cloud.ovh.net" } } },
      "outside",
    ],
    ["Amazon by silence", { backend: { s3: { bucket: "b", key: "k", region: "eu-west-3" } } }, "outside"],
    ["Amazon by name", { backend: { s3: s3("https://s3.eu-west-3.amazonaws.com") } }, "outside"],
    ["a host that nobody knows", { backend: { s3: s3("https://s3.example.com") } }, "undecided"],
    ["a host that only begins like one", { backend: { s3: s3("https://s3.gra.io.cloud.ovh.net.evil.example") } }, "undecided"],
    ["a host by a variable", { backend: { s3: s3("${var.v}") } }, "undecided"],
    ["in clear on the way", { backend: { s3: s3("http://s3.gra.io.cloud.ovh.net") } }, "outside"],
    ["in clear where it lies", { backend: { s3: s3("https://s3.gra.io.cloud.ovh.net", { encrypt: false }) } }, "outside"],
    [
      "in clear, but sealed by the engine",
      { backend: { s3: s3("https://s3.gra.io.cloud.ovh.net", { encrypt: false }) }, ...sealed },
      "inside",
    ],
    ["Google", { backend: { gcs: { bucket: "b" } } }, "outside"],
    ["Azure", { backend: { azurerm: { container_name: "c" } } }, "outside"],
    ["Terraform Cloud", { cloud: { organization: "acme" } }, "outside"],
    ["Terraform Cloud, the old way", { backend: { remote: { organization: "acme" } } }, "outside"],
    ["somebody's own Terraform Enterprise", { backend: { remote: { hostname: "tfe.acme.example", organization: "acme" } } }, "undecided"],
    ["http at a stranger's", { backend: { http: { address: "https://gitlab.acme.example/state" } } }, "undecided"],
    ["PostgreSQL at a stranger's", { backend: { pg: { conn_str: "postgres://u:secret@db.acme.example/state" } } }, "undecided"],
    ["locks at Amazon's", { backend: { s3: s3("https://s3.gra.io.cloud.ovh.net", { dynamodb_table: "locks" }) } }, "outside"],
    ["a role of Amazon's", { backend: { s3: s3("https://s3.gra.io.cloud.ovh.net", { role_arn: "arn:aws:iam::1:role/r" }) } }, "outside"],
    ["a store that may be Amazon's", { backend: { s3: s3('${var.v ? null : "https://s3.gra.io.cloud.ovh.net"}') } }, "outside"],
    [
      "locks at a stranger's",
      { backend: { http: { address: "https://s3.gra.io.cloud.ovh.net/s", lock_address: "https://evil.example" } } },
      "undecided",
    ],
    ["a proxy in Gravelines", { backend: { s3: gra({ http_proxy: "http://s3.gra.io.cloud.ovh.net:3128" }) } }, "inside"],
    ["a proxy in Canada", { backend: { s3: gra({ https_proxy: "https://s3.bhs.io.cloud.ovh.net" }) } }, "outside"],
    ["a proxy that nobody knows", { backend: { s3: gra({ http_proxy: "http://proxy.acme.example:3128" }) } }, "undecided"],
    ["a proxy by a variable", { backend: { s3: gra({ https_proxy: "${var.v}" }) } }, "undecided"],
    ["a proxy on the machine itself", { backend: { s3: gra({ https_proxy: "http://127.0.0.1:3128" }) } }, "undecided"],
    ["a proxy that is switched off", { backend: { s3: gra({ https_proxy: "" }) } }, "inside"],
    ["rights asked of Amazon", { backend: { s3: gra({ endpoints: { s3: GRA, sso: "https://sso.eu-west-3.amazonaws.com" } }) } }, "outside"],
    ["a cluster by a host", { backend: { kubernetes: { secret_suffix: "s", host: GRA } } }, "inside"],
    [
      "a cluster through a proxy",
      { backend: { kubernetes: { secret_suffix: "s", host: GRA, proxy_url: "socks5://evil.example" } } },
      "undecided",
    ],
    ["a lock let go at a stranger's", { backend: { http: { address: GRA, unlock_address: "https://evil.example" } } }, "undecided"],
    ["a database by two hosts", { backend: { pg: { conn_str: "postgres://s3.gra.io.cloud.ovh.net/t?host=evil.example" } } }, "undecided"],
    [
      "a key of Amazon's",
      {
        backend: { local: { path: "x.tfstate" } },
        encryption: { key_provider: { aws_kms: { k: {} } }, state: { method: "m", enforced: true } },
      },
      "outside",
    ],
    [
      "a key of a stranger's",
      {
        backend: { local: { path: "x.tfstate" } },
        encryption: { key_provider: { openbao: { k: { address: "https://bao.acme.example" } } }, state: { method: "m", enforced: true } },
      },
      "undecided",
    ],
    [
      "a key from a passphrase",
      {
        backend: { local: { path: "x.tfstate" } },
        encryption: { key_provider: { pbkdf2: { k: { passphrase: "${var.v}" } } }, state: { method: "m", enforced: true } },
      },
      "inside",
    ],
    ["a key of OVHcloud's in Roubaix", keyed(okms("https://eu-west-rbx.okms.ovh.net")), "inside"],
    ["a key of OVHcloud's in Canada", keyed(okms("https://ca-east-bhs.okms.ovh.net")), "outside"],
    ["a key of a stranger's, by OVHcloud's program", keyed(okms("https://okms.acme.example")), "undecided"],
    ["a file", { backend: { local: { path: "x.tfstate" } } }, "undecided"],
    ["a file at an absolute path", { backend: { local: { path: "/srv/x.tfstate" } } }, "undecided"],
    ["a file, sealed", { backend: { local: { path: "x.tfstate" } }, ...sealed }, "inside"],
    [
      "a file, sealed unless it is not",
      { backend: { local: { path: "x.tfstate" } }, encryption: { state: { method: "${method.aes_gcm.m}" } } },
      "undecided",
    ],
    ["nothing said", {}, "undecided"],
    ["a backend that nobody knows", { backend: { carrier_pigeon: {} } }, "undecided"],
    ["a backend called like a member of every object", { backend: { constructor: {} } }, "undecided"],
  ];
  it.each(cases)("%s", (_, terraform, verdict) => {
    const report = backend(terraform);
    expect(report.summary[verdict === "inside" ? "inside" : verdict === "outside" ? "outside" : "undecided"]).toBe(1);
  });

  it("is what the policy approves", () => {
    expect(at("local", { path: "x.tfstate" }, definePolicy({ backends: { local: true } })).verdict).toBe("inside");
    expect(at("http", { address: "https://gitlab.acme.example/state" }, definePolicy({ endpoints: ["gitlab.acme.example"] })).verdict).toBe(
      "inside",
    );
    expect(
      at("s3", gra({ https_proxy: "http://u:p@proxy.acme.example:3128" }), definePolicy({ endpoints: ["proxy.acme.example"] })).verdict,
    ).toBe("inside");
    const locks = definePolicy({ environment: { TF_HTTP_LOCK_ADDRESS: "https://evil.example/lock" } });
    expect(at("http", { address: GRA }, locks).verdict).toBe("refused");
    expect(at("http", { address: GRA }).verdict).toBe("inside");
    expect(at("s3", s3("https://s3.de.io.cloud.ovh.net"), definePolicy({ places: ["ovh:GRA11"] })).verdict).toBe("refused");
  });

  it.each([
    ["HashiCorp's", { cloud: { organization: "acme", workspaces: { name: "x" } } }, ["jurisdiction/state", "residency/state"]],
    ["Amazon's", { backend: { s3: { bucket: "b", key: "k", region: "us-east-1" } } }, ["jurisdiction/state", "residency/state"]],
    ["OVHcloud's in Canada", { backend: { s3: s3("https://s3.bhs.io.cloud.ovh.net") } }, ["residency/state"]],
    ["OVHcloud's in Gravelines", { backend: { s3: s3("https://s3.gra.io.cloud.ovh.net") } }, []],
    ["a file, which is no place's", { backend: { local: { path: "x" } } }, []],
  ] as const)("%s is judged by whoever asks for places and operators alone", (_, terraform, expected) => {
    const { findings } = judged({ terraform, provider: {} }, undefined, { rules: ["residency", "jurisdiction"] });
    expect([...new Set(findings.filter(({ address }) => address.startsWith("terraform.")).map(({ rule }) => rule))].sort()).toEqual(
      expected,
    );
  });

  it("is refused once where every rule is asked", () => {
    const { findings, notApplied } = judged({ terraform: { cloud: { organization: "acme" } }, provider: {} });
    const said = findings.filter(({ address, verdict }) => address === "terraform.cloud" && verdict === "outside");
    expect(said.map(({ rule }) => rule)).toEqual(["state/backend"]);
    expect(notApplied).not.toContain("residency/state");
  });

  it.each([
    ["OVHcloud's, called in the one form that says whom it asks", okms("https://eu-west-rbx.okms.ovh.net"), []],
    ["OVHcloud's, with more to it", okms("https://eu-west-rbx.okms.ovh.net", "--key-name", "x"), ["execution/before-plan"]],
    ["OVHcloud's, that asks whom a file says", { command: ["opentofu-kms-ovhcloud", "--key-id", "x"] }, ["execution/before-plan"]],
    ["any other", { command: ["sh", "-c", "curl https://example.com"] }, ["execution/before-plan"]],
  ] as const)("runs no program for a key but %s", (_, external, refused) => {
    const report = judged({ terraform: keyed(external), provider: {} }, undefined, { rules: ["state", "execution"] });
    expect(refusedBy(report, "execution/before-plan").map(({ rule }) => rule)).toEqual(refused);
    expect(refusedBy(report, "state/backend").length).toBe(refused.length);
  });

  it.each([
    ["every method encrypts", { default: m("m", m("n")), remote_state_data_source: { other: m("n", m("m")) } }, "inside"],
    ["nothing is said of others", undefined, "refused"],
    [
      "one of them may be in clear",
      { default: m("m"), remote_state_data_source: { a: m("m"), other: { method: "${method.unencrypted.c}" } } },
      "refused",
    ],
    ["it is named as the older spelling had it", { default: { method: "${method.aes_gcm.m}" } }, "inside"],
    ["it may fall back on a text that is none", { default: m("m", { method: "method.unencrypted.c" }) }, "refused"],
    ["it may fall back on none", { default: m("m", { method: "${method.unencrypted.c}" }) }, "refused"],
    ["it may fall back on none at last", { default: m("m", m("n", { method: "${method.unencrypted.c}" })) }, "refused"],
    ["what it falls back upon is not said", { default: { method: "${method.aes_gcm.m}", fallback: {} } }, "refused"],
    ["a named one has no method", { default: m("m"), remote_state_data_source: { a: m("m"), other: {} } }, "refused"],
  ] as const)("lets a file of another's state be read where %s", (_, others, verdict) => {
    const methods = { aes_gcm: { m: {}, n: {} }, unencrypted: { c: {} } };
    const encryption = { method: methods, state: { ...m("m"), enforced: true }, ...(others && { remote_state_data_sources: others }) };
    const data = { terraform_remote_state: { other: { backend: "local", config: { path: "y.tfstate" } } } };
    const terraform: Document = { backend: { local: { path: "x.tfstate" } }, encryption };
    expect(judged({ terraform, provider: {}, data }, undefined, { rules: ["state"] }).verdict).toBe(verdict);
  });

  it("never prints a password", () => {
    const text = JSON.stringify([
      at("pg", { conn_str: "postgres://user:hunter2@db.acme.example/state" }),
      at("http", { address: "https://user:hunter2@gitlab.acme.example/state" }),
      at("s3", s3("https://user:hunter2@s3.example.com")),
      at("s3", gra({ https_proxy: "http://user:hunter2@proxy.example.com:3128" })),
      at("s3", gra({ https_proxy: "${var.p}" })),
      at("pg", { conn_str: "${var.p}" }),
    ]);
    expect(text).not.toContain("hunter2");
  });

  it("is also what a remote state reads", () => {
    const remote = (config: Document, backendType = "s3") =>
      judged({ data: { terraform_remote_state: { other: { backend: backendType, config } } }, variable: { v: {} } }, undefined, {
        rules: ["state", "residency"],
      });
    expect(remote(s3("https://s3.gra.io.cloud.ovh.net")).verdict).toBe("inside");
    expect(refusedBy(remote({ bucket: "b", key: "k", region: "eu-west-3" }), "state/backend")[0]).toMatchObject({
      address: "data.terraform_remote_state.other",
      verdict: "outside",
    });
    expect(remote({}, "${var.v}").verdict).toBe("refused");
  });
});
