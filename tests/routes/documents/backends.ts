import { type Cases, cluster, type Document, merged } from "./document.ts";

/** A stack whose state is kept so; an override of nothing but the backend. */
const kept = (backend: Document, more: Document = {}): Document => merged(cluster(), { terraform: { backend } }, more);
const s3 = (more: Document): Document => kept({ s3: { bucket: "b", key: "k", region: "gra", ...more } });
const gra = "https://s3.gra.io.cloud.ovh.net";
const read = (backend: Document[string], config: Document[string]): Document =>
  merged(cluster(), { data: { terraform_remote_state: { r: { backend, config } } } });
const sealed = (encryption: Document): Document => kept({ local: { path: "s.tfstate" } }, { terraform: { encryption } });

/** Where state is kept. */
export const BACKENDS: Cases = {
  "Amazon, in Paris": ["state/backend", s3({ region: "eu-west-3" })],
  "a region that sounds European, and no endpoint": ["state/backend", s3({ region: "gra" })],
  "an endpoint in Canada, a region in France": [
    "state/backend",
    s3({ region: "gra", endpoints: { s3: "https://s3.bhs.io.cloud.ovh.net" } }),
  ],
  "the old endpoint in Canada": ["state/backend", s3({ endpoint: "https://s3.bhs.io.cloud.ovh.net" })],
  "two endpoints that disagree": ["state/backend", s3({ endpoint: "https://s3.bhs.io.cloud.ovh.net", endpoints: { s3: gra } })],
  "two endpoints, the old one in France": ["state/backend", s3({ endpoint: gra, endpoints: { s3: "https://s3.us-east-1.amazonaws.com" } })],
  "endpoints as a list of blocks": ["state/backend", s3({ endpoints: [{ s3: "https://s3.bhs.io.cloud.ovh.net" }] })],
  "an endpoint that is empty": ["state/backend", s3({ endpoints: { s3: "" } })],
  "an endpoint that may be nothing": [
    "state/backend",
    merged(s3({ endpoints: { s3: `\${var.us ? null : "${gra}"}` } }), { variable: { us: {} } }),
  ],
  "an endpoint in clear": ["state/backend", s3({ endpoints: { s3: "http://s3.gra.io.cloud.ovh.net" } })],
  "locks at Amazon": ["state/backend", s3({ endpoints: { s3: gra }, dynamodb_table: "locks" })],
  "locks at an address of Amazon's": [
    "state/backend",
    s3({ endpoints: { s3: gra, dynamodb: "https://dynamodb.us-east-1.amazonaws.com" }, dynamodb_table: "locks" }),
  ],
  "a role asked of Amazon": ["state/backend", s3({ endpoints: { s3: gra }, assume_role: { role_arn: "arn:aws:iam::1:role/r" } })],
  "a role asked of an address of Amazon's": [
    "state/backend",
    s3({ endpoints: { s3: gra, sts: "https://sts.amazonaws.com" }, assume_role: { role_arn: "arn:aws:iam::1:role/r" } }),
  ],
  "a bucket's name for an endpoint": ["state/backend", s3({ endpoints: { s3: "https://media.s3.us-east-1.amazonaws.com" } })],
  "a user's name in the endpoint": ["state/backend", s3({ endpoints: { s3: "https://s3.gra.io.cloud.ovh.net@evil.example" } })],
  "Google's": ["state/backend", kept({ gcs: { bucket: "b" } })],
  "Microsoft's": ["state/backend", kept({ azurerm: { container_name: "c", key: "k", storage_account_name: "s" } })],
  "Alibaba's": ["state/backend", kept({ oss: { bucket: "b", region: "eu-central-1" } })],
  "Tencent's": ["state/backend", kept({ cos: { bucket: "b", region: "eu-frankfurt" } })],
  "Oracle's": ["state/backend", kept({ oci: { bucket: "b", namespace: "n" } })],
  "HashiCorp's, as a backend": ["state/backend", kept({ remote: { organization: "acme", workspaces: { name: "w" } } })],
  "HashiCorp's, with a host of its own": ["state/backend", kept({ remote: { hostname: "app.terraform.io", organization: "acme" } })],
  "HashiCorp's, as a cloud block": ["state/backend", merged(cluster(), { terraform: { backend: null, cloud: { organization: "acme" } } })],
  "a cloud block in a host that nobody knows": [
    "state/backend",
    merged(cluster(), { terraform: { backend: null, cloud: { hostname: "tfe.acme.example", organization: "acme" } } }),
  ],
  "a server that nobody knows": ["state/backend", kept({ http: { address: "https://state.acme.example/s" } })],
  "a server that nobody wrote": ["state/backend", kept({ http: {} })],
  "a server in France whose locks are elsewhere": [
    "state/backend",
    kept({ http: { address: `${gra}/s`, lock_address: "https://lock.evil.example/s" } }),
  ],
  "a server in France that is unlocked elsewhere": [
    "state/backend",
    kept({ http: { address: `${gra}/s`, unlock_address: "https://s3.us-east-1.amazonaws.com/s" } }),
  ],
  "a database that nobody knows": ["state/backend", kept({ pg: { conn_str: "postgres://u:p@db.acme.example/t" } })],
  "a database that nobody wrote": ["state/backend", kept({ pg: {} })],
  "a database whose host comes twice": [
    "state/backend",
    kept({ pg: { conn_str: "postgres://s3.gra.io.cloud.ovh.net/t?host=db.evil.example" } }),
  ],
  "a database whose host comes twice, as words": [
    "state/backend",
    kept({ pg: { conn_str: "host=s3.gra.io.cloud.ovh.net host=db.evil.example dbname=t" } }),
  ],
  "a database whose second host is spelt in signs": [
    "state/backend",
    kept({ pg: { conn_str: "postgres://s3.gra.io.cloud.ovh.net/t?%68ost=db.evil.example" } }),
  ],
  "a database whose host comes in another word's quotes": [
    "state/backend",
    kept({ pg: { conn_str: "application_name=' host=s3.gra.io.cloud.ovh.net' dbname=t" } }),
  ],
  "a database whose second host follows a blank of another alphabet": [
    "state/backend",
    kept({ pg: { conn_str: "host=s3.gra.io.cloud.ovh.net dbname=t\u0085host=db.evil.example" } }),
  ],
  "a database before a fragment": ["state/backend", kept({ pg: { conn_str: "postgres://db.evil.example#@s3.gra.io.cloud.ovh.net/t" } })],
  "a database of several hosts": ["state/backend", kept({ pg: { conn_str: "postgres://s3.gra.io.cloud.ovh.net,db.evil.example/t" } })],
  "a database whose address differs from its host": [
    "state/backend",
    kept({ pg: { conn_str: "host=s3.gra.io.cloud.ovh.net hostaddr=198.51.100.7 dbname=t" } }),
  ],
  "a database by the name of a service": ["state/backend", kept({ pg: { conn_str: "service=evil" } })],
  "Consul that nobody wrote": ["state/backend", kept({ consul: { path: "s" } })],
  "Consul somewhere": ["state/backend", kept({ consul: { address: "consul.acme.example:8500", path: "s" } })],
  "a cluster that a file names": ["state/backend", kept({ kubernetes: { secret_suffix: "s", config_path: "~/.kube/config" } })],
  "a cluster that nobody knows": ["state/backend", kept({ kubernetes: { secret_suffix: "s", host: "https://k8s.acme.example" } })],
  "a cluster for which a program logs in": [
    "state/backend",
    kept({ kubernetes: { secret_suffix: "s", host: "https://s3.gra.io.cloud.ovh.net", exec: [{ api_version: "v1", command: "sh" }] } }),
  ],
  "a store whose certificate nobody checks": [
    "state/backend",
    s3({ endpoints: { s3: gra }, insecure: true, https_proxy: "http://proxy.evil.example" }),
  ],
  "a server whose certificate nobody checks": ["state/backend", kept({ http: { address: `${gra}/s`, skip_cert_verification: true } })],
  "Consul in clear": ["state/backend", kept({ consul: { address: "s3.gra.io.cloud.ovh.net:8500", path: "s" } })],
  "a kind that no engine has": ["state/backend", kept({ ftp: { host: "s3.gra.io.cloud.ovh.net" } })],
  "an old kind": ["state/backend", kept({ swift: { container: "c" } })],
  "prototypes for a kind": ["state/backend", kept({ constructor: {} })],
  "a file in clear": ["state/backend", kept({ local: { path: "s.tfstate" } })],
  "a file in clear beside an encrypted plan": ["state/backend", sealed({ plan: { method: "${method.aes_gcm.m}", enforced: true } })],
  "a file whose encryption nobody enforces": ["state/backend", sealed({ state: { method: "${method.aes_gcm.m}" } })],
  "a file whose encryption may be enforced": [
    "state/backend",
    merged(sealed({ state: { method: "${method.aes_gcm.m}", enforced: "${var.e}" } }), { variable: { e: {} } }),
  ],
  "a file on another machine": [
    "state/backend",
    kept(
      { local: { path: "//files.acme.example/s.tfstate" } },
      { terraform: { encryption: { state: { method: "${method.aes_gcm.m}", enforced: true } } } },
    ),
  ],
  "nothing at all": ["state/backend", merged(cluster(), { terraform: { backend: null } })],
};

