import type { Placement, Sending } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within } from "./shared.ts";

/** The address of the service, as its own activation hands it out; written out, it may be anybody's. */
const sns: Sending = { path: "sns_endpoint", kind: "copy", means: "endpoint", of: ["scaleway_mnq_sns", "data.scaleway_mnq_sns"] };
const sqs: Sending = { path: "sqs_endpoint", kind: "copy", means: "endpoint", of: ["scaleway_mnq_sqs", "data.scaleway_mnq_sqs"] };

/** Queues, topics, devices and mail. */
export const resources = {
  scaleway_iot_device: within(["region"], "hub_id", "scaleway_iot_hub", "data.scaleway_iot_hub"),
  scaleway_iot_hub: region,
  scaleway_iot_network: within(["region"], "hub_id", "scaleway_iot_hub", "data.scaleway_iot_hub"),
  scaleway_iot_route: {
    ...within(["region"], "hub_id", "scaleway_iot_hub", "data.scaleway_iot_hub"),
    sends: [
      { path: "database[].host", kind: "copy", means: "endpoint", of: ["scaleway_rdb_instance", "data.scaleway_rdb_instance"] },
      { path: "rest[].uri", kind: "copy", means: "endpoint" },
      { path: "s3[].bucket_region", kind: "copy", means: "region" },
    ],
  },
  scaleway_mnq_nats_account: region,
  scaleway_mnq_nats_credentials: within(["region"], "account_id", "scaleway_mnq_nats_account"),
  scaleway_mnq_sns: region,
  scaleway_mnq_sns_credentials: region,
  scaleway_mnq_sns_topic: { ...region, sends: [sns] },
  scaleway_mnq_sns_topic_subscription: {
    ...within(["region"], "topic_id", "scaleway_mnq_sns_topic"),
    sends: [{ path: "endpoint", kind: "copy", means: "endpoint" }, sns],
  },
  scaleway_mnq_sqs: region,
  scaleway_mnq_sqs_credentials: region,
  scaleway_mnq_sqs_queue: { ...region, sends: [sqs] },
  scaleway_tem_blocked_list: within(["region"], "domain_id", "scaleway_tem_domain", "data.scaleway_tem_domain"),
  scaleway_tem_domain: region,
  scaleway_tem_domain_validation: within(["region"], "domain_id", "scaleway_tem_domain", "data.scaleway_tem_domain"),
  scaleway_tem_webhook: within(["region"], "domain_id", "scaleway_tem_domain", "data.scaleway_tem_domain"),
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_iot_device: region,
  scaleway_iot_hub: region,
  scaleway_mnq_sns: region,
  scaleway_mnq_sqs: region,
  scaleway_tem_domain: { ...region, notPlaces: { domain_id: "The domain that is looked for." } },
  scaleway_tem_offer_subscription: region,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
