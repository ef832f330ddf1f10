/** One service that a backend calls: at an address that attributes say, or a company's own. */
export interface Service {
  /** Attributes that hold the address: each that speaks counts. */
  readonly address?: readonly string[];
  /** Whose service it is when no address is written. */
  readonly operator?: string;
  readonly env?: readonly string[];
  /** Called only when one of these attributes is written, or a declared variable says so; absent: always. */
  readonly when?: readonly string[];
  /** What its block cannot be without: where it is left out, `init` is told the settings. */
  readonly needs?: string;
  /** It keeps nothing: what is written and read passes through it. */
  readonly relays?: true;
}

const AWS: Service = { operator: "aws" };
const s3 = (service: string): readonly string[] => [`endpoints.${service}`, `${service}_endpoint`];
const also = (...address: readonly string[]): Service => ({ address, when: [] });

/**
 * By backend type, as OpenTofu, Terraform and Pulumi have them: first where state lies, then what is called beside. A type that is not here is refused.
 * Arguments are those of OpenTofu 1.12.6 (internal/backend/remote-state) and of what Terraform 1.11.4 takes beyond them (`endpoints.sso`,
 * `proxy_url`, `domain`); both seen 2026-11-28. Proxies that the environment names (HTTPS_PROXY) are the machine's own, as its routes are.
 */
export const BACKENDS: Readonly<Record<string, readonly Service[]>> = {
  s3: [
    { address: ["endpoints.s3", "endpoint"], ...AWS, env: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_S3_ENDPOINT"], needs: "bucket" },
    { address: s3("dynamodb"), ...AWS, when: ["dynamodb_table"] },
    { address: s3("sts"), ...AWS, when: ["assume_role", "role_arn", "assume_role_with_web_identity"] },
    also(...s3("iam"), ...s3("sso")),
    { ...also("http_proxy", "https_proxy"), relays: true },
  ],
  gcs: [{ operator: "google" }, also("storage_custom_endpoint", "universe_domain")],
  azurerm: [{ operator: "microsoft" }, also("metadata_host", "endpoint")],
  oss: [{ operator: "alibaba" }, also("endpoint", "sts_endpoint", "tablestore_endpoint")],
  cos: [{ operator: "tencent" }, also("endpoint", "domain")],
  oci: [{ operator: "oracle" }],
  remote: [{ address: ["hostname"], operator: "hashicorp" }],
  cloud: [{ address: ["hostname"], operator: "hashicorp", env: ["TF_CLOUD_HOSTNAME"] }],
  http: [
    { address: ["address"], env: ["TF_HTTP_ADDRESS"] },
    { ...also("lock_address"), env: ["TF_HTTP_LOCK_ADDRESS"] },
    { ...also("unlock_address"), env: ["TF_HTTP_UNLOCK_ADDRESS"] },
  ],
  pg: [{ address: ["conn_str"], env: ["PG_CONN_STR"] }],
  consul: [{ address: ["address"], env: ["CONSUL_HTTP_ADDR"] }],
  kubernetes: [
    { address: ["host"], env: ["KUBE_HOST", "KUBE_CONFIG_PATH"] },
    { ...also("proxy_url"), env: ["KUBE_PROXY_URL"], relays: true },
  ],
  // Who keeps the key of a Pulumi state's secrets: https://www.pulumi.com/docs/iac/concepts/secrets/, seen 2026-11-28.
  "pulumi-cloud": [{ address: ["url"], operator: "pulumi" }],
  awskms: [AWS],
  gcpkms: [{ operator: "google" }],
  azurekeyvault: [{ operator: "microsoft" }],
  hashivault: [{ env: ["VAULT_SERVER_URL", "VAULT_ADDR"] }],
};
