import type { IngressReading, Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

const senders = "Name the addresses that send logs.";
const readers = "Name the addresses of those who read the logs.";
/** What an empty list means is not documented: read as open, which errs towards refusing. */
const list = (path: string, remedy: string): IngressReading => ({ path, absent: "open", remedy });

/** Logs Data Platform. */
export const readings = {
  ovh_dbaas_logs_cluster: {
    ingress: [
      list("archive_allowed_networks", readers),
      list("direct_input_allowed_networks", senders),
      list("query_allowed_networks", readers),
    ],
  },
  ovh_dbaas_logs_input: { ingress: [list("allowed_networks", senders)] },
  ovh_dbaas_logs_output_graylog_stream: {
    concept: "auditLog",
    // Archives can be encrypted under keys of the customer's own; for what is indexed nothing is said.
    encryption: {
      by: "nothing",
      because:
        "Keys of the customer's own (encryption_keys_ids) cover the archives only; for indexed logs no claim of the operator was found.",
    },
    facts: {
      retentionDays: {
        as: "nothing",
        because: "retention_id names one of the cluster's retentions by its id, and no attribute says how long that is.",
      },
    },
  },
  ovh_dbaas_logs_output_opensearch_index: {
    encryption: { by: "nothing", because: "The provider has no attribute for it, and no claim of the operator was found." },
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
