import { gatewayOf, type Lower } from "../../contract/index.ts";
import { instanceWithUserData } from "./instance-with-user-data.ts";

/**
 * One machine with a floating address. Since provider 2.19 gives a machine with user data no security group, the source addresses are held to
 * by the machine's own packet filter, loaded before its SSH server starts.
 */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => {
  gatewayOf(spec);
  const made = instanceWithUserData(
    {
      name: spec.name,
      image: spec.image ?? { name: "Debian 12" },
      flavour: spec.flavour ?? { name: "b3-8" },
      ...(spec.zone === undefined ? {} : { zone: spec.zone }),
      network: { ...spec.network, ...(spec.fallbackAddress === undefined ? {} : { address: spec.fallbackAddress }) },
      publicAddress: true,
      sshKey: spec.sshKey,
      firewalls: [],
      userData: spec.userData,
      volumeIds: [],
      shares: [],
    },
    cx,
  );
  return {
    instanceId: made.instanceId,
    address: made.publicAddress ?? "",
    ...(made.privateAddress === undefined ? {} : { privateAddress: made.privateAddress }),
  };
};
