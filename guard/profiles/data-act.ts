import type { Profile } from "../profile/profile.ts";

/** Switching between data processing services, and transfers of data that is not personal. */
export const dataAct: Profile = {
  id: "data-act-chapter-vi",
  title: "Data Act, chapter VI",
  version: "Regulation (EU) 2023/2854",
  date: "2023-12-13",
  status: "law",
  decidedBy: "the authority that the member state named",
  note: "The duties are the provider's. What a customer builds decides how hard it is to make use of them.",
  source:
    "https://digitaldecade.hannessnellman.com/strategy-for-data/data-act/chapter-vi-switching-between-data-processing-services-art-23-31/?art=7",
  seen: "2026-11-28",
  extends: [],
  rules: [],
  controls: [
    {
      id: "DataAct:23",
      rules: { "portability/equivalent": {} },
      asks: "Nothing keeps a customer from leaving, from taking its data along, or from using several providers.",
      documents: ["A plan to leave that names the target"],
    },
    {
      id: "DataAct:25",
      asks: "The contract says how switching goes: two months' notice, thirty days of transition, thirty days to fetch data.",
      documents: ["The contract"],
    },
    {
      id: "DataAct:26",
      asks: "The provider tells how to switch, in which formats, and what cannot be taken along.",
      documents: ["The provider's page on switching"],
    },
    {
      id: "DataAct:28",
      asks: "The provider publishes under whose jurisdiction each service's infrastructure is.",
      documents: ["The provider's page on jurisdiction"],
    },
    { id: "DataAct:29", asks: "From 12 January 2027 switching costs nothing.", documents: ["The provider's list of prices"] },
    {
      id: "DataAct:30",
      rules: { "portability/open-engine": {} },
      asks: "Infrastructure services help to reach the same functions elsewhere; others have open interfaces.",
      documents: ["Which interfaces are used, and who else offers them"],
    },
    {
      id: "DataAct:32",
      asks: "The provider keeps third countries from data that is not personal, where the Union's law forbids it. This one is of chapter VII.",
      documents: ["The provider's measures against such access"],
    },
  ],
};
