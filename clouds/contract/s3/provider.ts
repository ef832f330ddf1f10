import type { CloudProvider } from "../cloud.ts";

/**
 * The S3 client through which buckets of clouds are written whose own provider has none. MinIO's speaks plain S3 to any store, where that of AWS asks
 * its own operator's services for a bucket's tags since release 6.23 (hashicorp/terraform-provider-aws issues 45292 and 46202). It signs with
 * MINIO_USER and MINIO_PASSWORD, the store's key pair, or with what a block of the author's says.
 *
 * Its mode for other stores (`s3_compat_mode`) stays off: it passes over what a store refuses, and a lock that was never set would look like one.
 *
 * Source: aminueza/terraform-provider-minio docs/index.md and minio/provider.go; seen 2026-11-28.
 */
export function s3Client(
  storeOf: (region: string, account: Readonly<Record<string, string>>) => { readonly host: string; readonly region: string },
): CloudProvider {
  return {
    name: "minio",
    source: "aminueza/minio",
    version: "~> 3.41",
    block: ({ region }, account) => {
      const store = storeOf(region, account);
      return {
        alias: region,
        // Left out, the provider speaks HTTP in clear.
        args: { minio_server: store.host, minio_region: store.region, minio_ssl: true },
      };
    },
  };
}
