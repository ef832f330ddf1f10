import { cloudFactsBySource } from "../clouds/facts.ts";

/** What kind of ICT service a resource is, in the codes of annex III, and whether it stores data. */
export interface RegisteredService {
  /** `S17`: cloud, infrastructure. `S18`: cloud, platform. */
  readonly code: "S17" | "S18";
  readonly stores: boolean;
}

const infrastructure = (stores: boolean): RegisteredService => ({ code: "S17", stores });
const platform = (stores: boolean): RegisteredService => ({ code: "S18", stores });

/** By concept. What an operator runs for its customers is a platform; what customers run on is infrastructure. */
const SERVICES: Readonly<Record<string, RegisteredService>> = {
  instance: infrastructure(true),
  volume: infrastructure(true),
  fileShare: infrastructure(true),
  bucket: infrastructure(true),
  backup: infrastructure(true),
  network: infrastructure(false),
  firewall: infrastructure(false),
  loadBalancer: infrastructure(false),
  database: platform(true),
  cluster: platform(true),
  registry: platform(true),
  secretStore: platform(true),
  keyRing: platform(true),
  auditLog: platform(true),
};

/** Undefined: the catalogue does not know it as a service of its own, a route or a policy for one. */
export function serviceOf(source: string, type: string): RegisteredService | undefined {
  const concept = cloudFactsBySource(source)?.readings?.[type]?.concept ?? (/s3_bucket$/.test(type) ? "bucket" : undefined);
  return concept === undefined || !Object.hasOwn(SERVICES, concept) ? undefined : SERVICES[concept];
}
