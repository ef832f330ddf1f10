import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";
import { guide } from "./sources.ts";

const nobody = "Name the private ranges of the applications that use it.";

/** Managed databases, and those for web hosting. */
export const readings = {
  ovh_cloud_project_database: {
    concept: "database",
    encryption: {
      by: "operator",
      claim: "Nodes are encrypted with LUKS under a key made for each volume, backups with AES-256; the keys are the operator's.",
      ...guide("public_cloud/public_cloud_databases/information_01_security_overview"),
    },
    exposure: [
      // Without a private subnet a node stands on the public network (docs/resources/cloud_project_database.md).
      {
        path: "nodes[].subnet_id",
        public: [],
        absent: "public",
        remedy: "Set network_id and subnet_id on every node, so that the database has a private address only.",
      },
    ],
    // "By default, services are not accessible": information_01_security_overview.
    ingress: [{ path: "ip_restrictions[].ip", absent: "closed", remedy: nobody }],
    facts: {
      engine: { as: "value", path: "engine" },
      version: { as: "value", path: "version" },
      nodes: { as: "count", path: "nodes[].region" },
      deletionProtected: { as: "switch", path: "deletion_protection", when: [true], absent: false },
      backedUp: {
        as: "claim",
        is: true,
        claim: "Backups are made every day without being asked for.",
        ...guide("public_cloud/public_cloud_databases/databases_05_automated_backups"),
      },
      backupDays: { as: "nothing", because: "The plan decides how long backups are kept, and no attribute says it." },
      zones: { as: "nothing", because: "In a region of several zones the service spreads the nodes by itself, and no attribute says how." },
      audited: {
        as: "companion",
        type: "ovh_cloud_project_database_log_subscription",
        path: "cluster_id",
        remedy:
          "Add an ovh_cloud_project_database_log_subscription with this database's id in cluster_id and a stream in stream_id; of a Database of ours, { auditLog: new AuditLog(scope, id, { service }) }.",
      },
      inTransit: { as: "nothing", because: "Clients are offered TLS, and no attribute says that clear text is refused." },
    },
  },
  ovh_hosting_privatedatabase: {
    concept: "database",
    encryption: {
      by: "nothing",
      because: "The provider has no attribute for it, and no claim of the operator was found for databases of web hosting.",
    },
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        remedy: "A database of web hosting has a public address: use ovh_cloud_project_database in a private network.",
      },
    ],
  },
  // An entry of the list of addresses that may enter; without any entry nobody may.
  ovh_hosting_privatedatabase_whitelist: { ingress: [{ path: "ip", absent: "closed", remedy: nobody }] },
} satisfies Partial<Record<OvhResourceType, Reading>>;
