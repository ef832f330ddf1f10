import type { RehearsalOverlay, SimulatedObject, SimulatedValue } from "../contract/rehearsal.ts";
import { regions } from "./regions.ts";
import { checks } from "./rehearsal/checks.ts";

/**
 * What the schema does not say of opentelekomcloud, for the simulated provider. The real one is served by terraform-plugin-sdk, which speaks protocol 5
 * (main.go of opentelekomcloud/terraform-provider-opentelekomcloud, seen 2026-11-23); its schema has no nested attributes, which protocol 5 could not carry.
 */
export const rehearsal: RehearsalOverlay = {
  protocol: 5,
  checks,
  // Code takes the first, the second and the third zone of its region.
  dataSources: {
    opentelekomcloud_compute_availability_zones_v2: ({ region }, { provider }) => ({ names: zonesOf(region ?? regionOf(provider)) }),
  },
};

/** The region that a block says, its project's, or the one that its address is called after. */
function regionOf({ region, tenant_name: project, auth_url: address }: SimulatedObject): SimulatedValue {
  if (region !== null && region !== undefined) return region;
  return [project, address].flatMap((text) => /\beu-[a-z]+\d?/.exec(String(text)) ?? [])[0] ?? "eu-de";
}

const zonesOf = (region: SimulatedValue): readonly string[] =>
  Object.entries(regions).find(([code]) => code === region)?.[1].zones ?? [1, 2, 3].map((number) => `${String(region)}-0${number}`);
