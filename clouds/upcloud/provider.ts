import { unread } from "../../catalogue/sourced.ts";
import type { Host, ProviderFacts } from "../contract/facts.ts";

/** Every resource with a place writes its own zone. */
export const provider: ProviderFacts = {
  credentials: [["UPCLOUD_TOKEN"], ["UPCLOUD_USERNAME", "UPCLOUD_PASSWORD"]],
  endpoint: { paths: [], env: ["UPCLOUD_API_BASE_URL"], default: "https://api.upcloud.com", known: {} },
};

const storage = {
  source: "https://github.com/UpCloudLtd/terraform-provider-upcloud docs/guides/objsto-as-s3-state-backend.md",
  seen: "2026-11-28",
} as const;

/** Each object storage service has a name of its own there, which says no region: the policy does, in `located`. */
export const hosts: readonly Host[] = [
  { host: "<any>.upcloudobjects.com", serves: "object-storage", buckets: true, ...storage },
  { host: "api.upcloud.com", serves: "api", country: "FI", ...unread("https://developers.upcloud.com/1.3/", "2026-11-23") },
];
