import { InputError } from "../../catalogue/index.ts";
import type { PrivateAccessSpec } from "./concepts/index.ts";

/**
 * The gateway of the network in which an entrance stands, where a public address leads through it.
 *
 * @throws InputError when the network is closed both ways
 */
export function gatewayOf({ name, network }: PrivateAccessSpec): string {
  if (network.gatewayId !== undefined) return network.gatewayId;
  throw new InputError(
    `Entrance ${name} stands in a network that is closed both ways ({ gateway: false }), so nobody can come in either. Leave { gateway } out there.`,
  );
}
