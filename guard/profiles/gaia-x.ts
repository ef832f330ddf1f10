import type { Control, Profile } from "../profile/profile.ts";

/** Criteria of the compliance document, by its own numbers. Each level adds to the one before. */
const STANDARD: readonly Control[] = [
  {
    id: "Gaia-X:P4.1.1",
    asks: "A customer can take its data along to another provider.",
    documents: ["The provider's statement on portability"],
  },
  {
    id: "Gaia-X:P4.1.2",
    asks: "Data comes in and goes out in forms that others read.",
    documents: ["The provider's statement on portability"],
  },
  { id: "Gaia-X:P6.1.2", asks: "Data centres are measured by their use of power.", documents: ["The provider's figures of energy use"] },
];

const LEVEL_2: readonly Control[] = [
  {
    id: "Gaia-X:P5.1.1",
    asks: "The customer can choose that its data stays in the EU or the EEA, and here it has.",
    rules: { "residency/region": {} },
  },
];

const LEVEL_3: readonly Control[] = [
  {
    id: "Gaia-X:P5.1.2",
    asks: "All of the customer's data is stored and processed in the EU or the EEA, and nowhere else.",
    rules: {
      "residency/region": {},
      "residency/replica": {},
      "residency/cdn": {},
      "residency/backup": {},
      "residency/copy": {},
      "residency/log-sink": {},
      "jurisdiction/endpoint": {},
      "execution/before-plan": {},
      "execution/opaque": {},
      "execution/provisioner": {},
      "state/backend": {},
    },
  },
  {
    id: "Gaia-X:P5.1.3",
    asks: "The provider has safeguards against orders from outside the EU and the EEA.",
    documents: ["A certification that covers it, SecNumCloud 19.6 for one"],
  },
  {
    id: "Gaia-X:P5.1.4",
    asks: "The provider has its head office in the EU or the EEA.",
    rules: { "jurisdiction/operator": {} },
    claimed: true,
  },
  {
    id: "Gaia-X:P5.1.5",
    asks: "Nobody outside the EU and the EEA controls the provider.",
    rules: { "jurisdiction/operator": {} },
    claimed: true,
    documents: ["Who holds shares and votes"],
  },
  {
    id: "Gaia-X:P5.1.6",
    asks: "Others that the provider relies on, and that are not of the EU or the EEA, have no access to data and identities.",
    rules: { "isolation/egress": {} },
    documents: ["The provider's list of those it relies on"],
  },
  {
    id: "Gaia-X:P5.1.7",
    asks: "The provider can go on operating by itself.",
    documents: ["The provider's statement on its autonomy"],
  },
];

const PROTECTION: Control = {
  id: "Gaia-X:gx:storageEncryption",
  asks: "A storage service says how it encrypts and who manages the key: a mandatory attribute of its description.",
  rules: { "encryption/at-rest": {} },
};

function level(id: string, title: string, controls: readonly Control[], more: Partial<Profile> = {}): Profile {
  return {
    id,
    title,
    version: "24.11",
    date: "2024-11-30",
    status: "label",
    decidedBy: "a Gaia-X clearing house, which signs a credential for a service",
    note: "Only criteria of which an infrastructure can show a part, or whose absence decides, are listed: of 63 criteria most concern contracts, data protection and the security of the provider.",
    source: "https://docs.gaia-x.eu/policy-rules-committee/compliance-document/24.11/criteria_cloud_services",
    seen: "2026-11-28",
    extends: [],
    rules: [],
    controls,
    ...more,
  };
}

const EEA = { countries: "eea" } as const;
const EEA_CONTROL = { countries: "eea", operators: { seat: "eea", control: "eea" } } as const;

export const gaiaX: readonly Profile[] = [
  level("gaia-x", "Gaia-X standard compliance", [...STANDARD, PROTECTION]),
  level("gaia-x-label-1", "Gaia-X label level 1", [...STANDARD, PROTECTION]),
  level("gaia-x-label-2", "Gaia-X label level 2", [...STANDARD, PROTECTION, ...LEVEL_2], EEA),
  level("gaia-x-label-3", "Gaia-X label level 3", [...STANDARD, PROTECTION, ...LEVEL_2, ...LEVEL_3], EEA_CONTROL),
];
