import { among } from "../profile/bounds.ts";
import type { Profile } from "../profile/profile.ts";

/** The European Commission's framework for buying cloud services: eight objectives with weights, five levels, and the lowest objective decides. */
export const csf: Profile = {
  id: "csf",
  title: "EU Cloud Sovereignty Framework",
  version: "1.2.1",
  date: "2025-10-31",
  status: "framework",
  decidedBy: "the buyer, objective by objective from SEAL-0 to SEAL-4",
  note: "The lowest objective decides the level. Code never reaches a level: it can only say why one is out of reach. The ceilings are our reading of the levels: a service under a third country's law or control has SEAL-1 at most.",
  source: "https://github.com/intuitem/ciso-assistant-community backend/library/libraries/cloud-sovereignty-framework.yaml",
  seen: "2026-11-28",
  countries: "eu",
  operators: { seat: "eu", control: "eu" },
  extends: [],
  rules: [],
  controls: [
    {
      id: "CSF:SOV-1",
      asks: "Strategic: who decides over the service, its ownership and its money are in the Union.",
      weight: 15,
      rules: { "jurisdiction/operator": {} },
      claimed: true,
      ceiling: "SEAL-1",
      documents: ["Ownership, financing, and protection against a change of control"],
    },
    {
      id: "CSF:SOV-2",
      asks: "Legal: the service is under the Union's law, and laws of third countries do not reach it.",
      weight: 10,
      rules: { "jurisdiction/operator": {}, "jurisdiction/endpoint": {} },
      claimed: true,
      ceiling: "SEAL-1",
      documents: ["A legal opinion on laws of third countries"],
    },
    {
      id: "CSF:SOV-3",
      asks: "Data: stored and processed in the Union without a way out, under keys that only the customer controls.",
      weight: 10,
      rules: { "residency/region": {}, "residency/replica": {}, "encryption/at-rest": { accept: among("claimed", "proved") } },
      ceiling: "SEAL-1",
      documents: ["Who can use the keys, and who has accessed data"],
    },
    {
      id: "CSF:SOV-4",
      asks: "Operational: people in the Union can run, support and leave the service.",
      weight: 15,
      documents: ["From where the service is run and supported", "A plan to leave that has been tried"],
    },
    {
      id: "CSF:SOV-5",
      asks: "Supply chain: where hardware, firmware and software come from, and who supplies whom.",
      weight: 20,
      rules: { "execution/opaque": {} },
      documents: ["The provider's suppliers, for hardware, firmware and software"],
    },
    {
      id: "CSF:SOV-6",
      asks: "Technology: open interfaces and standards, open source, and computing power of the Union's own.",
      weight: 15,
      documents: ["Which interfaces are open, and under which licences the software is"],
    },
    {
      id: "CSF:SOV-7",
      asks: "Security: certificates, monitoring and response under the Union's law, and logs that the customer sees.",
      weight: 10,
      rules: { "isolation/ingress": {}, "isolation/public-address": {}, "state/backend": {} },
      documents: ["The provider's certificates, and who watches"],
    },
    {
      id: "CSF:SOV-8",
      asks: "Environment: energy, water, carbon and reuse are measured and told.",
      weight: 5,
      documents: ["The provider's figures"],
    },
  ],
};
