import type { RehearsalOverlay } from "../contract/rehearsal.ts";

/** What the schema does not say of upcloud, for the simulated provider. */
export const rehearsal: RehearsalOverlay = {};
