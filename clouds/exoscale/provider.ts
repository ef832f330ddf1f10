import type { Host, ProviderFacts } from "../contract/facts.ts";

const api = { source: "https://github.com/exoscale/egoscale v3/client.go", seen: "2026-11-23" } as const;
const storage = { source: "https://community.exoscale.com/api/sos", seen: "2026-11-23" } as const;

/** Every resource with a place writes its own zone; the block only carries credentials. */
export const provider: ProviderFacts = {
  credentials: [["EXOSCALE_API_KEY", "EXOSCALE_API_SECRET"]],
  endpoint: {
    paths: ["environment"],
    env: ["EXOSCALE_API_ENVIRONMENT"],
    default: "api",
    known: { api: { operator: "exoscale", country: "CH", ...api } },
    parts: ["sos_endpoint"],
  },
};

export const hosts: readonly Host[] = [
  { host: "sos-<region>.exo.io", serves: "object-storage", buckets: true, ...storage },
  { host: "api-<region>.exoscale.com", serves: "api", ...api },
];
