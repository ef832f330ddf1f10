import type { RehearsalOverlay } from "../contract/rehearsal.ts";
import { checks } from "./rehearsal/checks.ts";
import { compute } from "./rehearsal/compute.ts";
import { dataSources } from "./rehearsal/data-sources.ts";
import { identity } from "./rehearsal/identity.ts";
import { network } from "./rehearsal/network.ts";
import { REGION } from "./rehearsal/sold.ts";
import { storage } from "./rehearsal/storage.ts";

/**
 * What the schema does not say of OVHcloud, for the simulated provider. The real one speaks protocol 6 (main.go of
 * ovh/terraform-provider-ovh, seen 2026-11-23).
 */
export const rehearsal: RehearsalOverlay = {
  protocol: 6,
  replaces: ["service_name", "region", "region_name", "availability_zone", "cluster_id"],
  known: { region: REGION, region_name: REGION, regions: REGION, backup_regions: REGION },
  resources: { ...network, ...compute, ...storage, ...identity },
  checks,
  dataSources,
};
