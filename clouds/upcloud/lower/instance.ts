import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { machine } from "./machine.ts";

/** A machine in a private network. It carries no firewall, since one belongs to one machine there; without a public address its network alone reaches it. */
export const instance: Lower<"instance"> = (spec, cx) => {
  if (spec.firewalls.length > 0)
    throw new InputError(
      `Instance ${spec.name} carries firewalls, and one of UpCloud's belongs to one machine. Say { firewalls: [] }, and filter on the machine, in { userData }; or write Raw upcloud_firewall_rules for it.`,
    );
  if (spec.shares.length > 0)
    throw new InputError(
      `Instance ${spec.name} is given file shares, which are not written for UpCloud. Leave out { shares }, and mount one in { userData }.`,
    );
  const made = machine(spec, cx, false);
  return {
    instanceId: made.ref("id"),
    ...(spec.network.address === undefined ? {} : { privateAddress: spec.network.address }),
    ...(spec.publicAddress ? { publicAddress: made.ref("network_interface[1].ip_address") } : {}),
  };
};
