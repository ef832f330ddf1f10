import type { CountryCode } from "./countries.ts";
import type { Sourced } from "./sourced.ts";

/** A law by which a country's authorities reach data that its companies hold elsewhere. */
export interface Law extends Sourced {
  /** As the law is called in English. */
  readonly name: string;
  /** Whose authorities it empowers. */
  readonly country: CountryCode;
}

/** The laws that entries of `operators` point at. */
export const LAWS = {
  "us-cloud-act": {
    name: "Clarifying Lawful Overseas Use of Data Act",
    country: "US",
    source: "https://blogs.oracle.com/cloud-infrastructure/post/us-cloud-act-and-oracle-cloud",
    seen: "2026-11-23",
  },
  "cn-disclosure": {
    name: "Data Security Law, Cybersecurity Law and Anti-Terrorism Law of the People's Republic of China",
    country: "CN",
    source: "https://resourcehub.bakermckenzie.com/en/resources/cloud-compliance-center/apac/china/topics/data-disclosure-requirements",
    seen: "2026-11-23",
  },
} as const satisfies Readonly<Record<string, Law>>;

/** Id of a law in `LAWS`, `us-cloud-act`. */
export type LawId = keyof typeof LAWS;
