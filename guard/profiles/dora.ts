import type { Profile } from "../profile/profile.ts";

/** What financial entities owe when they rely on a cloud: articles 28 to 30, and the one on keys that they meet first. */
export const dora: Profile = {
  id: "dora",
  title: "DORA, articles 28 to 30 with 9, 10 and 12",
  version: "Regulation (EU) 2022/2554",
  date: "2022-12-14",
  status: "law",
  decidedBy: "the financial entity's supervisor",
  note: "DORA demands no country: it demands that the contract names countries and that what is built is what was named. The policy is that declaration.",
  source: "https://github.com/intuitem/ciso-assistant-community backend/library/libraries/dora.yaml",
  seen: "2026-11-23",
  extends: [],
  rules: [],
  controls: [
    {
      id: "DORA:9.4.d",
      asks: "Cryptographic keys are protected, and data with them.",
      rules: { "encryption/at-rest": {}, "encryption/in-transit": {}, "encryption/links": {}, "encryption/tls-version": {} },
    },
    { id: "DORA:10", asks: "What is out of the ordinary is noticed.", rules: { "audit/trail": {} }, documents: ["Who watches, and how"] },
    {
      id: "DORA:12",
      asks: "There are backups, redundancy, and a tried way back.",
      rules: { "resilience/backup": {}, "resilience/backup-retention": {}, "resilience/redundancy": {} },
      documents: ["The record of the last restore"],
    },
    { id: "DORA:28.3", asks: "A register holds every contract on ICT services.", documents: ["The register of information"] },
    {
      id: "DORA:28.8",
      asks: "There is a tried way out of every service that matters.",
      documents: ["The exit plan, and the record of its trial"],
    },
    {
      id: "DORA:29.1",
      asks: "Before signing, somebody weighs how hard the provider is to replace and how much depends on it.",
      documents: ["The assessment of concentration"],
    },
    {
      id: "DORA:29.2",
      asks: "Where others are relied on in turn, and in third countries, the chain is weighed.",
      documents: ["The provider's subcontractors"],
    },
    { id: "DORA:30.2.a", asks: "The contract describes the services, and which of them others may provide.", documents: ["The contract"] },
    {
      id: "DORA:30.2.b",
      asks: "The contract names the regions or countries where services run and data is stored, and changes are told beforehand.",
      rules: { "residency/region": {}, "residency/cdn": {}, "residency/replica": {}, "residency/backup": {}, "residency/copy": {} },
      documents: ["The contract, which names the countries that the policy approves"],
    },
    {
      id: "DORA:30.2.c",
      asks: "Data stays available, authentic, whole and confidential.",
      rules: { "encryption/at-rest": {}, "isolation/ingress": {}, "isolation/public-data": {} },
      documents: ["The contract"],
    },
    { id: "DORA:30.2.d", asks: "Data comes back when the provider fails or the contract ends.", documents: ["The contract"] },
    { id: "DORA:30.3.e", asks: "The entity and its supervisor may inspect.", documents: ["The contract"] },
    { id: "DORA:30.3.f", asks: "The contract provides for leaving, with a time of transition.", documents: ["The contract"] },
  ],
};
