import { type PulumiSpelling, pulumiPackage } from "../../../clouds/pulumi.ts";
import { cloudOfPackage, cloudToken } from "../../../clouds/pulumi-tokens.ts";

/** What a token means in Terraform's words. */
export interface Meaning {
  /** `ovh_cloud_project_kube`; the token itself where nothing says it. */
  readonly type: string;
  /** Source address of the provider; absent where nobody knows it. */
  readonly source?: string;
  /** How its properties are spelled; absent: by the rule, and whether in the singular or the plural is not known. */
  readonly spelling?: PulumiSpelling;
}

/** Packages that are made of a Terraform provider of another name, or of none of the clouds'. The catalogue says what each provider does. */
const SOURCES: Readonly<Record<string, string>> = {
  aws: "hashicorp/aws",
  "aws-native": "hashicorp/awscc",
  awsx: "hashicorp/aws",
  eks: "hashicorp/aws",
  azure: "hashicorp/azurerm",
  "azure-native": "hashicorp/azurerm",
  azuread: "hashicorp/azuread",
  azuredevops: "microsoft/azuredevops",
  gcp: "hashicorp/google",
  "google-native": "hashicorp/google",
  github: "integrations/github",
  oci: "oracle/oci",
  ibm: "ibm-cloud/ibm",
  digitalocean: "digitalocean/digitalocean",
  linode: "linode/linode",
  akamai: "akamai/akamai",
  cloudflare: "cloudflare/cloudflare",
  vultr: "vultr/vultr",
  alicloud: "aliyun/alicloud",
  tencentcloud: "tencentcloudstack/tencentcloud",
  volcengine: "volcengine/volcengine",
  tfe: "hashicorp/tfe",
  hcp: "hashicorp/hcp",
  datadog: "datadog/datadog",
  mongodbatlas: "mongodb/mongodbatlas",
  snowflake: "snowflakedb/snowflake",
  auth0: "auth0/auth0",
  confluentcloud: "confluentinc/confluent",
  databricks: "databricks/databricks",
  dynatrace: "dynatrace-oss/dynatrace",
  equinix: "equinix/equinix",
  fastly: "fastly/fastly",
  gitlab: "gitlabhq/gitlab",
  harbor: "goharbor/harbor",
  keycloak: "keycloak/keycloak",
  newrelic: "newrelic/newrelic",
  okta: "okta/okta",
  opsgenie: "opsgenie/opsgenie",
  pagerduty: "pagerduty/pagerduty",
  rancher2: "rancher/rancher2",
  splunk: "splunk/splunk",
  vercel: "vercel/vercel",
  vsphere: "vmware/vsphere",
  minio: "aminueza/minio",
  random: "hashicorp/random",
  tls: "hashicorp/tls",
  time: "hashicorp/time",
  null: "hashicorp/null",
  local: "hashicorp/local",
  archive: "hashicorp/archive",
  external: "hashicorp/external",
  http: "hashicorp/http",
  cloudinit: "hashicorp/cloudinit",
  docker: "kreuzwerker/docker",
  kubernetes: "hashicorp/kubernetes",
  vault: "hashicorp/vault",
  consul: "hashicorp/consul",
  nomad: "hashicorp/nomad",
  postgresql: "cyrilgdn/postgresql",
};

/** What runs or reads something that no rule can judge. */
const OPAQUE: readonly (readonly [token: RegExp, source: string, type: string])[] = [
  [/^pulumi-(?:nodejs|python):dynamic[:/]/, "pulumi/dynamic", "dynamic_resource"],
  [/^pulumi:pulumi:StackReference$/, "pulumi/pulumi", "stack_reference"],
  [/^pulumi:pulumi:getResource$/, "pulumi/pulumi", "stack_reference"],
  [/^command:/, "pulumi/command", "command"],
  [/^docker-build:/, "pulumi/docker-build", "docker_build"],
  [/^terraform:/, "pulumi/terraform", "terraform_state"],
  [/^pulumiservice:/, "pulumi/pulumiservice", "pulumiservice"],
  [/^(?:terraform-module|tf-module|hcl):/, "pulumi/terraform-module", "terraform_module"],
];

const known = new Map<string, Meaning>();
const MOST_REMEMBERED = 5000;

/** @param kind a function's token means a data source */
export function meaningOf(token: string, kind: "resource" | "data"): Meaning {
  const key = `${kind} ${token}`;
  let meaning = known.get(key);
  if (meaning === undefined) {
    meaning = find(token, kind);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, meaning);
  }
  return meaning;
}

function find(token: string, kind: "resource" | "data"): Meaning {
  const opaque = OPAQUE.find(([pattern]) => pattern.test(token));
  if (opaque !== undefined) return { type: opaque[2], source: opaque[1] };
  const colon = token.indexOf(":");
  const name = token.slice(0, colon);
  const rest = token.slice(colon + 1);
  const cloud = cloudToken(name, rest, kind);
  if (cloud !== undefined) return { ...cloud, type: cloud.type ?? token };
  const source = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  return source === undefined ? { type: token } : { type: utilityType(source, rest) ?? token, source };
}

/** The source address of a package's provider, for its provider resource. */
export function sourceOfPackage(name: string): string | undefined {
  if (Object.hasOwn(SOURCES, name)) return SOURCES[name];
  const opaque = OPAQUE.find(([pattern]) => pattern.test(`${name}:`));
  return opaque?.[1] ?? pulumiPackage(name)?.source ?? cloudOfPackage(name)?.sources[0];
}

/** `index/randomPassword:RandomPassword` → `random_password`, for the few providers whose types the catalogue lists. */
function utilityType(source: string, rest: string): string | undefined {
  const provider = source.slice(source.indexOf("/") + 1);
  if (!["random", "tls", "time", "null", "minio"].includes(provider)) return undefined;
  const name = (rest.split(":").pop() ?? "")
    .replace(/^get(?=[A-Z])/, "")
    .replace(/[A-Z]/g, (letter, at: number) => `${at > 0 ? "_" : ""}${letter.toLowerCase()}`);
  return name.startsWith(`${provider}_`) ? name : `${provider}_${name}`;
}
