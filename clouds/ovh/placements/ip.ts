import { nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const filter = "Decides at the edge of the operator's network what reaches an address; the traffic goes where the address goes.";
const scrubbing = "Attack traffic is cleaned on the way in, at centres that nobody can choose; the address stays where it is.";

/** Addresses and address blocks that are ordered and routed, outside Public Cloud. */
export const resources = {
  ovh_ip_firewall: nowhere(filter),
  ovh_ip_firewall_rule: nowhere(filter),
  ovh_ip_mitigation: nowhere(scrubbing),
  // An address goes to a service; with an empty name it is parked. A vRack is no parent: it is everywhere, so it cannot say where the address goes.
  ovh_ip_move: {
    by: "parent",
    path: "routed_to[].service_name",
    of: [
      "ovh_dedicated_server",
      "data.ovh_dedicated_server",
      "ovh_iploadbalancing",
      "data.ovh_iploadbalancing",
      "ovh_vps",
      "data.ovh_vps",
      "data.ovh_dedicated_cloud",
    ],
    told: ["country"],
    notPlaces: { routed_to: "The service that the address goes to; its name is an attribute of its own." },
  },
  ovh_ip_reverse: nowhere("The name of an address in the public DNS."),
  // docs/resources/ip_service.md: label "country" = "FR", label "region" = "europe".
  ovh_ip_service: {
    by: "order",
    lists: ["plan[].configuration[]", "plan_option[].configuration[]"],
    labels: { country: "country", region: "area" },
    told: ["country"],
  },
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_ip_firewall: nowhere(filter),
  ovh_ip_firewall_rule: nowhere(filter),
  ovh_ip_mitigation: nowhere(scrubbing),
  ovh_ip_service: reads("Reads one address block.", "country"),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
