import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";

/**
 * A stream of the Logs Data Platform. The service is bought beforehand, in a region that is chosen then: the provider orders none and says where it
 * is only once it has been read, so the guard leaves it undecided until the plan knows.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/dbaas_logs_output_graylog_stream.md, dbaas_logs_cluster.md; seen 2026-11-23.
 */
export const auditLog: Lower<"auditLog"> = (spec, cx) => {
  if (spec.service === undefined)
    throw new InputError(
      `Audit log ${spec.name} names no service. OVHcloud's provider cannot order one: buy it in the console, in a region of the policy, and name it, { service: "ldp-ab-12345" }.`,
    );
  const stream = cx.resource("ovh_dbaas_logs_output_graylog_stream", "stream", {
    service_name: spec.service,
    title: spec.name,
    description: spec.description,
    indexing_enabled: true,
    indexing_notify_enabled: true,
    // What is over the limit would be dropped; an audit log is not to lose lines.
    pause_indexing_on_max_size: false,
    // Reading live over a web socket needs nothing but the stream's address.
    web_socket_enabled: false,
  });
  return { auditLogId: stream.ref("stream_id") };
};
