import type { Reading } from "../contract/reading.ts";
import type { ExoscaleResourceType } from "./types.ts";

const encryption = {
  by: "nothing",
  because: "The provider has no attribute for encryption, and no claim of the operator was found.",
} as const;

/** What Exoscale's resources say about their protections. No attribute of the provider speaks of encryption at rest. */
export const readings = {
  exoscale_block_storage_volume: { concept: "volume", encryption, facts: { size: { as: "value", path: "size" } } },
  exoscale_block_storage_volume_snapshot: { concept: "backup", encryption },
  exoscale_compute_instance: {
    concept: "instance",
    encryption,
    exposure: [
      {
        path: "private",
        public: [false],
        absent: "public",
        remedy: "Set private to true: the machine then has addresses of private networks only.",
      },
    ],
  },
  exoscale_database: { concept: "database", encryption },
  exoscale_dbaas: { concept: "database", encryption },
  exoscale_private_network: { concept: "network" },
  exoscale_security_group_rule: {
    concept: "firewall",
    ingress: [
      {
        path: "cidr",
        where: { attribute: "type", is: ["INGRESS"] },
        absent: "open",
        instead: ["user_security_group_id", "public_security_group"],
        ports: { from: "start_port", to: "end_port" },
        remedy: "Set cidr to the range that has to get in, or user_security_group_id to the group of its machines.",
      },
    ],
  },
  exoscale_sks_cluster: { concept: "cluster", encryption },
} satisfies Partial<Record<ExoscaleResourceType, Reading>>;
