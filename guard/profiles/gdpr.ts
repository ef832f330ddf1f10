import type { Profile } from "../profile/profile.ts";

/** Transfers of personal data to third countries. */
export const gdpr: Profile = {
  id: "gdpr-chapter-v",
  title: "GDPR, chapter V",
  version: "Regulation (EU) 2016/679",
  date: "2016-04-27",
  status: "law",
  decidedBy: "the data protection authority",
  note: "The countries are the EEA and those with an adequacy decision for all recipients. Decisions for some recipients only do not make a country adequate here: whether a recipient is one of them, no code shows.",
  source: "https://storage.googleapis.com/web-app-sec/gdpr-chapter-5.html",
  seen: "2026-11-28",
  countries: "adequate",
  extends: [],
  rules: [],
  controls: [
    {
      id: "GDPR:44",
      asks: "Personal data goes to a third country only under this chapter, and onwards from there as well.",
      rules: {
        "residency/region": {},
        "residency/replica": {},
        "residency/cdn": {},
        "residency/backup": {},
        "residency/copy": {},
        "residency/log-sink": {},
        "jurisdiction/endpoint": {},
        "state/backend": {},
      },
      documents: ["Who accesses data from third countries, which is a transfer as well"],
    },
    {
      id: "GDPR:45",
      asks: "A transfer may rest on a decision that the country is adequate.",
      rules: { "residency/region": {}, "residency/cdn": {}, "residency/replica": {}, "residency/backup": {}, "residency/copy": {} },
    },
    {
      id: "GDPR:46",
      asks: "Without such a decision there are safeguards, and remedies for people.",
      documents: ["Standard clauses and the assessment of the transfer"],
    },
    {
      id: "GDPR:47",
      asks: "Within a group, binding rules that an authority approved may be the safeguard.",
      documents: ["The group's binding corporate rules, if it has any"],
    },
    {
      id: "GDPR:48",
      asks: "An order of a third country's court or authority is no ground by itself.",
      documents: ["How orders from third countries are answered"],
    },
    { id: "GDPR:49", asks: "What rests on a derogation is occasional, and recorded.", documents: ["The record of such transfers"] },
  ],
};
