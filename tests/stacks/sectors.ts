/** Every sector's environment, and the grounds on which it is tried. */
import { outscale } from "../../clouds/outscale/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import type { SovereignApp } from "../../constructs/index.ts";
import {
  Collaboration,
  DataPlatform,
  EnergyGrid,
  Factory,
  FarmPlatform,
  HealthPlatform,
  type LandingReport,
  MobilityDataSpace,
  PublicService,
  SmartLiving,
} from "../../stacks/index.ts";
import { KEY } from "../constructs/in-stack.ts";

const access = { allowedFrom: ["198.51.100.0/24"], sshKey: KEY };
const vpn = {
  allowedFrom: ["203.0.113.0/24"],
  vpn: { peers: { ada: { publicKey: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", address: "10.250.0.2" } } },
};
const common = { access, account: { project: "0".repeat(32) }, database: { version: "17" } };

/** Notebooks for the team, on a machine of the data platform. */
export const hub = {
  image: `x.gra7.container-registry.ovh.net/lab/hub@${"sha256:".padEnd(71, "0123456789abcdef")}`,
  domain: "hub.lab.example",
  people: { ada: 2001, grace: 2002 },
  administrators: ["ada"],
  signIn: { issuerUrl: "https://id.example.com", clientId: "hub" },
} as const;

export const onOvh = { at: ovh("GRA11"), second: ovh("SBG5"), logs: { service: "ldp-xx-00000" }, ...common } as const;
/** The region that holds the SecNumCloud qualification. */
export const onOutscale = {
  at: outscale("cloudgouv-eu-west-1"),
  without: ["second", "copies", "bucketGrants", "signIn", "keyRing", "secretStore"],
  elsewhere: { database: "instances" },
  ...common,
} as const;
export const GROUNDS = { ovh: onOvh, outscale: onOutscale };

type Build = (app: SovereignApp, ground: typeof onOvh) => { readonly report: LandingReport };

/** A sector: how it is built, what of it answers the internet, and the framework that it is for. */
export interface SectorCase {
  readonly build: Build;
  readonly entrances: readonly string[];
  readonly ports?: readonly number[];
  readonly profile: string;
}

/** The ground is typed as one; each cloud's is checked by the compiler in its README and docstring. */
export const SECTORS: Readonly<Record<string, SectorCase>> = {
  health: {
    build: (app, ground) =>
      new HealthPlatform(app, "s", { ...ground, records: { keepDays: 3650 }, researchers: { allowedFrom: ["203.0.113.0/24"] } }),
    entrances: ["s/primary/research"],
    profile: "hds",
  },
  "public sector": {
    build: (app, ground) => new PublicService(app, "s", { ...ground, agents: vpn }),
    entrances: ["s/primary/telework"],
    profile: "secnumcloud",
  },
  energy: {
    build: (app, ground) => new EnergyGrid(app, "s", { ...ground, substations: vpn }),
    entrances: ["s/primary/substations"],
    profile: "nis2",
  },
  "smart living": {
    build: (app, ground) => new SmartLiving(app, "s", ground),
    entrances: ["s/primary/devices/front"],
    ports: [8883],
    profile: "gdpr-chapter-v",
  },
  mobility: {
    build: (app, ground) => new MobilityDataSpace(app, "s", ground),
    entrances: ["s/primary/connector/front"],
    ports: [443],
    profile: "gaia-x-label-1",
  },
  agriculture: {
    build: (app, ground) => new FarmPlatform(app, "s", { ...ground, partners: ["vet"] }),
    entrances: ["s/primary/sensors/front"],
    ports: [8883],
    profile: "data-act-chapter-vi",
  },
  industry: {
    build: (app, ground) =>
      new Factory(app, "s", { ...ground, plants: vpn, twins: { pools: { models: { flavour: { cpus: 8, memory: 32 } } } } }),
    entrances: ["s/primary/plants"],
    profile: "nis2",
  },
  "data platform": {
    build: (app, ground) => new DataPlatform(app, "s", { ...ground, analysts: vpn, hub }),
    entrances: ["s/primary/analysts"],
    profile: "gaia-x-label-2",
  },
  collaboration: {
    build: (app, ground) => new Collaboration(app, "s", { ...ground, people: vpn }),
    entrances: ["s/primary/vpn"],
    profile: "gdpr-chapter-v",
  },
};
