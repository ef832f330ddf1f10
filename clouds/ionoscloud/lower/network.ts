import { InputError } from "../../../catalogue/index.ts";
import { type Lower, parseCidr } from "../../contract/index.ts";

/** Bits of the prefix that the operator's address service gives to a private network. Source: docs.ionos.com/cloud/network-services/vdc-networking/ip-address/ipv4/overview; seen 2026-11-28. */
const WIDEST = 24;

/**
 * A data centre with one private LAN, closed both ways. It is flat, so that its subnets are parts of it and reach each other. Which addresses it has, its
 * machines say: each is given its own.
 *
 * Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/datacenter.md, lan.md, natgateway.md; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  if (spec.gateway !== undefined)
    throw new InputError(
      `Network ${spec.name} wants a way out, and IONOS' gateway serves machines only that set their default route to it themselves. Close it, { gateway: false }, and give a machine that has to reach out a public address with a firewall that lets nothing in; or choose another cloud.`,
    );
  if (parseCidr(spec.cidr).prefix < WIDEST)
    throw new InputError(
      `Network ${spec.name} has the addresses ${spec.cidr}, and machines of an IONOS network reach 256 addresses. Take a /${WIDEST} or less: { addresses: "10.0.0.0/${WIDEST}" }.`,
    );
  const centre = cx.resource("ionoscloud_datacenter", "data-centre", { name: spec.name, location: cx.region });
  const datacenter_id = centre.ref("id");
  const lan = cx.resource("ionoscloud_lan", "lan", { datacenter_id, name: spec.name, public: false });
  return {
    networkId: datacenter_id,
    regionalId: datacenter_id,
    subnetIds: Object.fromEntries(spec.subnets.map(({ id }) => [id, lan.ref("id")])),
  };
};
