import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";

/**
 * A network with its subnets, closed both ways: Hetzner sells no gateway.
 *
 * Source: hetznercloud/terraform-provider-hcloud docs/resources/network.md, network_subnet.md; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  if (spec.gateway !== undefined)
    throw new InputError(
      `Network ${spec.name} wants a way out, and Hetzner sells no gateway. Close it, { gateway: false }, and give a machine that has to reach out a public address with a firewall that lets nothing in; or choose another cloud.`,
    );
  const made = cx.resource("hcloud_network", "network", { name: spec.name, ip_range: spec.cidr });
  const subnetIds = spec.subnets.map(({ id, cidr }): [string, string] => [
    id,
    cx
      .resource("hcloud_network_subnet", `subnet-${id}`, {
        network_id: made.ref("id"),
        type: "cloud",
        network_zone: ZONES[cx.region] ?? "eu-central",
        ip_range: cidr,
      })
      .ref("id"),
  ]);
  return { networkId: made.ref("id"), regionalId: made.ref("id"), subnetIds: Object.fromEntries(subnetIds) };
};

/** Network zones outside `eu-central`. Source: docs/resources/network_subnet.md; seen 2026-11-28. */
const ZONES: Readonly<Record<string, string>> = { ash: "us-east", hil: "us-west", sin: "ap-southeast" };
