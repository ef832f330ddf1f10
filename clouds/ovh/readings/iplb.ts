import type { IngressReading, Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

/** "No restriction if null": docs/resources/iploadbalancing_http_frontend.md. */
const sources: readonly IngressReading[] = [
  { path: "allowed_source", absent: "open", remedy: "List the ranges that may reach the frontend in allowed_source." },
];

const inTransit = { as: "switch", path: "ssl", when: [true], absent: false } as const;

/** IP load balancers stand on the public internet by their nature: what they let in is what can be narrowed. */
export const readings = {
  ovh_iploadbalancing: {
    concept: "loadBalancer",
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        remedy: "Use ovh_cloud_project_loadbalancer without a floating IP for what is private.",
      },
    ],
  },
  ovh_iploadbalancing_http_frontend: { ingress: sources, facts: { inTransit } },
  ovh_iploadbalancing_tcp_frontend: { ingress: sources, facts: { inTransit } },
  // The provider lets nobody narrow what UDP lets in.
  ovh_iploadbalancing_udp_frontend: {
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        remedy: "A UDP frontend cannot be narrowed to source addresses: filter behind it, and waive it.",
      },
    ],
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
