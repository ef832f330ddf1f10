import type { Profile } from "../profile/profile.ts";

/** Measures of essential and important entities, in the numbers of the directive and of the implementing regulation that details them. */
export const nis2: Profile = {
  id: "nis2",
  title: "NIS2, article 21",
  version: "Directive (EU) 2022/2555 with Implementing Regulation (EU) 2024/2690",
  date: "2024-10-17",
  status: "law",
  decidedBy: "the national authority",
  note: "NIS2 demands no country. The numbers NIS2-IR are those of the regulation's annex, which binds cloud and digital providers and is a good measure for others.",
  source:
    "https://github.com/intuitem/ciso-assistant-community backend/library/libraries/annex-nis2-regulation--2024-2690-with-technical-implementation-guidance-by-enisa.yaml",
  seen: "2026-11-23",
  extends: [],
  rules: [],
  controls: [
    { id: "NIS2:21.2.a", asks: "Risks are analysed, and there are policies.", documents: ["The policies"] },
    { id: "NIS2:21.2.b", asks: "Incidents are handled.", documents: ["How incidents are handled"] },
    {
      id: "NIS2:21.2.d",
      asks: "The supply chain is secured, direct suppliers first.",
      rules: {
        "supply-chain/provider-source": {},
        "supply-chain/provider-version": {},
        "supply-chain/lock-file": {},
        "supply-chain/module-source": {},
        "supply-chain/module-place": {},
        "supply-chain/image-registry": {},
        "supply-chain/image-pinned": {},
        "jurisdiction/operator": {},
        "execution/opaque": {},
      },
      claimed: true,
      documents: ["The assessment of suppliers"],
    },
    {
      id: "NIS2:21.2.j",
      rules: { "identity/mfa": {} },
      asks: "People use several factors to sign in.",
      documents: ["How accounts are protected"],
    },
    { id: "NIS2-IR:3.2", asks: "What happens is watched and written down.", rules: { "audit/trail": {} }, documents: ["What is watched"] },
    {
      id: "NIS2-IR:3.2.5",
      rules: { "audit/trail": {}, "audit/log-retention": {} },
      asks: "Logs are kept for a time that was decided, and protected.",
      documents: ["How long each log is kept"],
    },
    {
      id: "NIS2-IR:4.2",
      rules: { "resilience/backup": {}, "resilience/deletion-protection": {}, "resilience/force-destroy": {}, "resilience/versioning": {} },
      asks: "There are backups, they are protected, and coming back from them is tried.",
      documents: ["The record of the last restore"],
    },
    {
      id: "NIS2-IR:4.2.2.c",
      asks: "Backups are in a safe place, outside the same network, and far enough away.",
      rules: { "resilience/distance": {}, "residency/replica": {}, "residency/backup": {}, "resilience/backup-retention": {} },
      documents: ["How far away backups are"],
    },
    {
      id: "NIS2-IR:4.2.4",
      asks: "There is redundancy, so that one failure does not stop a service.",
      rules: { "resilience/redundancy": {} },
      documents: ["What is redundant outside the infrastructure"],
    },
    {
      id: "NIS2-IR:6.7",
      asks: "Networks are protected: what need not be reached is not.",
      rules: {
        "isolation/ingress": {},
        "isolation/public-address": {},
        "isolation/public-data": {},
        "isolation/private-control-plane": {},
      },
    },
    {
      id: "NIS2-IR:6.8",
      asks: "Networks are divided, and administration has its own.",
      rules: { "isolation/ingress": {}, "isolation/peering": {}, "isolation/private-nodes": {} },
    },
    {
      id: "NIS2-IR:9.2",
      asks: "A policy says which cryptography is used where.",
      rules: { "encryption/in-transit": {}, "encryption/tls-version": {} },
      documents: ["The policy on cryptography"],
    },
    {
      id: "NIS2-IR:9.2.a",
      asks: "Cryptography protects data by a policy that says which kind where.",
      rules: { "state/encryption": {}, "encryption/at-rest": {}, "state/backend": {} },
      documents: ["The policy on cryptography"],
    },
    {
      id: "NIS2-IR:9.2.c",
      asks: "Keys are managed from their making to their end.",
      rules: { "encryption/key-rotation": {}, "encryption/key-recovery": {} },
      documents: ["How keys are managed"],
    },
    {
      id: "NIS2-IR:11.3",
      asks: "Privileged accounts are few, their own, and looked over.",
      rules: { "identity/credential-expiry": {} },
      documents: ["The list of privileged accounts"],
    },
    {
      id: "NIS2-IR:11.7",
      asks: "Access asks for several factors where it matters.",
      rules: { "identity/mfa": {} },
      documents: ["Which accounts use several factors"],
    },
  ],
};
