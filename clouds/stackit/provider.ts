import type { Host, ProviderFacts } from "../contract/facts.ts";

const docs = { source: "https://github.com/stackitcloud/terraform-provider-stackit docs/index.md", seen: "2026-11-23" } as const;

const openstack = {
  source:
    "https://github.com/stackitcloud/terraform-provider-stackit stackit/internal/services/loadbalancer/loadbalancer_acc_test.go of earlier releases",
  seen: "2026-11-28",
} as const;

const pushed = {
  source: "https://github.com/stackitcloud/terraform-provider-stackit docs/resources/application_load_balancer.md",
  seen: "2026-11-29",
} as const;

/** Each service has an address of its own that the block may move; the block's region is the default of those that have one. */
export const provider: ProviderFacts = {
  credentials: [["STACKIT_SERVICE_ACCOUNT_KEY"], ["STACKIT_SERVICE_ACCOUNT_KEY_PATH"], ["STACKIT_SERVICE_ACCOUNT_TOKEN"]],
  endpoint: {
    paths: [],
    env: [],
    default: "https://iaas.api.stackit.cloud",
    known: {},
    parts: [
      "authorization_custom_endpoint",
      "cdn_custom_endpoint",
      "dns_custom_endpoint",
      "git_custom_endpoint",
      "iaas_custom_endpoint",
      "kms_custom_endpoint",
      "loadbalancer_custom_endpoint",
      "logme_custom_endpoint",
      "mariadb_custom_endpoint",
      "modelserving_custom_endpoint",
      "mongodbflex_custom_endpoint",
      "objectstorage_custom_endpoint",
      "observability_custom_endpoint",
      "opensearch_custom_endpoint",
      "postgresflex_custom_endpoint",
      "rabbitmq_custom_endpoint",
      "redis_custom_endpoint",
      "resourcemanager_custom_endpoint",
      "scf_custom_endpoint",
      "secretsmanager_custom_endpoint",
      "server_backup_custom_endpoint",
      "server_update_custom_endpoint",
      "service_account_custom_endpoint",
      "service_enablement_custom_endpoint",
      "ske_custom_endpoint",
      "sqlserverflex_custom_endpoint",
      "token_custom_endpoint",
    ],
  },
  // stackit/provider.go and internal/core/core.go (read on 2026-11-28) hand the block's region to every client, eu01 where there is none: no variable is asked.
  place: { paths: ["default_region", "region"], env: [], default: "eu01" },
  elsewhere: { credentials_path: "The file carries credentials, and may carry addresses beside them." },
};

export const hosts: readonly Host[] = [
  { host: "object.storage.<region>.onstackit.cloud", serves: "object-storage", buckets: true, ...docs },
  { host: "<any>.api.stackit.cloud", serves: "api", country: "DE", ...docs },
  { host: "<any>.api.<region>.stackit.cloud", serves: "api", ...docs },
  // Where logs and metrics are pushed: logs.stackit1.argus.eu01.stackit.cloud.
  { host: "logs.<any>.argus.<region>.stackit.cloud", serves: "api", ...pushed },
  { host: "push.metrics.<any>.argus.<region>.stackit.cloud", serves: "api", ...pushed },
  // OpenStack under its virtual machines, which older code calls by itself.
  { host: "keystone.api.iaas.<region>.stackit.cloud", serves: "identity", calls: "RegionOne", ...openstack },
];