/** Who holds the keys of what is encrypted. */
export const KEYS: Cases = Object.fromEntries(
  (
    [
      ["a key of Amazon's", { aws_kms: { k: { kms_key_id: "a4f791e1", region: "eu-west-3", key_spec: "AES_256" } } }],
      ["a key of Google's", { gcp_kms: { k: { kms_encryption_key: "projects/p/locations/eu/keyRings/r/cryptoKeys/k", key_length: 32 } } }],
      ["a key of Microsoft's", { azure_vault: { k: { vault_uri: "https://v.vault.azure.net", vault_key_name: "k", key_length: 32 } } }],
      ["a key of a server that nobody knows", { openbao: { k: { key_name: "k", address: "https://bao.acme.example" } } }],
      ["a key of a server that the environment names", { openbao: { k: { key_name: "k" } } }],
      ["a key that a program gives", { external: { k: { command: ["./key"] } } }],
      [
        "a key that stands in the configuration",
        { static: { k: { key: "6f6f706830656f67686f6834616872756f3751756165686565796f6f72653169" } } },
      ],
      ["a passphrase that stands in the configuration", { pbkdf2: { k: { passphrase: "correct-horse-battery-staple" } } }],
      ["a kind of key that nobody knows", { acme_kms: { k: {} } }],
    ] as const
  ).map(([name, key_provider]) => [
    name,
    [
      name.endsWith("program gives") ? "execution/before-plan" : "state/backend",
      merged(cluster(), {
        terraform: {
          encryption: {
            key_provider,
            method: { aes_gcm: { m: { keys: "${key_provider.x.k}" } } },
            state: { method: "${method.aes_gcm.m}", enforced: true },
          },
        },
      }),
    ],
  ]),
);

