import type { Host, ProviderFacts } from "../contract/facts.ts";

const endpoints = {
  source: "https://github.com/opentelekomcloud-docs/regions-and-endpoints doc/source/index.rst",
  seen: "2026-11-23",
} as const;
const backends = {
  source: "https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud docs/guides/backends.md",
  seen: "2026-11-23",
} as const;

/**
 * `region` chooses where things are made; where it is silent the project does, whose name begins with its region (`eu-de_x`), and whose token opens no
 * other (`GetRegion`, opentelekomcloud/common/cfg/config.go; docs/resources/identity_project_v3.md; both read 2026-11-28). An address that is written
 * is not moved by clouds.yaml, which fills in only what the block leaves out.
 */
export const provider: ProviderFacts = {
  endpoint: { paths: ["auth_url"], env: ["OS_AUTH_URL"], known: {} },
  place: {
    paths: ["region"],
    env: ["OS_REGION", "OS_REGION_NAME"],
    projects: { paths: ["tenant_name", "delegated_project"], env: ["OS_TENANT_NAME", "OS_PROJECT_NAME"] },
  },
  notPlaces: { endpoint_type: "Public or internal addresses of the same cloud." },
  elsewhere: {
    cloud: "The entry of clouds.yaml may name another address and region than the block.",
  },
};

export const hosts: readonly Host[] = [
  // The list names these two regions for every service, and neither of them the third, which has an identity service of its own.
  { host: "iam.<region>.otc.t-systems.com", serves: "identity", reaches: ["eu-de", "eu-nl"], ...endpoints },
  { host: "obs.<region>.otc.t-systems.com", serves: "object-storage", buckets: true, ...backends },
  { host: "iam-pub.<region>.sc.otc.t-systems.com", serves: "identity", reaches: ["eu-ch2"], ...backends },
  { host: "obs.<region>.sc.otc.t-systems.com", serves: "object-storage", buckets: true, ...backends },
];
