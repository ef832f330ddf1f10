import type { Host, ProviderFacts } from "../contract/facts.ts";

const docs = { source: "https://github.com/ionos-cloud/terraform-provider-ionoscloud docs/index.md", seen: "2026-11-23" } as const;
const storage = {
  source: "https://github.com/ionos-cloud/terraform-provider-ionoscloud services/objectstorage/client.go",
  seen: "2026-11-23",
} as const;
const rclone = { source: "https://github.com/rclone/rclone backend/s3/provider/IONOS.yaml", seen: "2026-11-23" } as const;

/** Places are written on resources; the block's `s3_region` chooses for buckets alone. */
export const provider: ProviderFacts = {
  credentials: [["IONOS_TOKEN"], ["IONOS_USERNAME", "IONOS_PASSWORD"]],
  endpoint: { paths: ["endpoint"], env: ["IONOS_API_URL"], default: "https://api.ionos.com", known: {} },
  place: { paths: ["s3_region"], env: ["IONOS_S3_REGION"], default: "eu-central-3" },
};

const products = {
  source: "https://github.com/ionos-cloud/terraform-provider-ionoscloud services/vpn/client.go",
  seen: "2026-11-28",
} as const;

export const hosts: readonly Host[] = [
  { host: "<any>.<region>.ionos.com", serves: "api", ...products },
  { host: "s3.<region>.ionoscloud.com", serves: "object-storage", buckets: true, ...storage },
  { host: "s3-<region>.ionoscloud.com", serves: "object-storage", buckets: true, ...rclone },
  { host: "api.ionos.com", serves: "api", country: "DE", ...docs },
];