/** Whose state is read. */
export const REMOTE_STATES: Cases = {
  "Amazon's": ["state/backend", read("s3", { bucket: "b", key: "k", region: "eu-west-3" })],
  "Canada's": ["state/backend", read("s3", { bucket: "b", key: "k", region: "gra", endpoints: { s3: "https://s3.bhs.io.cloud.ovh.net" } })],
  "Google's": ["state/backend", read("gcs", { bucket: "b" })],
  "Microsoft's": ["state/backend", read("azurerm", { key: "k" })],
  "Alibaba's": ["state/backend", read("oss", { bucket: "b" })],
  "Tencent's": ["state/backend", read("cos", { bucket: "b" })],
  "HashiCorp's": ["state/backend", read("remote", { organization: "acme" })],
  "a server's that nobody knows": ["state/backend", read("http", { address: "https://state.acme.example" })],
  "a database's that nobody knows": ["state/backend", read("pg", { conn_str: "postgres://db.acme.example/t" })],
  "Consul's": ["state/backend", read("consul", { address: "consul.acme.example", path: "s" })],
  "a cluster's": ["state/backend", read("kubernetes", { secret_suffix: "s" })],
  "a file's in clear": ["state/backend", read("local", { path: "../other.tfstate" })],
  ...Object.fromEntries(
    (
      [
        ["a file's that need not be encrypted", { default: { method: "${method.unencrypted.m}" } }],
        [
          "a file's that may be in clear after all",
          { default: { method: "${method.aes_gcm.m}", fallback: { method: "${method.unencrypted.m}" } } },
        ],
        [
          "a file's that is read by another way than the default",
          { default: { method: "${method.aes_gcm.m}" }, remote_state_data_source: { r: { method: "${method.unencrypted.m}" } } },
        ],
        ["a file's by one method or another", { default: { method: "${var.m ? method.aes_gcm.m : method.unencrypted.m}" } }],
        ["a file's by a method that a variable says", { default: { method: "${var.m}" } }],
      ] as const
    ).map(([name, remote_state_data_sources]) => [
      name,
      [
        "state/backend",
        merged(read("local", { path: "../other.tfstate" }), { terraform: { encryption: { remote_state_data_sources } } }),
      ] as const,
    ]),
  ),
  "that of a kind that a variable names": ["state/backend", merged(read("${var.b}", {}), { variable: { b: {} } })],
  "that of a kind that a variable names, abroad": ["state/backend", merged(read("${var.b}", {}), { variable: { b: { default: "gcs" } } })],
  "with a configuration that nobody knows": ["state/backend", merged(read("s3", "${var.c}"), { variable: { c: {} } })],
  "with a configuration made in pieces": [
    "state/backend",
    read("s3", '${merge({ bucket = "b" }, { endpoints = { s3 = "https://s3.us-east-1.amazonaws.com" } })}'),
  ],
  "with a configuration that is missing": [
    "state/backend",
    merged(cluster(), { data: { terraform_remote_state: { r: { backend: "s3" } } } }),
  ],
  "with no kind at all": ["state/backend", merged(cluster(), { data: { terraform_remote_state: { r: {} } } })],
  "for each of several, one abroad": [
    "state/backend",
    merged(cluster(), {
      data: {
        terraform_remote_state: {
          r: {
            for_each: { a: "https://s3.gra.io.cloud.ovh.net", b: "https://s3.bhs.io.cloud.ovh.net" },
            backend: "s3",
            config: { bucket: "b", key: "k", region: "gra", endpoints: { s3: "${each.value}" } },
          },
        },
      },
    }),
  ],
};
