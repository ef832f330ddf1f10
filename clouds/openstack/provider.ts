import type { Host, ProviderFacts } from "../contract/facts.ts";

const vendors = { source: "https://docs.openstack.org/openstacksdk/latest/user/config/vendor-support.html", seen: "2026-11-23" } as const;
const infomaniak = { source: "https://docs.mountainduck.io/protocols/openstack/infomaniak/", seen: "2026-11-23" } as const;

/** An identity service for each of plusserver's environments, which share nothing. */
const scs = { source: "https://github.com/osism/testbed terraform/clouds-public.yaml", seen: "2026-11-28" } as const;

const cleura = { source: "https://docs.cleura.cloud/reference/limitations/object-storage", seen: "2026-11-28" } as const;
const elastx = {
  source: "https://github.com/elastx/elx-docs content/en/docs/openstack-iaas/guides/s3_compatibility.md",
  seen: "2026-11-28",
} as const;

/**
 * No address is the default: the identity address says whose cloud it is, and the region where in it. An entry of clouds.yaml is taken in place of all
 * that the block writes of the address (`LoadAndValidate`, gophercloud/utils terraform/auth/config.go, read 2026-11-28).
 */
export const provider: ProviderFacts = {
  endpoint: { paths: ["auth_url"], env: ["OS_AUTH_URL"], known: {}, parts: ["endpoint_overrides"] },
  place: { paths: ["region"], env: ["OS_REGION_NAME"] },
  notPlaces: { endpoint_type: "Public, internal or administrative addresses of the same cloud." },
  elsewhere: { cloud: "The entry of clouds.yaml may name another address and region than the block." },
  overrules: { paths: ["cloud"], env: ["OS_CLOUD"] },
};

export const hosts: readonly Host[] = [
  { host: "<region>.citycloud.com", serves: "identity", operator: "cleura", ...vendors },
  { host: "s3-<region>.citycloud.com", serves: "object-storage", operator: "cleura", buckets: true, ...cleura },
  { host: "swift.elastx.cloud", serves: "object-storage", operator: "elastx", region: "se-sto", ...elastx },
  { host: "ops.elastx.cloud", serves: "identity", operator: "elastx", region: "se-sto", ...vendors },
  { host: "api.pub1.infomaniak.cloud", serves: "identity", operator: "infomaniak", region: "dc3-a", ...infomaniak },
  { host: "s3.pub1.infomaniak.cloud", serves: "object-storage", operator: "infomaniak", region: "dc3-a", ...infomaniak },
  { host: "api.pub2.infomaniak.cloud", serves: "identity", operator: "infomaniak", region: "dc4-a", ...infomaniak },
  { host: "s3.pub2.infomaniak.cloud", serves: "object-storage", operator: "infomaniak", region: "dc4-a", ...infomaniak },
  { host: "<region>.api.pco.get-cloud.io", serves: "identity", operator: "plusserver", ...scs },
];
