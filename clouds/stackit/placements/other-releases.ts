import type { OtherReleases } from "../../contract/facts.ts";
import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import { encryption, list, readings } from "../readings.ts";
import { balanced, identity, ofTheBlock, pushes, reaches, region } from "./shared.ts";

const { stackit_loadbalancer: balancer } = readings;
const role = nowhere(identity);
const asked = { url: "What is asked whether it answers; the measurements come to the instance." } as const;

/** Types of earlier releases, which configurations still name: docs/resources ("Must have a region specified in the provider configuration"). */
const earlier = {
  stackit_argus_credential: ofTheBlock,
  stackit_argus_instance: ofTheBlock,
  stackit_argus_scrapeconfig: {
    ...ofTheBlock,
    notPlaces: { "targets[].urls": "Where metrics are fetched from; they come to the instance." },
  },
  stackit_ske_project: nowhere("Switches the Kubernetes service on for a project; each cluster has a place of its own."),
} satisfies Record<string, Placement>;

/** Those that came after the release of the schema, each as its page in docs/resources describes it. What is a private beta is left out. */
const later = {
  stackit_alb_certificate: region,
  stackit_alb_waf_configuration: region,
  stackit_alb_waf_custom_rule_group: region,
  stackit_alb_waf_managed_rule_set: region,
  stackit_application_load_balancer: balanced,
  stackit_authorization_folder_custom_role: role,
  stackit_authorization_folder_role_assignment: role,
  stackit_authorization_organization_custom_role: role,
  stackit_authorization_project_custom_role: role,
  stackit_authorization_service_account_role_assignment: role,
  stackit_logs_access_token: region,
  stackit_logs_instance: region,
  stackit_objectstorage_compliance_lock: region,
  stackit_objectstorage_default_retention: region,
  stackit_observability_cert_check: { ...ofTheBlock, notPlaces: asked },
  stackit_observability_http_check: { ...ofTheBlock, notPlaces: asked },
  stackit_sfs_export_policy: region,
  stackit_sfs_resource_pool: { ...region, zones: ["availability_zone"] },
  stackit_sfs_share: region,
  stackit_telemetryrouter_access_token: region,
  stackit_telemetryrouter_destination: { ...region, sends: [pushes("config.opentelemetry.uri"), pushes("config.s3.endpoint")] },
  stackit_telemetryrouter_instance: region,
  stackit_vpn_connection: { ...region, sends: [reaches("tunnel1.remote_address"), reaches("tunnel2.remote_address")] },
  stackit_vpn_gateway: { ...region, zones: ["availability_zones.tunnel1", "availability_zones.tunnel2"] },
} satisfies Record<string, Placement>;

/** Types of other releases than the one whose schema is read: github.com/stackitcloud/terraform-provider-stackit docs. */
export const otherReleases: OtherReleases = {
  // The earlier ones read on 2026-11-28, the later ones on 2026-11-29.
  resources: { ...earlier, ...later },
  dataSources: {
    stackit_application_load_balancer: region,
    stackit_argus_instance: ofTheBlock,
    stackit_argus_scrapeconfig: ofTheBlock,
    stackit_authorization_folder_custom_role: role,
    stackit_authorization_organization_custom_role: role,
    stackit_authorization_project_custom_role: role,
    stackit_logs_access_token: region,
    stackit_logs_instance: region,
    stackit_objectstorage_compliance_lock: region,
    stackit_objectstorage_default_retention: region,
    stackit_service_accounts: role,
    stackit_sfs_export_policy: region,
    stackit_sfs_resource_pool: { ...region, zones: ["availability_zone"] },
    stackit_sfs_share: region,
    stackit_ske_kubernetes_versions: region,
    stackit_ske_machine_image_versions: region,
    stackit_vpn_gateway: region,
  },
  readings: {
    stackit_application_load_balancer: {
      ...balancer,
      ingress: [list("options.access_control.allowed_source_ranges", "open", { onlyWhenPublic: true })],
      facts: {
        inTransit: {
          as: "switch",
          path: "listeners[].protocol",
          when: ["PROTOCOL_HTTPS"],
          absent: false,
          remedy: "Set protocol of each listener to PROTOCOL_HTTPS.",
        },
        tlsVersion: { as: "nothing", because: "The provider has no attribute for the version of TLS." },
        audited: balancer.facts.audited,
      },
    },
    stackit_logs_access_token: { facts: { expires: { as: "present", path: "lifetime" } } },
    stackit_logs_instance: {
      concept: "auditLog",
      encryption,
      ingress: [list("acl", "open")],
      facts: { retentionDays: { as: "days", path: "retention_days" } },
    },
    stackit_sfs_export_policy: { ingress: [list("rules[].ip_acl", "closed")] },
    stackit_sfs_resource_pool: { concept: "volume", encryption, ingress: [list("ip_acl", "open")] },
    stackit_telemetryrouter_access_token: { facts: { expires: { as: "present", path: "ttl" } } },
  },
};
