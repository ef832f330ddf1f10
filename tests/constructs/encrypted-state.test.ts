import { App, S3Backend, TerraformOutput, TerraformStack, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { outscale } from "../../clouds/outscale/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import { scaleway } from "../../clouds/scaleway/index.ts";
import { Bucket, EncryptedState, SovereignStack, type StateKey, type StateProps } from "../../constructs/index.ts";
import { definePolicy } from "../../guard/index.ts";
import { synthesized } from "../../testing/index.ts";
import { refusal } from "./in-stack.ts";

const policy = definePolicy({
  name: "tests",
  endpoints: ["gitlab.acme.example", "db.acme.example", "kube.acme.example", "s3.acme.example", "bao.acme.example"],
});

/** A stack with this state, through the whole of an app's synthesis: the library's own validations and the guard among it. */
const written = (state: StateProps) =>
  synthesized(
    (app) => {
      new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "p" }, state }), "media");
    },
    { policy },
  );

const settings = (state: StateProps) => {
  const { refusals, document } = written(state);
  expect(refusals).toEqual([]);
  return document()["terraform"] as unknown as { readonly backend: object; readonly encryption: object };
};

const S3 = {
  key: "shop.tfstate",
  encrypt: true,
  use_lockfile: true,
  use_path_style: true,
  skip_credentials_validation: true,
  skip_region_validation: true,
  skip_metadata_api_check: true,
  skip_requesting_account_id: true,
  skip_s3_checksum: true,
};

describe("where a state is kept", () => {
  const stores: readonly (readonly [name: string, state: StateProps, backend: object])[] = [
    ["nowhere in particular", {}, { local: { path: "../../../terraform.shop.tfstate" } }],
    [
      "OVHcloud",
      { bucket: { name: "states", at: ovh("SBG5") } },
      { s3: { ...S3, bucket: "states", region: "sbg", endpoints: { s3: "https://s3.sbg.io.cloud.ovh.net" } } },
    ],
    [
      "Outscale",
      { bucket: { name: "states", at: outscale("eu-west-2"), key: "a/b.tfstate" } },
      { s3: { ...S3, bucket: "states", key: "a/b.tfstate", region: "eu-west-2", endpoints: { s3: "https://oos.eu-west-2.outscale.com" } } },
    ],
    [
      "Scaleway",
      { bucket: { name: "states", at: scaleway("fr-par") } },
      { s3: { ...S3, bucket: "states", region: "fr-par", endpoints: { s3: "https://s3.fr-par.scw.cloud" } } },
    ],
    [
      "any S3",
      { bucket: { name: "states", endpoint: "https://s3.acme.example", region: "eu", checksums: true, pathStyle: false } },
      {
        s3: {
          ...S3,
          bucket: "states",
          region: "eu",
          endpoints: { s3: "https://s3.acme.example" },
          skip_s3_checksum: false,
          use_path_style: false,
        },
      },
    ],
    [
      "GitLab",
      { gitlab: { url: "https://gitlab.acme.example/", project: "shop/infra" } },
      {
        http: {
          address: "https://gitlab.acme.example/api/v4/projects/shop%2Finfra/terraform/state/shop",
          lock_address: "https://gitlab.acme.example/api/v4/projects/shop%2Finfra/terraform/state/shop/lock",
          lock_method: "POST",
          unlock_address: "https://gitlab.acme.example/api/v4/projects/shop%2Finfra/terraform/state/shop/lock",
          unlock_method: "DELETE",
        },
      },
    ],
    [
      "HTTP",
      { http: { address: "https://gitlab.acme.example/s", lockAddress: "https://gitlab.acme.example/l" } },
      {
        http: {
          address: "https://gitlab.acme.example/s",
          lock_address: "https://gitlab.acme.example/l",
          unlock_address: "https://gitlab.acme.example/l",
        },
      },
    ],
    [
      "PostgreSQL",
      { postgres: { host: "db.acme.example", database: "states" } },
      { pg: { conn_str: "postgres://db.acme.example:5432/states?sslmode=verify-full", schema_name: "shop" } },
    ],
    [
      "Kubernetes",
      { kubernetes: { host: "https://kube.acme.example:6443", namespace: "states" } },
      { kubernetes: { host: "https://kube.acme.example:6443", namespace: "states", secret_suffix: "shop" } },
    ],
  ];
  it.each(stores)("%s", (_, state, backend) => {
    expect(settings(state).backend).toEqual(backend);
  });

  it("outside the EU is refused by the guard", () => {
    expect(written({ bucket: { name: "states", at: ovh.outsideEu("BHS5") } }).refusals).toEqual([
      expect.stringMatching(/^state\/backend: .*Beauharnois/),
    ]);
  });

  it("may be the author's own backend, with the bucket's own lock file", () => {
    const { refusals, document } = synthesized((app) => {
      const stack = new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "p" } });
      const endpoints = { s3: "https://s3.gra.io.cloud.ovh.net" };
      new S3Backend(stack, { bucket: "states", key: "shop.tfstate", region: "gra", endpoints, encrypt: true, useLockfile: true });
      new Bucket(stack, "media");
    });
    expect(refusals).toEqual([]);
    expect(document()["terraform"]).toMatchObject({ backend: { s3: { bucket: "states", use_lockfile: true } } });
  });
});

