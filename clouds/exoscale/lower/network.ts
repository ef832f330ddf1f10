import { InputError } from "../../../catalogue/index.ts";
import { addressIn, formatAddress, type Lower, parseCidr, sizeOf } from "../../contract/index.ts";

/** Addresses of a subnet that its address service leaves to whoever chooses one. */
const CHOSEN = 32;

/**
 * A private network, closed both ways: Exoscale sells no gateway. It is flat, so that its subnets are parts of it and reach each other; its address service
 * gives addresses of the first.
 *
 * Source: exoscale/terraform-provider-exoscale docs/resources/private_network.md; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  if (spec.gateway !== undefined)
    throw new InputError(
      `Network ${spec.name} wants a way out, and Exoscale sells no gateway. Close it, { gateway: false }, and give a machine that has to reach out a public address with a firewall that lets nothing in; or choose another cloud.`,
    );
  const first = parseCidr(spec.subnets[0]?.cidr ?? spec.cidr);
  const size = sizeOf(first);
  const made = cx.resource("exoscale_private_network", "network", {
    zone: cx.region,
    name: spec.name,
    netmask: formatAddress(2 ** 32 - sizeOf(parseCidr(spec.cidr))),
    start_ip: addressIn(first, Math.min(CHOSEN, size / 4)),
    end_ip: addressIn(first, size - 2),
  });
  const id = made.ref("id");
  return { networkId: id, regionalId: id, subnetIds: Object.fromEntries(spec.subnets.map((subnet) => [subnet.id, id])) };
};
