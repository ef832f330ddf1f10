import type { Host, ProviderFacts } from "../contract/facts.ts";

const docs = { source: "https://github.com/outscale/terraform-provider-outscale docs/index.md", seen: "2026-11-23" } as const;
const endpoints = { source: "https://docs.outscale.com/fr/userguide/Référence-des-endpoints-d-API.html", seen: "2026-11-23" } as const;
const rclone = { source: "https://github.com/rclone/rclone backend/s3/provider/Outscale.yaml", seen: "2026-11-23" } as const;

/**
 * The region of the provider block is the place of nearly everything: only subregions are written on resources. Managed Kubernetes has a region of
 * its own there (`oks`).
 */
export const provider: ProviderFacts = {
  credentials: [["OSC_ACCESS_KEY", "OSC_SECRET_KEY"]],
  endpoint: {
    paths: ["api[].endpoint", "endpoints[].api"],
    env: ["OSC_ENDPOINT_API", "OUTSCALE_OAPI_URL"],
    default: "https://api.<region>.outscale.com",
    known: {},
    parts: ["oks[].endpoint", "endpoints[].oks"],
  },
  place: { paths: ["api[].region", "region", "oks[].region"], env: ["OSC_REGION", "OUTSCALE_REGION"] },
  elsewhere: {
    config_file: "The file may name another region and endpoint than the block.",
    profile: "The profile is read from a file that may name another region and endpoint.",
  },
};

export const hosts: readonly Host[] = [
  { host: "oos.<region>.outscale.com", serves: "object-storage", buckets: true, ...rclone },
  { host: "api.<region>.outscale.com", serves: "api", ...docs },
  { host: "fcu.<region>.outscale.com", serves: "api", ...endpoints },
];
