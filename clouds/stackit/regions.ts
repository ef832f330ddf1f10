import { unread } from "../../catalogue/sourced.ts";
import type { Region } from "../contract/region.ts";

const docs = {
  source: "https://docs.stackit.cloud/de/products/storage/block-storage/basics/regions-and-availability-zones",
  seen: "2026-11-23",
} as const;

/** Regions of STACKIT. Two zones of a region may be fire compartments of one building; of `eu02` the country is public, not the city. */
export const regions = {
  eu01: { country: "DE", city: "Heilbronn", at: [49.142, 9.219], zones: ["eu01-1", "eu01-2", "eu01-3", "eu01-m"], ...docs },
  eu02: {
    country: "AT",
    city: "Austria West",
    at: [48.05, 12.83],
    zones: ["eu02-1", "eu02-2", "eu02-3", "eu02-m"],
    ...unread("https://docs.stackit.cloud/", "2026-11-23"),
  },
} as const satisfies Readonly<Record<string, Region>>;