const target = (...names: readonly string[]): object => {
  const [first, ...rest] = names;
  return { method: `method.aes_gcm.${first}`, ...(rest.length > 0 && { fallback: target(...rest) }) };
};

const BAO: StateKey = { openBao: { address: "https://bao.acme.example" } };

describe("what encrypts it", () => {
  const keys: readonly (readonly [name: string, state: StateProps, providers: object, names: readonly string[]])[] = [
    ["a passphrase, unless told otherwise", {}, { pbkdf2: { terroir: { passphrase: "${var.state_passphrase}" } } }, ["terroir"]],
    [
      "a passphrase of its own",
      { key: { passphrase: "shop" } },
      { pbkdf2: { passphrase_shop: { passphrase: "${var.shop}" } } },
      ["passphrase_shop"],
    ],
    [
      "a key file",
      { key: { file: "keys/shop.key" } },
      { pbkdf2: { file_keys_shop_key: { passphrase: '${trimspace(file("../../../keys/shop.key"))}' } } },
      ["file_keys_shop_key"],
    ],
    [
      "OpenBao",
      { key: BAO },
      { openbao: { bao_shop: { address: "https://bao.acme.example", key_name: "shop", transit_engine_path: "/transit" } } },
      ["bao_shop"],
    ],
    [
      "OVHcloud's key management",
      { key: { ovhKms: { endpoint: "https://eu-west-rbx.okms.ovh.net", keyId: "00000000-0000-4000-8000-000000000000" } } },
      {
        external: {
          ovhkms_00000000_0000_4000_8000_000000000000: {
            command: [
              "env",
              "KMS_RESTAPI_ENDPOINT=https://eu-west-rbx.okms.ovh.net",
              "opentofu-kms-ovhcloud",
              "--key-id",
              "00000000-0000-4000-8000-000000000000",
            ],
          },
        },
      },
      ["ovhkms_00000000_0000_4000_8000_000000000000"],
    ],
    [
      "a new key, and the two before it",
      { key: BAO, formerKeys: [{ passphrase: "shop" }, { passphrase: "state_passphrase" }] },
      {
        openbao: { bao_shop: { address: "https://bao.acme.example", key_name: "shop", transit_engine_path: "/transit" } },
        pbkdf2: { passphrase_shop: { passphrase: "${var.shop}" }, terroir: { passphrase: "${var.state_passphrase}" } },
      },
      ["bao_shop", "passphrase_shop", "terroir"],
    ],
  ];
  it.each(keys)("%s", (_, state, providers, names) => {
    const { encryption } = settings(state);
    expect(encryption).toEqual({
      key_provider: providers,
      method: {
        aes_gcm: Object.fromEntries(
          names.map((name) => [name, { keys: expect.stringMatching(new RegExp(`^\\$\\{key_provider\\.\\w+\\.${name}\\}$`)) }]),
        ),
      },
      state: { ...target(...names), enforced: true },
      plan: { ...target(...names), enforced: true },
      remote_state_data_sources: { default: target(...names) },
    });
  });

  it("is known to whoever reads it, and to nobody else", () => {
    const { refusals, documents } = synthesized(
      (app) => {
        const at = ovh("GRA11");
        const account = { project: "p" };
        const net = new SovereignStack(app, "net", { at, account, state: { key: BAO, formerKeys: [{ passphrase: "net" }] } });
        const media = new Bucket(net, "media");
        const shop = new SovereignStack(app, "shop", { at, account, state: { key: { passphrase: "shop" } } });
        new TerraformOutput(shop, "bucket", { value: media.name, staticId: true });
        new TerraformOutput(shop, "id", { value: media.resources[0]?.getStringAttribute("id"), staticId: true });
      },
      { policy },
    );
    expect(refusals).toEqual([]);
    const [net, shop] = ["net", "shop"].map(
      (name) => documents[name] as { terraform: { encryption: Record<string, object> }; variable: object },
    );
    expect(Object.keys(net?.variable ?? {})).toEqual(["net"]);
    expect(net?.terraform.encryption["remote_state_data_sources"]).toEqual({ default: target("bao_net", "passphrase_net") });
    expect(Object.keys(shop?.variable ?? {}).sort()).toEqual(["net", "shop"]);
    expect(shop?.terraform.encryption["state"]).toEqual({ ...target("passphrase_shop"), enforced: true });
    expect(shop?.terraform.encryption["remote_state_data_sources"]).toEqual({
      default: target("passphrase_shop"),
      remote_state_data_source: { "cross-stack-reference-input-net": target("bao_net", "passphrase_net") },
    });
  });

  it("is added to a plain stack, and to one that has a backend of its own", () => {
    const app = new App({ outdir: "cdktf.out" });
    const plain = new TerraformStack(app, "plain");
    new EncryptedState(plain, "state", { bucket: { name: "states", at: ovh("SBG5") } });
    const own = new TerraformStack(app, "own");
    new S3Backend(own, { bucket: "mine", key: "own.tfstate" });
    new EncryptedState(own, "state");
    const [first, second] = [plain, own].map(
      (stack) => (JSON.parse(Testing.synth(stack)) as { terraform: { backend: object; encryption: object } }).terraform,
    );
    expect(first?.backend).toMatchObject({ s3: { bucket: "states", region: "sbg" } });
    expect(second?.backend).toEqual({ s3: { bucket: "mine", key: "own.tfstate" } });
    for (const one of [first, second]) expect(one?.encryption).toMatchObject({ state: { ...target("terroir"), enforced: true } });
  });
});

