import type { Control, Profile } from "../profile/profile.ts";

/** Union assurance levels of a proposed regulation. A level takes in those below it, and none of this is law. */
const LEVEL_1: readonly Control[] = [
  { id: "CADA:1.1.a", asks: "The provider is established in the Union.", rules: { "jurisdiction/operator": {} }, claimed: true },
  {
    id: "CADA:1.1.b",
    asks: "Infrastructure and assets are in the Union, those of subcontractors as well.",
    rules: { "residency/region": {} },
    documents: ["Where subcontractors have their assets"],
  },
  {
    id: "CADA:1.1.c",
    asks: "Customer data, with metadata and telemetry, stays in the Union unless the buyer asks otherwise.",
    rules: {
      "residency/dns": {},
      "residency/region": {},
      "residency/replica": {},
      "residency/cdn": {},
      "residency/backup": {},
      "residency/copy": {},
      "residency/log-sink": {},
      "jurisdiction/endpoint": {},
      "state/backend": {},
    },
    documents: ["Which telemetry the provider itself gathers, and where"],
  },
  {
    id: "CADA:1.1",
    asks: "The provider assesses itself, states conformity, and has safeguards for subcontractors and for third-country control.",
    documents: ["The EU statement of conformity"],
  },
];

const LEVEL_2: readonly Control[] = [
  {
    id: "CADA:2.1",
    asks: "An independent audit, and a European cybersecurity certificate of level substantial.",
    documents: ["The audit's opinion", "The certificate"],
  },
];

const LEVEL_3: readonly Control[] = [
  {
    id: "CADA:3.1",
    asks: "Staff are citizens of the Union, and no third country controls the provider, with a narrow derogation.",
    rules: { "jurisdiction/operator": {}, "identity/admin-ranges": {} },
    claimed: true,
    documents: ["Who works on the service", "Who holds shares and votes"],
  },
];

const LEVEL_4: readonly Control[] = [
  {
    id: "CADA:4.1",
    asks: "No derogation: no third country controls the provider, sensitive data never leaves, and the certificate is of level high.",
    rules: {
      "jurisdiction/operator": {},
      "residency/region": {},
      "residency/replica": {},
      "residency/cdn": {},
      "residency/backup": {},
      "residency/copy": {},
      "residency/log-sink": {},
      "execution/before-plan": {},
      "execution/opaque": {},
      "execution/provisioner": {},
    },
    claimed: true,
    documents: ["The certificate of level high"],
  },
];

function level(number: 1 | 2 | 3 | 4, controls: readonly Control[]): Profile {
  return {
    id: `cada-level-${number}`,
    title: `CADA Union assurance level ${number}`,
    version: "COM(2026) 502, proposal",
    date: "2026-06-03",
    status: "proposal",
    decidedBy: number === 1 ? "the provider itself to state, once this is law" : "an authority after an audit, once this is law",
    note: "A proposal of the European Commission: it binds nobody, and its text may change.",
    source: "https://www.cadafaq.com/en/what-does-cada-level-1-mean-for-a-cto-selecting-a-cloud-provider/",
    seen: "2026-11-28",
    countries: "eu",
    operators: number < 3 ? { seat: "eu" } : { seat: "eu", control: "eu" },
    extends: [],
    rules: [],
    controls,
  };
}

export const cada: readonly Profile[] = [
  level(1, LEVEL_1),
  level(2, [...LEVEL_1, ...LEVEL_2]),
  level(3, [...LEVEL_1, ...LEVEL_2, ...LEVEL_3]),
  level(4, [...LEVEL_1, ...LEVEL_2, ...LEVEL_3, ...LEVEL_4]),
];
