import type { Control, Profile } from "../profile/profile.ts";

const libraries = "https://github.com/intuitem/ciso-assistant-community backend/library/libraries";
const common = {
  title: "BSI C5",
  status: "certification",
  decidedBy: "an auditor, in an attestation on a provider's system of controls",
  note: "C5 asks the provider for transparency and demands no country. What code shows here is what the customer does with the service.",
  extends: [],
  rules: [],
} as const;

const PLACES: Control = {
  id: "C5-2026:GC-01",
  asks: "The provider says its law, its country, that of its ultimate parent, and in which regions data is processed, stored and backed up.",
  rules: { "residency/region": {}, "residency/cdn": {}, "residency/replica": {}, "residency/backup": {}, "residency/copy": {} },
  documents: ["The description of the service"],
};

/** The criteria catalogue of Germany's Federal Office for Information Security, in both editions that are in use. */
export const bsiC5: readonly Profile[] = [
  {
    ...common,
    id: "bsi-c5",
    version: "2020",
    date: "2020-01-31",
    source: `${libraries}/bsi-c5-2020.yaml`,
    seen: "2026-11-23",
    controls: [
      {
        id: "C5:CRY-02",
        asks: "Data is encrypted on the way over public networks.",
        rules: { "encryption/in-transit": {}, "encryption/links": {}, "encryption/tls-version": {}, "jurisdiction/endpoint": {} },
        documents: ["The attestation"],
      },
      {
        id: "C5:CRY-03",
        asks: "Sensitive data is stored encrypted, and the provider does not know the customer's keys.",
        rules: { "encryption/at-rest": {}, "encryption/key-custody": {} },
        documents: ["Who knows the keys"],
      },
      {
        id: "C5:CRY-04",
        rules: { "encryption/key-rotation": {}, "encryption/key-recovery": {} },
        asks: "Keys are made, kept, rotated and destroyed by rules.",
        documents: ["The attestation"],
      },
      { id: "C5:IDM-07", asks: "The customer is told when the provider's staff reads its data.", documents: ["The attestation"] },
      {
        id: "C5:IDM-08",
        asks: "Credentials are given, kept and renewed by rules.",
        rules: { "identity/credential-expiry": {} },
        documents: ["How credentials are given"],
      },
      {
        id: "C5:OPS-06",
        asks: "There is a plan for backups and coming back from them.",
        rules: { "resilience/backup": {}, "resilience/deletion-protection": {} },
        documents: ["The plan, and the record of the last restore"],
      },
      {
        id: "C5:OPS-09",
        asks: "Backups go to a distant place, encrypted.",
        rules: { "resilience/distance": {}, "residency/replica": {}, "residency/backup": {} },
        documents: ["Where backups are, and how far away"],
      },
      { id: "C5:OPS-10", asks: "What happens is written down by a plan.", rules: { "audit/trail": {} }, documents: ["The plan"] },
      {
        id: "C5:OPS-12",
        asks: "Logs are kept where few reach them, for a time that was decided.",
        rules: { "audit/log-retention": {} },
        documents: ["Who reaches the logs, and for how long they are kept"],
      },
      {
        id: "C5:PS-02",
        rules: { "resilience/distance": {}, "resilience/zones": {}, "resilience/redundancy": {} },
        asks: "There are two sites, far enough from each other.",
        documents: ["The attestation"],
      },
      {
        id: "C5:PSS-12",
        asks: "The customer chooses where its data is processed and stored.",
        rules: { "residency/region": {} },
      },
    ],
  },
  {
    ...common,
    id: "bsi-c5-2026",
    version: "2026",
    date: "2026-10-03",
    note: "Only the criterion on places and parents is mapped: it is new in this edition, and the others are those of C5:2020 under new numbers. The day is that of the edition's machine-readable form.",
    source: `${libraries}/bsi_c5_2026.yaml`,
    seen: "2026-11-28",
    controls: [
      PLACES,
      {
        id: "C5-2026:GC-01.4",
        asks: "The country of the ultimate parent is said.",
        rules: { "jurisdiction/operator": {} },
        claimed: true,
        documents: ["The description of the service"],
      },
    ],
  },
];