describe("what no state may be", () => {
  const at = ovh("GRA11");
  const cases: readonly (readonly [name: string, state: StateProps, says: RegExp])[] = [
    ["sold nowhere", { bucket: { name: "states", at: ovh("EU-WEST-LZ-BRU-A") } }, /sells no S3 object storage there/],
    [
      "in two places",
      { gitlab: { url: "https://g.example", project: 1 }, http: { address: "https://h.example" } },
      /gitlab and http are named\. Keep one/,
    ],
    ["in clear on the way", { http: { address: "http://h.example" } }, /begins with https:\/\//],
    [
      "behind a password that is written down",
      { http: { address: "https://me:pw@h.example" } },
      /"https:\/\/h\.example": write an address .* no password/,
    ],
    ["in a database by address", { postgres: { host: "me:pw@db", database: "d" } }, /is no host\. .*PGPASSWORD/],
    ["under a key that speaks in clear", { key: { openBao: { address: "http://bao.example" } } }, /begins with https/],
    ["under a variable that is none", { key: { passphrase: "correct horse" } }, /is no name of a variable/],
    [
      "under a key without a number",
      { key: { ovhKms: { endpoint: "https://eu-west-rbx.okms.ovh.net", keyId: "mine" } } },
      /is no service key's UUID/,
    ],
    ["in clear, with a key", { encrypt: false, key: { passphrase: "x" } }, /contradict each other/],
  ];
  it.each(cases)("%s", (_, state, says) => {
    const build = () => new SovereignStack(new App({ outdir: "cdktf.out" }), "shop", { at, state });
    expect(refusal(build)).toMatch(says);
  });

  it("asks Terraform for what it cannot", () => {
    process.env["TERRAFORM_BINARY_NAME"] = "/usr/bin/terraform";
    try {
      const build = (state: StateProps) => new SovereignStack(new App({ outdir: "cdktf.out" }), "shop", { at, state });
      expect(refusal(() => build({ key: { passphrase: "x" } }))).toMatch(/Terraform cannot encrypt a state.*plans lie in clear/);
      expect(refusal(() => build({ bucket: { name: "states", at } }))).toBe("was not refused");
    } finally {
      delete process.env["TERRAFORM_BINARY_NAME"];
    }
  });
});
