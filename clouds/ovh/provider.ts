import type { Host, ProviderFacts } from "../contract/facts.ts";

const docs = { source: "https://github.com/ovh/terraform-provider-ovh docs/index.md", seen: "2026-11-23" } as const;
const client = { source: "https://github.com/ovh/go-ovh ovh/ovh.go", seen: "2026-11-23" } as const;
const storage = {
  source: "https://github.com/ovh/docs pages/storage_and_backup/object_storage/s3_location/guide.en-gb.md",
  seen: "2026-11-23",
} as const;
const kms = { source: "https://github.com/ovh/opentofu-kms-ovhcloud README.md", seen: "2026-11-28" } as const;
const vendors = { source: "https://docs.openstack.org/openstacksdk/latest/user/config/vendor-support.html", seen: "2026-11-23" } as const;

/**
 * The block chooses the company, never the place: resources write their own region. Where block and environment are silent the provider reads
 * ovh.conf in the working folder, the home folder or /etc, which no view shows: there is no default.
 */
export const provider: ProviderFacts = {
  credentials: [
    ["OVH_APPLICATION_KEY", "OVH_APPLICATION_SECRET", "OVH_CONSUMER_KEY"],
    ["OVH_CLIENT_ID", "OVH_CLIENT_SECRET"],
    ["OVH_ACCESS_TOKEN"],
  ],
  endpoint: {
    paths: ["endpoint"],
    env: ["OVH_ENDPOINT"],
    known: {
      "ovh-eu": { operator: "ovhcloud", country: "FR", ...docs },
      "kimsufi-eu": { operator: "ovhcloud", country: "FR", ...docs },
      "soyoustart-eu": { operator: "ovhcloud", country: "FR", ...docs },
      "ovh-ca": { operator: "ovhcloud", country: "CA", ...docs },
      "kimsufi-ca": { operator: "ovhcloud", country: "CA", ...docs },
      "soyoustart-ca": { operator: "ovhcloud", country: "CA", ...docs },
      "ovh-us": { operator: "ovhcloud-us", country: "US", ...docs },
    },
  },
};

export const hosts: readonly Host[] = [
  { host: "s3.<region>.io.cloud.ovh.net", serves: "object-storage", buckets: true, ...storage },
  { host: "s3.<region>.perf.cloud.ovh.net", serves: "object-storage", buckets: true, ...storage },
  { host: "s3.<region>.cloud.ovh.net", serves: "object-storage", buckets: true, ...storage },
  { host: "<region>.okms.ovh.net", serves: "keys", ...kms },
  { host: "auth.cloud.ovh.net", serves: "identity", country: "FR", ...vendors },
  { host: "auth.cloud.ovh.us", serves: "identity", country: "US", operator: "ovhcloud-us", ...vendors },
  { host: "api.eu.ovhcloud.com", serves: "api", country: "FR", ...client },
  { host: "eu.api.ovh.com", serves: "api", country: "FR", ...client },
  { host: "eu.api.kimsufi.com", serves: "api", country: "FR", ...client },
  { host: "eu.api.soyoustart.com", serves: "api", country: "FR", ...client },
  { host: "api.ca.ovhcloud.com", serves: "api", country: "CA", ...client },
  { host: "ca.api.ovh.com", serves: "api", country: "CA", ...client },
  { host: "ca.api.kimsufi.com", serves: "api", country: "CA", ...client },
  { host: "ca.api.soyoustart.com", serves: "api", country: "CA", ...client },
  { host: "api.us.ovhcloud.com", serves: "api", country: "US", operator: "ovhcloud-us", ...client },
];
