import type { RehearsalOverlay } from "../contract/rehearsal.ts";
import { checks } from "./rehearsal/checks.ts";

/** What the schema does not say of upcloud, for the simulated provider. */
export const rehearsal: RehearsalOverlay = { checks };
