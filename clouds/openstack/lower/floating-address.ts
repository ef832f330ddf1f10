import type { LowerContext } from "../../contract/index.ts";
import { siteOf } from "../sites.ts";

/** A public address for a port, which can be taken away from it again. Source: docs/resources/networking_floatingip_v2.md, networking_floatingip_associate_v2.md; seen 2026-11-28. */
export function floatingAddress(port_id: string, cx: LowerContext): string {
  const { region } = cx;
  const made = cx.resource("openstack_networking_floatingip_v2", "address", { region, pool: siteOf(region).externalNetwork });
  return cx
    .resource("openstack_networking_floatingip_associate_v2", "address-of-port", { region, floating_ip: made.ref("address"), port_id })
    .ref("floating_ip");
}
