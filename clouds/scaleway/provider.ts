import type { Host, ProviderFacts } from "../contract/facts.ts";

const docs = { source: "https://github.com/scaleway/terraform-provider-scaleway docs/index.md", seen: "2026-11-23" } as const;

export const provider: ProviderFacts = {
  credentials: [["SCW_ACCESS_KEY", "SCW_SECRET_KEY"]],
  endpoint: { paths: ["api_url"], env: ["SCW_API_URL"], default: "https://api.scaleway.com", known: {} },
  place: { paths: ["region", "zone"], env: ["SCW_DEFAULT_REGION", "SCW_DEFAULT_ZONE"], default: "fr-par" },
  elsewhere: { profile: "The profile is read from a file that may name another region, zone and API address." },
};

export const hosts: readonly Host[] = [
  { host: "s3.<region>.scw.cloud", serves: "object-storage", buckets: true, ...docs },
  { host: "api.scaleway.com", serves: "api", country: "FR", ...docs },
];
