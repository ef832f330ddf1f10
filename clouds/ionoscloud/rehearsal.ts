import type { RehearsalOverlay } from "../contract/rehearsal.ts";
import { checks } from "./rehearsal/checks.ts";

/** What the schema does not say of ionoscloud, for the simulated provider. */
export const rehearsal: RehearsalOverlay = {
  checks,
  resources: {
    // docs/resources/nic.md, k8s_node_pool.md: a LAN is called by a number.
    ionoscloud_lan: { fills: { id: (_, cx) => String(1 + (Number.parseInt(cx.seed("lan", 6), 16) % 9999)) } },
    ionoscloud_ipblock: {
      fills: {
        // Addresses that no machine has (RFC 5737).
        ips: ({ size }, cx) =>
          Array.from({ length: Number(size) }, (_, n) => `203.0.113.${(Number.parseInt(cx.seed("ips", 2), 16) + n) % 256}`),
      },
    },
  },
};
