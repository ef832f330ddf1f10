import type { Host, ProviderFacts } from "terroir/extend";

const docs = { source: "https://docs.__PREFIX__.example/provider", seen: "__TODAY__" } as const;

/** What the provider block says of the company and of the place. Resources say their region themselves, so the block has no place. */
export const provider: ProviderFacts = {
  endpoint: {
    paths: ["endpoint"],
    env: ["__UPPER___ENDPOINT"],
    default: "https://api.__PREFIX__.example",
    known: { "https://api.__PREFIX__.example": { operator: "__FILE__", country: "FR", ...docs } },
  },
};

/** Where the operator's services answer. A host that is not here is a stranger. */
export const hosts: readonly Host[] = [
  { host: "api.__PREFIX__.example", serves: "api", country: "FR", ...docs },
  { host: "s3.<region>.__PREFIX__.example", serves: "object-storage", buckets: true, ...docs },
];
