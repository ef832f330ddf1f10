import type { Host, ProviderFacts } from "../contract/facts.ts";

const endpoints = {
  source: "https://github.com/opentelekomcloud-docs/regions-and-endpoints doc/source/index.rst",
  seen: "2026-11-23",
} as const;
const backends = {
  source: "https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud docs/guides/backends.md",
  seen: "2026-11-23",
} as const;

/** The identity address carries a region; `region`, or the project's name that begins with one (`eu-de_x`), chooses where things are made. */
export const provider: ProviderFacts = {
  endpoint: { paths: ["auth_url"], env: ["OS_AUTH_URL"], known: {} },
  place: { paths: ["region"], env: ["OS_REGION", "OS_REGION_NAME"] },
  notPlaces: { endpoint_type: "Public or internal addresses of the same cloud." },
  elsewhere: {
    cloud: "The entry of clouds.yaml may name another address and region than the block.",
    tenant_name: "A project of another region moves everything there: write the region as well.",
  },
};

export const hosts: readonly Host[] = [
  { host: "iam.<region>.otc.t-systems.com", serves: "identity", ...endpoints },
  { host: "obs.<region>.otc.t-systems.com", serves: "object-storage", buckets: true, ...backends },
  { host: "iam-pub.<region>.sc.otc.t-systems.com", serves: "identity", ...backends },
  { host: "obs.<region>.sc.otc.t-systems.com", serves: "object-storage", buckets: true, ...backends },
];
