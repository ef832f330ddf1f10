import { beside, delivered, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region } from "./shared.ts";

const dns: Placement = nowhere("Names in public DNS, answered all over the world: they are meant to be known.");
const origin = "Where the pipeline fetches from: that has a place of its own.";
const stage = "Reads a step of a pipeline, which has no place that is known.";

/** Names in public DNS, and what is answered from points of presence all over the world. */
export const resources = {
  scaleway_domain_record: {
    ...dns,
    notPlaces: {
      dns_zone: "The name of a DNS zone.",
      "geo_ip[]": "Answers that depend on who asks.",
      "geo_ip[].matches[].countries": "Answers that depend on who asks.",
      "http_service[].url": "Asked for, to learn which address answers.",
    },
  },
  scaleway_domain_registration: {
    ...dns,
    notPlaces: {
      domain_names: "The names that are registered.",
      "owner_contact[].city": "The owner's own.",
      "owner_contact[].country": "The owner's own.",
    },
  },
  scaleway_domain_zone: { ...dns, notPlaces: { domain: "The name of a domain." } },
  scaleway_edge_services_backend_stage: {
    ...beside("pipeline_id", "scaleway_edge_services_pipeline", "data.scaleway_edge_services_pipeline"),
    notPlaces: {
      "container_backend_config[].region": origin,
      "function_backend_config[].region": origin,
      "lb_backend_config[].lb_config[].domain_name": origin,
      "lb_backend_config[].lb_config[].zone": origin,
      "s3_backend_config[].bucket_region": origin,
    },
  },
  scaleway_edge_services_cache_stage: beside("pipeline_id", "scaleway_edge_services_pipeline", "data.scaleway_edge_services_pipeline"),
  scaleway_edge_services_dns_stage: {
    ...beside("pipeline_id", "scaleway_edge_services_pipeline", "data.scaleway_edge_services_pipeline"),
    notPlaces: { wildcard_domain: "A name under which the pipeline answers." },
  },
  scaleway_edge_services_head_stage: beside("pipeline_id", "scaleway_edge_services_pipeline", "data.scaleway_edge_services_pipeline"),
  // scaleway/docs-content, products-availability.mdx (14 November 2024): Edge Services are "Global", in no region.
  scaleway_edge_services_pipeline: delivered(
    "Edge Services answer from points of presence that Scaleway chooses, and no attribute names them.",
  ),
  scaleway_edge_services_plan: nowhere("What the organisation may use of Edge Services: it holds no data."),
  scaleway_edge_services_route_stage: {
    ...beside("pipeline_id", "scaleway_edge_services_pipeline", "data.scaleway_edge_services_pipeline"),
    notPlaces: { "rule[].rule_http_match[].host_filter[]": "The Host header that the rule is for." },
  },
  scaleway_edge_services_tls_stage: {
    ...beside("pipeline_id", "scaleway_edge_services_pipeline", "data.scaleway_edge_services_pipeline"),
    notPlaces: { "secrets[].region": "Where the certificate is taken from." },
  },
  scaleway_edge_services_waf_stage: beside("pipeline_id", "scaleway_edge_services_pipeline", "data.scaleway_edge_services_pipeline"),
  scaleway_webhosting: { ...region, notPlaces: { domain: "The name under which the site answers." } },
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_domain_record: { ...dns, notPlaces: { dns_zone: "The name of a DNS zone." } },
  scaleway_domain_registration: { ...dns, notPlaces: { domain_name: "The name that is registered." } },
  scaleway_domain_zone: { ...dns, notPlaces: { domain: "The name of a domain." } },
  scaleway_edge_services_backend_stage: { ...reads(stage), notPlaces: { bucket_region: "Filters by the origin." } },
  scaleway_edge_services_cache_stage: reads(stage),
  scaleway_edge_services_dns_stage: reads(stage),
  scaleway_edge_services_pipeline: reads("Reads one pipeline, which has no place that is known."),
  scaleway_edge_services_route_stage: reads(stage),
  scaleway_edge_services_tls_stage: { ...reads(stage), notPlaces: { secret_region: "Filters by the certificate." } },
  scaleway_edge_services_waf_stage: reads(stage),
  scaleway_webhosting: {
    ...reads("Reads one hosting plan.", "region"),
    notPlaces: { domain: "Filters by the name under which the site answers." },
  },
  scaleway_webhosting_offer: region,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
