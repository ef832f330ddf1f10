import { unread } from "../../catalogue/sourced.ts";
import type { Host, ProviderFacts } from "../contract/facts.ts";

/** Every resource with a place writes its own zone. Object storage answers at `<id>.upcloudobjects.com`, which says no region: it is unknown here. */
export const provider: ProviderFacts = {
  credentials: [["UPCLOUD_TOKEN"], ["UPCLOUD_USERNAME", "UPCLOUD_PASSWORD"]],
  endpoint: { paths: [], env: ["UPCLOUD_API_BASE_URL"], default: "https://api.upcloud.com", known: {} },
};

export const hosts: readonly Host[] = [
  { host: "api.upcloud.com", serves: "api", country: "FI", ...unread("https://developers.upcloud.com/1.3/", "2026-11-23") },
];
