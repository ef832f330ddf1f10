import type { Handle, LowerContext } from "../../contract/index.ts";
import { codenameOf } from "./location.ts";

/**
 * A domain of OVHcloud's key management, which holds keys and secrets. It is ordered, so the account needs a default payment method, and it names
 * the subsidiary with which the account has its contract; unless the account says otherwise, the French one, the company that runs the platform.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/okms.md; seen 2026-11-23.
 */
export function keyManagement(name: string, cx: LowerContext): Handle {
  return cx.resource("ovh_okms", "domain", {
    ovh_subsidiary: cx.account["subsidiary"] ?? "FR",
    region: codenameOf(cx.region),
    display_name: name,
  });
}
