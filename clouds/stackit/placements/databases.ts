import type { Placement } from "../../contract/placement.ts";
import type { StackitDataSourceType, StackitResourceType } from "../types.ts";
import { observedBy, ofTheBlock, pushes, region } from "./shared.ts";

/** Services that name no region of their own, and send logs and metrics to whatever hosts their parameters name. */
const service: Placement = {
  ...ofTheBlock,
  sends: [pushes("parameters.syslog"), pushes("parameters.graphite"), observedBy("parameters.monitoring_instance_id")],
};

/** Databases, queues, search, and credentials for them. */
export const resources = {
  stackit_logme_credential: ofTheBlock,
  stackit_logme_instance: service,
  stackit_mariadb_credential: ofTheBlock,
  stackit_mariadb_instance: service,
  stackit_mongodbflex_instance: region,
  stackit_mongodbflex_user: region,
  stackit_opensearch_credential: ofTheBlock,
  stackit_opensearch_instance: service,
  stackit_postgresflex_database: region,
  stackit_postgresflex_instance: region,
  stackit_postgresflex_user: region,
  stackit_rabbitmq_credential: ofTheBlock,
  stackit_rabbitmq_instance: service,
  stackit_redis_credential: ofTheBlock,
  stackit_redis_instance: service,
  stackit_sqlserverflex_instance: region,
  stackit_sqlserverflex_user: region,
} satisfies Partial<Record<StackitResourceType, Placement>>;

export const dataSources = {
  stackit_logme_credential: ofTheBlock,
  stackit_logme_instance: ofTheBlock,
  stackit_mariadb_credential: ofTheBlock,
  stackit_mariadb_instance: ofTheBlock,
  stackit_mongodbflex_instance: region,
  stackit_mongodbflex_user: region,
  stackit_opensearch_credential: ofTheBlock,
  stackit_opensearch_instance: ofTheBlock,
  stackit_postgresflex_database: region,
  stackit_postgresflex_instance: region,
  stackit_postgresflex_user: region,
  stackit_rabbitmq_credential: ofTheBlock,
  stackit_rabbitmq_instance: ofTheBlock,
  stackit_redis_credential: ofTheBlock,
  stackit_redis_instance: ofTheBlock,
  stackit_sqlserverflex_instance: region,
  stackit_sqlserverflex_user: region,
} satisfies Partial<Record<StackitDataSourceType, Placement>>;
