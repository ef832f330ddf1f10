import type { DeliveryOptions, PulumiStoreOptions } from "../delivery/options.ts";

export interface DeployOptions extends DeliveryOptions, PulumiStoreOptions {
  readonly plans?: string;
  readonly requireRecordFrom?: readonly string[];
  readonly yes?: boolean;
}
