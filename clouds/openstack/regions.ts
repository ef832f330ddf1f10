import type { Region } from "../contract/region.ts";

const vendors = { source: "https://docs.openstack.org/openstacksdk/latest/user/config/vendor-support.html", seen: "2026-11-23" } as const;
const infomaniak = { source: "https://docs.mountainduck.io/protocols/openstack/infomaniak/", seen: "2026-11-23" } as const;

const card = { source: "https://csf.hop3.abilian.com/providers/plusserver.html", seen: "2026-11-28" } as const;

/** Regions of clouds that are spoken to with the OpenStack provider alone; which of them is meant, only the identity address says. */
export const regions = {
  Kna1: { country: "SE", city: "Karlskrona", at: [56.161, 15.587], operator: "cleura", ...vendors },
  Sto2: { country: "SE", city: "Stockholm", at: [59.329, 18.069], operator: "cleura", ...vendors },
  Fra1: { country: "DE", city: "Frankfurt", at: [50.111, 8.682], operator: "cleura", ...vendors },
  Lon1: { country: "GB", city: "London", at: [51.507, -0.128], operator: "cleura", ...vendors },
  Buf1: { country: "US", city: "Buffalo", at: [42.886, -78.878], operator: "cleura", ...vendors },
  tky1: { country: "JP", city: "Tokyo", at: [35.682, 139.69], operator: "cleura", ...vendors },
  dx1: { country: "AE", city: "Dubai", at: [25.205, 55.271], operator: "cleura", ...vendors },
  "se-sto": { country: "SE", city: "Stockholm", at: [59.329, 18.069], operator: "elastx", ...vendors },
  "dc3-a": { country: "CH", city: "Geneva", at: [46.204, 6.143], operator: "infomaniak", ...infomaniak },
  "dc4-a": { country: "CH", city: "Geneva", at: [46.204, 6.143], operator: "infomaniak", ...infomaniak },
  prod1: { country: "DE", city: "Cologne", at: [50.938, 6.957], operator: "plusserver", ...card },
} as const satisfies Readonly<Record<string, Region>>;
