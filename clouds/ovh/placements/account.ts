import { nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const rights = "Rights within the account, which hold wherever its resources are; the resources have places of their own.";
const account = "The account itself, kept by the company that the endpoint belongs to.";
const cart = "A price enquiry: nothing is ordered until a resource with a place of its own does.";

/** The account: identity and access, the customer's own data, orders and prices. */
export const resources = {
  ovh_iam_permissions_group: nowhere(rights),
  ovh_iam_policy: nowhere(rights),
  ovh_iam_resource_group: nowhere(rights),
  ovh_iam_resource_tags: nowhere("Labels on resources, which have places of their own."),
  ovh_me_api_oauth2_client: {
    ...nowhere(account),
    notPlaces: { callback_urls: "Where a person's browser returns after logging in." },
  },
  ovh_me_identity_group: nowhere(account),
  ovh_me_identity_user: nowhere(account),
  ovh_me_identity_user_token: nowhere(account),
  ovh_savings_plan: nowhere("A discount on flavours; it starts nothing."),
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_iam_permissions_group: nowhere(rights),
  ovh_iam_permissions_groups: nowhere(rights),
  ovh_iam_policies: nowhere(rights),
  ovh_iam_policy: nowhere(rights),
  ovh_iam_reference_actions: nowhere("Lists the actions that a policy can name."),
  ovh_iam_reference_resource_type: nowhere("Lists the resource types that a policy can name."),
  ovh_iam_resource_group: nowhere(rights),
  ovh_iam_resource_groups: nowhere(rights),
  ovh_location: reads("Says in which country and city a location of the operator is.", "name"),
  ovh_me: nowhere(account),
  ovh_me_api_oauth2_client: nowhere(account),
  ovh_me_api_oauth2_clients: nowhere(account),
  ovh_me_identity_group: nowhere(account),
  ovh_me_identity_groups: nowhere(account),
  ovh_me_identity_user: nowhere(account),
  ovh_me_identity_users: nowhere(account),
  ovh_me_paymentmean_bankaccount: nowhere(account),
  ovh_me_paymentmean_creditcard: nowhere(account),
  ovh_order_cart: nowhere(cart),
  ovh_order_cart_product: nowhere(cart),
  ovh_order_cart_product_options: nowhere(cart),
  ovh_order_cart_product_options_plan: nowhere(cart),
  ovh_order_cart_product_plan: nowhere(cart),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
