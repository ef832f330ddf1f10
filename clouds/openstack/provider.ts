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

/** Of Fuga the region of the address need not be that of the resources: each of the two is written beside it. */
const fuga = {
  source: "https://github.com/ruifrvaz/smaqit skills/smaqit.infrastructure-provider-cyso/references/cyso-reference.md",
  seen: "2026-11-29",
} as const;
const fugaStores = { source: "https://github.com/FugaCloud/s3-sync-action README.md", seen: "2026-11-29" } as const;
const leafcloud = { source: "https://github.com/leafcloudhq/tf-leafcloud-llm providers.tf", seen: "2026-11-29" } as const;
const leafcloudStore = {
  source: "https://github.com/leafcloudhq/documentation-rtd docs/Nextcloud/implementing-s3-as-primary-storage.md",
  seen: "2026-11-29",
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
  { host: "core.fuga.cloud", serves: "identity", operator: "fuga", country: "NL", reaches: ["ams2", "fra"], ...fuga },
  { host: "fra.fuga.cloud", serves: "object-storage", operator: "fuga", region: "fra", ...fugaStores },
  { host: "create.leaf.cloud", serves: "identity", operator: "leafcloud", region: "europe-nl", ...leafcloud },
  {
    host: "leafcloud.store",
    serves: "object-storage",
    operator: "leafcloud",
    region: "europe-nl",
    calls: "europe-nl-ams1",
    ...leafcloudStore,
  },
  { host: "<region>.api.pco.get-cloud.io", serves: "identity", operator: "plusserver", ...scs },
];
