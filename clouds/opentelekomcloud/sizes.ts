import type { MachineSizes } from "../contract/machine-size.ts";

/** General-purpose machines of the s3 family, whose names say the ratio: four gigabytes for each processor, or two. */
export const machineSizes: MachineSizes = {
  sizes: {
    "s3.medium.2": [1, 2],
    "s3.medium.4": [1, 4],
    "s3.large.2": [2, 4],
    "s3.large.4": [2, 8],
    "s3.xlarge.2": [4, 8],
    "s3.xlarge.4": [4, 16],
    "s3.2xlarge.2": [8, 16],
    "s3.2xlarge.4": [8, 32],
    "s3.4xlarge.2": [16, 32],
    "s3.4xlarge.4": [16, 64],
    "s3.8xlarge.2": [32, 64],
    "s3.8xlarge.4": [32, 128],
  },
  source:
    "https://www.open-telekom-cloud.com/en/prices/pricing-models/computing-container (its example tells how names are read: s2.xlarge.2 has 4 and 8)",
  seen: "2026-11-28",
};

/**
 * Database sizes, for both engines: the part of the name → gigabytes of memory, four for each processor. Source: the flavours that the provider's
 * acceptance tests and the service's interface reference list (`rds.pg.n1.large.4`, `rds.pg.n1.xlarge.4`: 4 processors, 16 GB); seen 2026-11-28.
 */
export const databaseSizes: Readonly<Record<string, number>> = {
  "n1.large.4": 8,
  "n1.xlarge.4": 16,
  "n1.2xlarge.4": 32,
  "n1.4xlarge.4": 64,
  "n1.8xlarge.4": 128,
};

/** Volumes by performance. Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/evs_volume_v3.md (SATA, SAS, SSD); seen 2026-11-28. */
export const volumeTypes = { standard: "SAS", high: "SSD", highest: "SSD" } as const;
