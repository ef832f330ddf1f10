import type { RehearsalOverlay } from "../clouds/contract/rehearsal.ts";
import type { LoadedSchema } from "../clouds/schema/index.ts";

/** A provider to be simulated beside those that Terroir knows: a company's own cloud. */
export interface ProviderToSimulate {
  /** Source address without host, `acme/cloud`. */
  readonly source: string;
  readonly schema: LoadedSchema;
  readonly overlay?: RehearsalOverlay;
}
