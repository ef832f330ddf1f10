import type { RehearsalOverlay } from "../contract/rehearsal.ts";
import { checks } from "./rehearsal/checks.ts";

/**
 * What the schema does not say of opentelekomcloud, for the simulated provider. The real one is served by terraform-plugin-sdk, which speaks protocol 5
 * (main.go of opentelekomcloud/terraform-provider-opentelekomcloud, seen 2026-11-23); its schema has no nested attributes, which protocol 5 could not carry.
 */
export const rehearsal: RehearsalOverlay = { protocol: 5, checks };
