import type { DeliveryOptions } from "../delivery/options.ts";

export interface DeployOptions extends DeliveryOptions {
  readonly plans?: string;
  readonly requireRecordFrom?: readonly string[];
  readonly yes?: boolean;
  readonly backend?: string;
  readonly secretsProvider?: string;
  readonly stack?: string;
}
