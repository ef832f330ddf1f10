/** What Acme's teams import: our constructs, our rules, and the policy that demands them. */
export { Archive, type ArchiveProps } from "./constructs/archive.ts";
export { Ledger, type LedgerProps } from "./constructs/ledger.ts";
export { policy } from "./policy.ts";
export { bucketsKeepThirtyDays } from "./rules/buckets-keep-30-days.ts";
export { databasesSurviveANode } from "./rules/databases-survive-a-node.ts";
