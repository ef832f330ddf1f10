import { among } from "../profile/bounds.ts";
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
      rules: { "jurisdiction/operator": {}, "execution/opaque": {} },
      claimed: true,
      documents: ["The assessment of suppliers"],
    },
    { id: "NIS2:21.2.j", asks: "People use several factors to sign in.", documents: ["How accounts are protected"] },
    { id: "NIS2-IR:3.2.5", asks: "Logs are kept for a time that was decided, and protected.", documents: ["How long each log is kept"] },
    {
      id: "NIS2-IR:4.2",
      asks: "There are backups, they are protected, and coming back from them is tried.",
      documents: ["The record of the last restore"],
    },
    {
      id: "NIS2-IR:4.2.2.c",
      asks: "Backups are in a safe place, outside the same network, and far enough away.",
      rules: { "residency/replica": {}, "residency/backup": {}, "residency/copy": {}, "residency/log-sink": {} },
      documents: ["How far away backups are"],
    },
    {
      id: "NIS2-IR:6.7",
      asks: "Networks are protected: what need not be reached is not.",
      rules: { "isolation/ingress": {}, "isolation/public-address": {}, "isolation/public-data": {}, "isolation/peering": {} },
    },
    { id: "NIS2-IR:6.8", asks: "Networks are divided, and administration has its own.", rules: { "isolation/ingress": {} } },
    {
      id: "NIS2-IR:9.2.a",
      asks: "Cryptography protects data by a policy that says which kind where.",
      rules: { "encryption/at-rest": { accept: among("claimed", "proved") }, "state/backend": {} },
      documents: ["The policy on cryptography"],
    },
  ],
};
