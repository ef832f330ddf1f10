import type { Region } from "../contract/region.ts";

const prowler = { source: "https://github.com/prowler-cloud/prowler prowler/providers/stackit", seen: "2026-11-23" } as const;
const provider = { source: "https://github.com/stackitcloud/terraform-provider-stackit docs/index.md", seen: "2026-11-23" } as const;

/** Regions of STACKIT. Two zones of a region may be fire compartments of one building; of `eu02` the country is public, not the city. */
export const regions = {
  eu01: { country: "DE", city: "Heilbronn", at: [49.142, 9.219], zones: ["eu01-1", "eu01-2", "eu01-3", "eu01-m"], ...provider },
  eu02: { country: "AT", city: "Austria West", at: [48.05, 12.83], zones: ["eu02-1", "eu02-2", "eu02-3", "eu02-m"], ...prowler },
} as const satisfies Readonly<Record<string, Region>>;
