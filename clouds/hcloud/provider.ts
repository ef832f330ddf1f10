import type { Host, ProviderFacts } from "../contract/facts.ts";

const docs = { source: "https://github.com/hetznercloud/terraform-provider-hcloud docs/index.md", seen: "2026-11-23" } as const;
const rclone = { source: "https://github.com/rclone/rclone backend/s3/provider/Hetzner.yaml", seen: "2026-11-23" } as const;

/** Locations are written on resources, and where they are silent the operator chooses: the block has no default. */
export const provider: ProviderFacts = {
  credentials: [["HCLOUD_TOKEN"]],
  endpoint: {
    paths: ["endpoint"],
    env: ["HCLOUD_ENDPOINT"],
    default: "https://api.hetzner.cloud/v1",
    known: {},
    parts: ["endpoint_hetzner"],
  },
  notPlaces: { poll_function: "How often the provider asks whether an action is done." },
};

export const hosts: readonly Host[] = [
  { host: "<region>.your-objectstorage.com", serves: "object-storage", buckets: true, ...rclone },
  { host: "api.hetzner.cloud", serves: "api", country: "DE", ...docs },
  { host: "api.hetzner.com", serves: "api", country: "DE", ...docs },
];
