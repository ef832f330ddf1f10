import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, region, toAddress } from "./shared.ts";

const part = "Which part of a request: path, query, header.";

/** The gateway for interfaces, and what belongs to it. A backend is an address that the caller's data is handed on to. */
export const resources = {
  opentelekomcloud_apigw_acl_policy_associate_v2: here,
  opentelekomcloud_apigw_acl_policy_v2: here,
  opentelekomcloud_apigw_api_publishment_v2: here,
  opentelekomcloud_apigw_api_v2: {
    ...region,
    sends: [toAddress("http[].url_domain"), toAddress("http_policy[].url_domain")],
    notPlaces: {
      request_uri: "The path under which the interface is called.",
      "backend_params[].location": part,
      "func_graph_policy[].backend_params[].location": part,
      "func_graph_policy[].conditions[].origin": part,
      "http[].request_uri": "The path at the backend.",
      "http[].vpc_channel_proxy_host": "The Host header that the backend sees.",
      "http_policy[].request_uri": "The path at the backend.",
      "http_policy[].vpc_channel_proxy_host": "The Host header that the backend sees.",
      "http_policy[].backend_params[].location": part,
      "http_policy[].conditions[].origin": part,
      "mock_policy[].backend_params[].location": part,
      "mock_policy[].conditions[].origin": part,
      "request_params[].location": part,
    },
  },
  opentelekomcloud_apigw_appcode_v2: here,
  opentelekomcloud_apigw_application_authorization_v2: here,
  opentelekomcloud_apigw_application_v2: here,
  opentelekomcloud_apigw_custom_authorizer_v2: { ...here, notPlaces: { "identity[].location": part } },
  opentelekomcloud_apigw_environment_v2: region,
  opentelekomcloud_apigw_environment_variable_v2: here,
  opentelekomcloud_apigw_gateway_v2: { ...here, zones: ["availability_zones"] },
  opentelekomcloud_apigw_group_v2: region,
  opentelekomcloud_apigw_response_v2: here,
  opentelekomcloud_apigw_signature_associate_v2: here,
  opentelekomcloud_apigw_signature_v2: here,
  opentelekomcloud_apigw_throttling_policy_associate_v2: here,
  opentelekomcloud_apigw_throttling_policy_v2: here,
  opentelekomcloud_apigw_vpc_channel_v2: { ...here, sends: [toAddress("member[].host")] },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_apigw_api_history_v2: here,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
