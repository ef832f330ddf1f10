import type { Operator } from "./operator.ts";

const seen = "2026-11-23";
const card = (provider: string) => ({ source: `https://csf.hop3.abilian.com/providers/${provider}.html`, seen }) as const;
const s3ns = {
  source: "https://www.itforbusiness.fr/s3ns-obtient-la-certification-secnumcloud-voila-qui-va-relancer-les-debats-98899",
  seen,
} as const;
const bleu = {
  source:
    "https://newsroom.orange.com/capgemini-and-orange-are-pleased-to-announce-the-launch-of-commercial-activities-of-bleu-their-future-cloud-de-confiance-platform",
  seen,
} as const;
const slim = { source: "https://totaltele.com/america-movil-ups-stake-in-a1-telekom-austria/", seen } as const;
const foundation = { source: "https://alex.thom.ae/2026/05/20/infomaniak-sovereign-cloud/", seen } as const;
const ovhUs = { source: "https://us.ovhcloud.com/legal/faqs/legal-law-enforcement/", seen } as const;
const split = {
  source: "https://www.ovh.com/asia/a2294.how-ovh-will-balance-development-in-the-usa-while-preserving-its-european-identity",
  seen,
} as const;

/** Companies of which seat, control and technology are not all in one country: the ones that a glance at a map gets wrong. */
export const OPERATORS_MIXED: readonly Operator[] = [
  {
    id: "ovhcloud-us",
    name: "OVH US LLC",
    seat: { country: "US", ...ovhUs },
    control: { by: "OVH Groupe SA, isolated from the group's other companies", country: "FR", ...split },
    laws: ["us-cloud-act"],
  },
  {
    id: "exoscale",
    name: "Akenes SA",
    seat: { city: "Lausanne", country: "CH", ...card("exoscale") },
    control: { by: "América Móvil, with 56.55 % of A1 Telekom Austria, which owns A1 Digital", country: "MX", ...slim },
    laws: [],
  },
  {
    id: "cleura",
    name: "Cleura AB",
    seat: { city: "Karlskrona", country: "SE", ...card("cleura") },
    control: { by: "ICG plc, which owns Iver", country: "GB", ...card("cleura") },
    laws: [],
  },
  {
    id: "plusserver",
    name: "plusserver GmbH",
    seat: { city: "Cologne", country: "DE", ...card("plusserver"), seen: "2026-11-28" },
    control: { by: "the investor BC Partners", country: "GB", ...card("plusserver"), seen: "2026-11-28" },
    laws: [],
  },
  {
    id: "infomaniak",
    name: "Infomaniak Network SA",
    to: "2026-05-19",
    seat: { city: "Geneva", country: "CH", ...card("infomaniak") },
    control: { by: "its founder and its employees", country: "CH", ...foundation },
    laws: [],
  },
  {
    id: "infomaniak",
    name: "Infomaniak Network SA",
    from: "2026-05-20",
    seat: { city: "Geneva", country: "CH", ...card("infomaniak") },
    control: { by: "the Infomaniak Foundation, with the majority of the votes", country: "CH", ...card("infomaniak") },
    laws: [],
  },
  {
    id: "s3ns",
    name: "S3NS SAS",
    from: "2022-06-01",
    seat: { country: "FR", ...s3ns },
    control: { by: "Thales", country: "FR", ...s3ns },
    laws: [],
    technology: { name: "Google Cloud", licensor: "Google LLC", country: "US", ...s3ns },
  },
  {
    id: "bleu",
    name: "Bleu SAS",
    from: "2024-01-15",
    seat: { country: "FR", ...bleu },
    control: { by: "Orange and Capgemini", country: "FR", ...bleu },
    laws: [],
    technology: { name: "Microsoft Azure and Microsoft 365", licensor: "Microsoft Corporation", country: "US", ...bleu },
  },
  {
    id: "numspot",
    name: "NumSpot SAS",
    seat: { city: "Courbevoie", country: "FR", ...card("numspot") },
    control: { by: "Docaposte, Dassault Systèmes, Bouygues Telecom and Banque des Territoires", country: "FR", ...card("numspot") },
    laws: [],
    technology: { name: "OUTSCALE", licensor: "3DS Outscale SAS", country: "FR", ...card("numspot") },
  },
];
