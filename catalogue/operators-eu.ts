import type { Operator } from "./operator.ts";

const seen = "2026-11-23";

/** Companies with their seat and their ultimate control in the European Union. */
export const OPERATORS_EU: readonly Operator[] = [
  {
    id: "ovhcloud",
    name: "OVH SAS",
    // The company's own terms of service, in a collection of such documents.
    seat: { city: "Roubaix", country: "FR", source: "https://pdfprof.com/PDFV2/Documents1/1699/38/1", seen },
    control: {
      by: "the founding Klaba family, with the majority",
      country: "FR",
      source: "https://next.ink/4957/entree-en-bourse-dovhcloud-ce-que-nous-apprend-document-denregistrement-1x",
      seen,
    },
    laws: [],
  },
  {
    id: "outscale",
    name: "3DS Outscale SAS",
    seat: { country: "FR", source: "https://csf.hop3.abilian.com/providers/3ds-outscale.html", seen },
    control: { by: "Dassault Systèmes SE", country: "FR", source: "https://csf.hop3.abilian.com/providers/3ds-outscale.html", seen },
    laws: [],
  },
  {
    id: "scaleway",
    name: "Scaleway SAS",
    seat: {
      city: "Paris",
      country: "FR",
      source: "https://sota.io/blog/eu-cloud-infrastructure-comparison-finale-gdpr-cloud-act-2026",
      seen,
    },
    control: {
      by: "the iliad group, whose subsidiary it is",
      country: "FR",
      source: "https://www.linforme.com/tech-telecom/article/scaleway-filiale-cloud-d-iliad-s-enfonce-dans-le-rouge_835.html",
      seen,
    },
    laws: [],
  },
  {
    id: "ionos",
    name: "IONOS SE",
    seat: { city: "Montabaur", country: "DE", source: "https://csf.hop3.abilian.com/providers/ionos.html", seen },
    control: { by: "United Internet AG", country: "DE", source: "https://csf.hop3.abilian.com/providers/ionos.html", seen },
    laws: [],
  },
  {
    id: "t-systems",
    name: "T-Systems International GmbH",
    seat: { country: "DE", source: "https://csf.hop3.abilian.com/providers/open-telekom-cloud.html", seen },
    control: { by: "Deutsche Telekom AG", country: "DE", source: "https://csf.hop3.abilian.com/providers/open-telekom-cloud.html", seen },
    laws: [],
    technology: {
      name: "Huawei Cloud Stack",
      licensor: "Huawei Technologies Co., Ltd.",
      country: "CN",
      source: "https://csf.hop3.abilian.com/providers/open-telekom-cloud.html",
      seen,
    },
  },
  {
    id: "stackit",
    name: "STACKIT GmbH & Co. KG",
    seat: { city: "Neckarsulm", country: "DE", source: "https://csf.hop3.abilian.com/providers/stackit.html", seen },
    control: { by: "Schwarz Group", country: "DE", source: "https://csf.hop3.abilian.com/providers/stackit.html", seen },
    laws: [],
  },
  {
    id: "upcloud",
    name: "UpCloud Oy",
    seat: { city: "Helsinki", country: "FI", source: "https://csf.hop3.abilian.com/providers/upcloud.html", seen },
    control: {
      by: "its founders with Finnish and European investors, the state fund Tesi among them",
      country: "FI",
      source: "https://csf.hop3.abilian.com/providers/upcloud.html",
      seen,
    },
    laws: [],
  },
  {
    id: "hetzner",
    name: "Hetzner Online GmbH",
    seat: { city: "Gunzenhausen", country: "DE", source: "https://www.hetzner.com/privacy-policy-notice", seen },
    control: {
      by: "Martin Hetzner, its owner",
      country: "DE",
      source: "https://www.falk-report.de/2024/09/hetzner-online-baut-silicon-valley/",
      seen,
    },
    laws: [],
  },
  {
    id: "clever-cloud",
    name: "Clever Cloud SAS",
    seat: { city: "Nantes", country: "FR", source: "https://csf.hop3.abilian.com/providers/clever-cloud.html", seen },
    control: { by: "its founders", country: "FR", source: "https://csf.hop3.abilian.com/providers/clever-cloud.html", seen },
    laws: [],
  },
  {
    id: "elastx",
    name: "Elastx AB",
    seat: { city: "Stockholm", country: "SE", source: "https://csf.hop3.abilian.com/providers/elastx.html", seen },
    control: {
      by: "the Swedish investor Sobro, with 53 %",
      country: "SE",
      source: "https://csf.hop3.abilian.com/providers/elastx.html",
      seen,
    },
    laws: [],
  },
  {
    id: "aruba",
    name: "Aruba S.p.A.",
    seat: { city: "Ponte San Pietro", country: "IT", source: "https://csf.hop3.abilian.com/providers/aruba-cloud.html", seen },
    control: { by: "its founding family", country: "IT", source: "https://csf.hop3.abilian.com/providers/aruba-cloud.html", seen },
    laws: [],
  },
  {
    id: "cloud-temple",
    name: "Cloud Temple SAS",
    seat: { city: "Puteaux", country: "FR", source: "https://csf.hop3.abilian.com/providers/cloud-temple.html", seen },
    control: { by: "Neurones", country: "FR", source: "https://csf.hop3.abilian.com/providers/cloud-temple.html", seen },
    laws: [],
  },
  {
    id: "scalingo",
    name: "Scalingo SAS",
    seat: { city: "Strasbourg", country: "FR", source: "https://csf.hop3.abilian.com/providers/scalingo.html", seen },
    control: {
      by: "its founders with French investors",
      country: "FR",
      source: "https://csf.hop3.abilian.com/providers/scalingo.html",
      seen,
    },
    laws: [],
  },
  {
    id: "fuga",
    name: "Cyso Group B.V.",
    seat: { city: "Alkmaar", country: "NL", source: "https://csf.hop3.abilian.com/providers/fuga-cloud.html", seen },
    control: { by: "its owners", country: "NL", source: "https://csf.hop3.abilian.com/providers/fuga-cloud.html", seen },
    laws: [],
  },
  {
    id: "leafcloud",
    name: "Leafcloud B.V.",
    seat: { city: "Amsterdam", country: "NL", source: "https://csf.hop3.abilian.com/providers/leafcloud.html", seen: "2026-11-29" },
    control: {
      by: "its founder; the Dutch investor The Sharing Group has a minority",
      country: "NL",
      source: "https://csf.hop3.abilian.com/providers/leafcloud.html",
      seen: "2026-11-29",
    },
    laws: [],
  },
];
