import type { LowerContext } from "../../contract/index.ts";

/** Megabits a second that an address carries at most; traffic is paid by volume. */
const BANDWIDTH = 100;

/** A public address, for a port or to be tied later. `5_bgp` is the kind that every region has. Source: docs/resources/vpc_eip_v1.md, lb_loadbalancer_v3.md; seen 2026-11-28. */
export function publicAddress(name: string, cx: LowerContext, port_id?: string) {
  return cx.resource("opentelekomcloud_vpc_eip_v1", "address", {
    region: cx.region,
    publicip: [{ type: "5_bgp", ...(port_id === undefined ? {} : { port_id }) }],
    bandwidth: [{ name, size: BANDWIDTH, share_type: "PER", charge_mode: "traffic" }],
  });
}
