import type { Placement, Sending } from "../../contract/placement.ts";
import type { StackitDataSourceType, StackitResourceType } from "../types.ts";
import { ofTheBlock } from "./shared.ts";

const receiver = (path: string): Sending => ({ path: `alert_config.${path}`, kind: "log", means: "endpoint" });

/** Metrics, logs and traces. Alerts leave for the addresses of their receivers. */
export const resources = {
  stackit_observability_alertgroup: ofTheBlock,
  stackit_observability_credential: ofTheBlock,
  stackit_observability_instance: {
    ...ofTheBlock,
    sends: [
      receiver("global.opsgenie_api_url"),
      receiver("global.smtp_smart_host"),
      receiver("receivers[].email_configs[].smart_host"),
      {
        ...receiver("receivers[].opsgenie_configs[].api_url"),
        absent: {
          means: "unknown",
          because: "Without an address alerts go to one that Opsgenie itself answers, unless the whole says another.",
        },
      },
      receiver("receivers[].webhooks_configs[].url"),
    ],
  },
  stackit_observability_logalertgroup: ofTheBlock,
  stackit_observability_scrapeconfig: {
    ...ofTheBlock,
    notPlaces: {
      "saml2.enable_url_parameters": "How a login is passed on.",
      "targets[].urls": "Where metrics are fetched from; they come to the instance.",
    },
  },
} satisfies Partial<Record<StackitResourceType, Placement>>;

export const dataSources = {
  stackit_observability_alertgroup: ofTheBlock,
  stackit_observability_instance: ofTheBlock,
  stackit_observability_logalertgroup: ofTheBlock,
  stackit_observability_scrapeconfig: ofTheBlock,
} satisfies Partial<Record<StackitDataSourceType, Placement>>;
