import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { asked, here, region, toAddress } from "./shared.ts";

const about: Placement = { ...here, notPlaces: { url: asked } };
const page: Placement = { ...here, notPlaces: { hostname: asked, url: asked } };

/** What stands before web sites: it hands requests on to their origin, which may be anywhere. */
export const resources = {
  opentelekomcloud_antiddos_v1: region,
  opentelekomcloud_waf_alarm_notification_v1: here,
  opentelekomcloud_waf_ccattackprotection_rule_v1: about,
  opentelekomcloud_waf_certificate_v1: region,
  opentelekomcloud_waf_datamasking_rule_v1: about,
  opentelekomcloud_waf_dedicated_alarm_masking_rule_v1: here,
  opentelekomcloud_waf_dedicated_anti_crawler_rule_v1: about,
  opentelekomcloud_waf_dedicated_anti_leakage_rule_v1: about,
  opentelekomcloud_waf_dedicated_blacklist_rule_v1: here,
  opentelekomcloud_waf_dedicated_cc_rule_v1: about,
  opentelekomcloud_waf_dedicated_certificate_v1: region,
  opentelekomcloud_waf_dedicated_data_masking_rule_v1: about,
  opentelekomcloud_waf_dedicated_domain_v1: {
    ...region,
    sends: [toAddress("server[].address")],
    notPlaces: { domain: "The name that is protected." },
  },
  opentelekomcloud_waf_dedicated_geo_ip_rule_v1: { ...here, notPlaces: { region_code: "Where visitors come from." } },
  opentelekomcloud_waf_dedicated_instance_v1: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_waf_dedicated_known_attack_source_rule_v1: here,
  opentelekomcloud_waf_dedicated_policy_v1: region,
  opentelekomcloud_waf_dedicated_precise_protection_rule_v1: here,
  opentelekomcloud_waf_dedicated_reference_table_v1: region,
  opentelekomcloud_waf_dedicated_web_tamper_rule_v1: page,
  opentelekomcloud_waf_domain_v1: {
    ...here,
    sends: [toAddress("server[].address")],
    notPlaces: { hostname: "The name that is protected.", "block_page[].redirect_url": "Where those are sent who are refused." },
  },
  opentelekomcloud_waf_falsealarmmasking_rule_v1: about,
  opentelekomcloud_waf_policy_v1: { ...here, notPlaces: { hosts: "Ids of the names that are protected." } },
  opentelekomcloud_waf_preciseprotection_rule_v1: here,
  opentelekomcloud_waf_webtamperprotection_rule_v1: page,
  opentelekomcloud_waf_whiteblackip_rule_v1: here,
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_antiddos_v1: region,
  opentelekomcloud_waf_dedicated_reference_tables_v1: region,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
