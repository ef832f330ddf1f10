import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { home } from "./project.ts";

/**
 * One flat network, whose subnets are parts of it. The operator's router translates what goes out, and lets nothing in; a closed network has none.
 *
 * Source: stackitcloud/terraform-provider-stackit docs/resources/network.md; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  if (spec.gateway !== undefined && "of" in spec.gateway)
    throw new InputError(
      `Network ${spec.name} would go out through another, and networks of STACKIT meet only in a network area of your organization. Give it a way out of its own: leave out { through }; in a landing zone { topology: "standalone" }.`,
    );
  const made = cx.resource("stackit_network", "network", {
    ...home(cx),
    name: spec.name,
    ipv4_prefix: spec.cidr,
    routed: spec.gateway !== undefined,
    ...(spec.gateway === undefined ? { no_ipv4_gateway: true } : {}),
  });
  const id = made.ref("network_id");
  return {
    networkId: id,
    regionalId: id,
    subnetIds: Object.fromEntries(spec.subnets.map((subnet) => [subnet.id, id])),
    ...(spec.gateway === undefined ? {} : { gatewayId: id }),
  };
};
