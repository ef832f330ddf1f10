import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { machine } from "./machine.ts";

/**
 * A machine in a subnet of a Net. A public address works only in the subnet of the way out, so that a public machine stands there. No attribute
 * of a machine or a volume speaks of encryption.
 *
 * Source: outscale/terraform-provider-outscale docs/resources/vm.md, public_ip_link.md, volume_link.md; seen 2026-11-28.
 */
export const instance: Lower<"instance"> = (spec, cx) => {
  if (spec.shares.length > 0)
    throw new InputError(
      `Instance ${spec.name} mounts file shares, and Outscale sells none. Run an NFS server on a machine of the network and mount it in { userData }.`,
    );
  if (spec.publicAddress && spec.network.gatewayId === undefined)
    throw new InputError(
      `Instance ${spec.name} wants a public address, and its network is closed. Give it a way out, { gateway: true }, or leave out { publicAddress }.`,
    );
  if (spec.publicAddress && spec.network.address !== undefined)
    throw new InputError(
      `Instance ${spec.name} has a fixed private address and a public one: on Outscale a public machine stands in the subnet of the network's way out, where its address is another. Leave out { address }.`,
    );
  return machine(spec, spec.publicAddress ? (spec.network.gatewayId ?? spec.network.subnetId) : spec.network.subnetId, cx);
};
