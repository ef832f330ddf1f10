import type { OtherReleases } from "../../contract/facts.ts";
import { at, beside, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import { guide } from "../readings/sources.ts";

const inCluster = beside("cluster_id", "ovh_cloud_project_database", "data.ovh_cloud_project_database");
const inBalancer = beside("loadbalancer_id", "ovh_cloud_loadbalancer", "data.ovh_cloud_loadbalancer");
const onServer = beside("service_name", "ovh_dedicated_server", "data.ovh_dedicated_server");
const account = nowhere("The account itself, kept by the company that the endpoint belongs to.");
const user = nowhere("Credentials of the project, valid in each of its regions; they reach only what has been placed there.");
// website/docs/r/publiccloud_private_network.html.markdown: "Defaults to all public cloud regions."
const network: Placement = {
  by: "attribute",
  paths: ["regions"],
  absent: {
    means: "everywhere",
    because: "A private network without `regions` is created in every Public Cloud region, those outside the EU included.",
  },
};

/** Until 2.19, which is the release of the schema: github.com/ovh/terraform-provider-ovh docs/resources and website/docs/r of the releases that had them. */
const earlier = {
  ovh_cloud_network_private: network,
  ovh_cloud_network_private_subnet: at("region"),
  ovh_cloud_project_database_ip_restriction: inCluster,
  ovh_cloud_project_database_m3db_namespace: inCluster,
  ovh_cloud_project_database_m3db_user: inCluster,
  ovh_cloud_project_database_redis_user: inCluster,
  ovh_cloud_user: user,
  ovh_dedicated_server_install_task: onServer,
  ovh_me_installation_template: account,
  ovh_me_installation_template_partition_scheme: account,
  ovh_me_installation_template_partition_scheme_hardware_raid: account,
  ovh_me_installation_template_partition_scheme_partition: account,
  ovh_me_ipxe_script: account,
  ovh_me_ssh_key: account,
  ovh_publiccloud_private_network: network,
  ovh_publiccloud_private_network_subnet: at("region"),
  ovh_publiccloud_user: user,
  ovh_vrack_publiccloud_attachment: nowhere("Attaches a project, which has no place; each of its networks says its regions."),
} satisfies Record<string, Placement>;

/** Since then, until 2.22. */
const newer = {
  ovh_cloud_instance_snapshot: { ...at("region"), told: ["current_state.location.region"] },
  ovh_cloud_loadbalancer: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  ovh_cloud_loadbalancer_l7policy: {
    ...inBalancer,
    notPlaces: {
      redirect_prefix: "Where visitors are sent; nothing is handed on there.",
      redirect_url: "Where visitors are sent; nothing is handed on there.",
    },
  },
  ovh_cloud_loadbalancer_listener: inBalancer,
  ovh_cloud_loadbalancer_pool: inBalancer,
  ovh_cloud_loadbalancer_pool_member: { ...inBalancer, sends: [{ path: "address", kind: "peer", means: "address" }] },
  ovh_cloud_storage_object_bucket: { ...at("region"), told: ["current_state.location.region"] },
  ovh_dedicated_server_virtual_mac: onServer,
  ovh_hosting_privatedatabase_webhosting_network: beside("service_name", "ovh_hosting_privatedatabase", "data.ovh_hosting_privatedatabase"),
} satisfies Record<string, Placement>;

/**
 * Types of other releases than the one whose schema is read. What each had is told by the packages that are made of them too: pulumi-ovh 0.34.0, 1.6.0
 * and 2.22.0 (pypi.org/project/pulumi-ovh, read on 2026-11-28).
 */
export const otherReleases: OtherReleases = {
  resources: { ...earlier, ...newer },
  dataSources: {
    ovh_cloud_instance_snapshot: reads("Reads one snapshot of an instance.", "current_state.location.region"),
    ovh_cloud_instance_snapshots: at("region"),
    ovh_cloud_loadbalancer: reads("Reads one balancer.", "region", "current_state.location.region"),
    ovh_cloud_loadbalancer_l7policies: inBalancer,
    ovh_cloud_loadbalancer_l7policy: inBalancer,
    ovh_cloud_loadbalancer_listener: inBalancer,
    ovh_cloud_loadbalancer_listeners: inBalancer,
    ovh_cloud_loadbalancer_pool: inBalancer,
    ovh_cloud_loadbalancer_pool_member: inBalancer,
    ovh_cloud_loadbalancer_pool_members: inBalancer,
    ovh_cloud_loadbalancer_pools: inBalancer,
    ovh_cloud_loadbalancers: reads("Lists balancers of the project."),
    ovh_cloud_project_database_ip_restrictions: inCluster,
    ovh_cloud_project_database_m3db_namespace: inCluster,
    ovh_cloud_project_database_m3db_namespaces: inCluster,
    ovh_cloud_project_database_m3db_user: inCluster,
    ovh_cloud_project_database_redis_user: inCluster,
    ovh_cloud_storage_object_bucket: reads("Reads one bucket.", "location.region", "current_state.location.region"),
    ovh_cloud_storage_object_buckets: at("region"),
    ovh_dedicated_server_networking: onServer,
    ovh_me_installation_template: account,
    ovh_me_installation_templates: account,
    ovh_me_ipxe_script: account,
    ovh_me_ipxe_scripts: account,
    ovh_me_ssh_key: account,
    ovh_me_ssh_keys: account,
    ovh_publiccloud_region: reads("Reads what a region offers."),
    ovh_publiccloud_regions: nowhere("Lists the regions of the project."),
  },
  readings: {
    ovh_cloud_loadbalancer: { concept: "loadBalancer" },
    ovh_cloud_loadbalancer_listener: {
      ingress: [
        {
          path: "allowed_cidrs",
          absent: "open",
          silent: "open",
          ports: { from: "protocol_port", to: "protocol_port" },
          remedy: "List the ranges that may reach the listener in allowed_cidrs.",
        },
      ],
    },
    ovh_cloud_storage_object_bucket: {
      concept: "bucket",
      encryption: {
        by: "attribute",
        path: "encryption.algorithm",
        when: ["AES256"],
        // Default encryption is configured on the bucket; without it only what the client asks for is encrypted.
        absent: false,
        ...guide("storage_and_backup/object_storage/s3_encrypt_your_objects_with_sse_c"),
      },
      facts: {
        versioned: { as: "switch", path: "versioning.status", when: ["ENABLED"], absent: false },
        locked: { as: "switch", path: "object_lock.mode", when: ["COMPLIANCE", "GOVERNANCE"], absent: false },
        retentionDays: { as: "days", path: "object_lock.retention_days" },
      },
    },
  },
};
