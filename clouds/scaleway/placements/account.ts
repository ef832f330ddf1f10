import { nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region } from "./shared.ts";

const identity = "Rights and credentials of the organisation, valid in each of its regions; they reach only what has been placed there.";
const label = "A word on other things: it holds no data, and each says its own place.";
const bill = "What the organisation has spent.";

/** The organisation: projects, identities, labels and bills. */
export const resources = {
  scaleway_account_project: nowhere("A folder of the organisation: it holds no data, and what is put into it says where itself."),
  scaleway_account_ssh_key: nowhere("A public key of the project: meant to be known, and it carries no data."),
  scaleway_annotations_binding: nowhere(label),
  scaleway_annotations_key: nowhere(label),
  scaleway_annotations_value: nowhere(label),
  scaleway_billing_budget: nowhere("A sum of the organisation's bill, watched."),
  scaleway_billing_budget_alert: nowhere("A share of a budget at which somebody is told."),
  scaleway_billing_budget_alert_notification: {
    ...nowhere("Tells somebody that a share of a budget is spent."),
    sends: [{ path: "webhook_urls", kind: "log", means: "endpoint" }],
  },
  scaleway_iam_api_key: nowhere(identity),
  scaleway_iam_application: nowhere(identity),
  scaleway_iam_group: nowhere(identity),
  scaleway_iam_group_membership: nowhere(identity),
  scaleway_iam_policy: nowhere(identity),
  scaleway_iam_saml: nowhere(identity),
  scaleway_iam_saml_certificate: nowhere(identity),
  scaleway_iam_scim: nowhere(identity),
  scaleway_iam_scim_token: nowhere(identity),
  scaleway_iam_ssh_key: nowhere("A public key of the project: meant to be known, and it carries no data."),
  scaleway_iam_user: nowhere(identity),
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_account_project: nowhere("Reads a folder of the organisation, which has no place."),
  scaleway_account_projects: nowhere("Lists folders of the organisation."),
  scaleway_account_ssh_key: nowhere("A public key of the project."),
  scaleway_annotations_binding: nowhere(label),
  scaleway_annotations_key: nowhere(label),
  scaleway_annotations_value: nowhere(label),
  scaleway_audit_trail_event: region,
  scaleway_availability_zones: {
    ...nowhere("Lists the zones of a region."),
    notPlaces: { region: "The region whose zones are listed; nothing is put there." },
  },
  scaleway_billing_budget: nowhere(bill),
  scaleway_billing_budget_alert: nowhere(bill),
  scaleway_billing_budget_alert_notification: nowhere(bill),
  scaleway_billing_consumptions: nowhere(bill),
  scaleway_billing_invoices: nowhere(bill),
  scaleway_config: reads("Says what the provider itself is told.", "region", "zone"),
  scaleway_iam_api_key: nowhere(identity),
  scaleway_iam_application: nowhere(identity),
  scaleway_iam_group: nowhere(identity),
  scaleway_iam_policy: nowhere(identity),
  scaleway_iam_saml: nowhere(identity),
  scaleway_iam_saml_certificate: nowhere(identity),
  scaleway_iam_scim: nowhere(identity),
  scaleway_iam_scim_token: nowhere(identity),
  scaleway_iam_ssh_key: nowhere("A public key of the project."),
  scaleway_iam_user: nowhere(identity),
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
