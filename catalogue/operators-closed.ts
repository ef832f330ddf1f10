import type { Operator } from "./operator.ts";

const seen = "2026-11-23";
const numergy = { source: "https://www.lemondeinformatique.fr/actualites/lire-sfr-absorbe-100-de-numergy-63700.html", seen } as const;
const cloudwatt = {
  source: "https://lemondeinformatique.fr/actualites/lireamp-cloudwatt-arret-definitif-de-service-en-fevrier-2020-76055.html",
  seen,
} as const;
const birth = { source: "http://www.lediligent.com/2015/01/12/orange-racheterait-cloudwatt/", seen } as const;
const buyout = { source: "https://businessnow.fr/?p=2657", seen } as const;
const flexible = {
  source: "https://lemondeinformatique.fr/actualites/lireamp-orange-debranche-son-cloud-flexible-engine-concu-avec-huawei-94612.html",
  seen,
} as const;

/** Clouds that are no more. They stay, so that an environment that names one gets a plain answer. */
export const OPERATORS_CLOSED: readonly Operator[] = [
  {
    id: "numergy",
    name: "Numergy",
    from: "2012-09-05",
    to: "2016-01-31",
    seat: { country: "FR", ...numergy },
    control: { by: "SFR (47 %), Caisse des Dépôts (33 %) and Bull, later Atos (20 %)", country: "FR", ...numergy },
    laws: [],
  },
  {
    id: "numergy",
    name: "Numergy",
    from: "2016-02-01",
    seat: { country: "FR", ...numergy },
    control: { by: "SFR (Altice)", country: "FR", ...numergy },
    laws: [],
    closed: {
      on: "2016-12-31",
      because: "SFR took over the whole company in 2016 and dissolved it into its own services.",
      instead: ["ovhcloud", "outscale", "scaleway"],
      ...buyout,
    },
  },
  {
    id: "cloudwatt",
    name: "Cloudwatt",
    from: "2012-09-01",
    to: "2015-03-20",
    seat: { country: "FR", ...birth },
    control: { by: "Orange (44.4 %), Caisse des Dépôts (33.3 %) and Thales (22.2 %)", country: "FR", ...birth },
    laws: [],
  },
  {
    id: "cloudwatt",
    name: "Cloudwatt",
    from: "2015-03-21",
    seat: { country: "FR", ...cloudwatt },
    control: { by: "Orange", country: "FR", ...cloudwatt },
    laws: [],
    closed: {
      on: "2020-01-31",
      because: "Orange switched the platform off on 1 February 2020 and erased what its customers had left there.",
      instead: ["ovhcloud", "outscale", "scaleway"],
      ...cloudwatt,
    },
  },
  {
    id: "flexible-engine",
    name: "Orange Flexible Engine",
    seat: { country: "FR", ...flexible },
    control: { by: "Orange", country: "FR", ...flexible },
    laws: [],
    technology: { name: "Huawei OpenStack", licensor: "Huawei Technologies Co., Ltd.", country: "CN", ...flexible },
    closed: {
      on: "2024-12-31",
      because: "Orange Business gave the service up in favour of Cloud Avenue.",
      instead: ["ovhcloud", "outscale", "scaleway"],
      ...flexible,
    },
  },
];
