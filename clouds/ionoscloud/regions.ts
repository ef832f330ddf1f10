import { unread } from "../../catalogue/sourced.ts";
import type { Region } from "../contract/region.ts";

const list = { source: "https://github.com/terchris/sovereignsky-site content/datacenters/ionos/index.md", seen: "2026-11-23" } as const;
/** Names Logroño; the list above has the country alone right. */
const rclone = { source: "https://github.com/rclone/rclone backend/s3/provider/IONOS.yaml", seen: "2026-11-23" } as const;
const known = unread("https://docs.ionos.com/cloud/", "2026-11-23");

/**
 * Buckets of the contract stand in three locations; databases keep their backups there, and are described for the two in the Union. A registry, as far as the
 * provider's documentation says, stands in Frankfurt (docs/resources/container_registry.md), a file share there and in Berlin (nfs_cluster.md).
 */
const noRegistry = ["registry"] as const;
const bucketsOnly = ["database", "fileShare", "registry"] as const;
const neither = ["bucket", ...bucketsOnly] as const;

/**
 * Locations of IONOS, with the names of object storage among the aliases. `eu-central-2` is Berlin here and Zurich at AWS;
 * `eu-south-2` is Logroño here.
 */
export const regions = {
  "de/fra": {
    country: "DE",
    city: "Frankfurt",
    at: [50.111, 8.682],
    aliases: ["de/fra/1", "de-fra", "de", "eu-central-1", "eu-central-4"],
    ...list,
  },
  "de/fra/2": { country: "DE", city: "Frankfurt", at: [50.111, 8.682], without: neither, ...list },
  "de/txl": {
    country: "DE",
    city: "Berlin",
    at: [52.52, 13.405],
    aliases: ["de-txl", "eu-central-2", "eu-central-3"],
    without: noRegistry,
    ...list,
  },
  "de/fkb": { country: "DE", city: "Karlsruhe", at: [49.007, 8.404], aliases: ["de-fkb"], without: neither, ...known },
  "es/vit": { country: "ES", city: "Logroño", at: [42.466, -2.445], aliases: ["es-vit", "eu-south-2"], without: neither, ...rclone },
  "fr/par": { country: "FR", city: "Paris", at: [48.857, 2.352], aliases: ["fr-par"], without: neither, ...known },
  "gb/lhr": { country: "GB", city: "London", at: [51.507, -0.128], aliases: ["gb-lhr"], without: neither, ...list },
  "gb/bhx": { country: "GB", city: "Worcester", at: [52.192, -2.22], aliases: ["gb-bhx"], without: neither, ...known },
  "us/las": { country: "US", city: "Las Vegas", at: [36.17, -115.14], aliases: ["us-las"], without: neither, ...list },
  "us/ewr": { country: "US", city: "Newark", at: [40.736, -74.172], aliases: ["us-ewr"], without: neither, ...list },
  "us/mci": { country: "US", city: "Lenexa", at: [38.954, -94.734], aliases: ["us-mci", "us-central-1"], without: bucketsOnly, ...known },
} as const satisfies Readonly<Record<string, Region>>;
