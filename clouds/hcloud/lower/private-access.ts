import { doorRules, type Lower } from "../../contract/index.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";

/** One machine with a public address, which needs no gateway. Its firewall lets in what knocks at the door from the named addresses, and the machine's own filter holds to the same. */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => {
  const { firewallId } = firewall(
    {
      name: `${spec.name}-door`,
      description: "The only way in",
      inbound: doorRules(spec),
      outbound: "everything",
    },
    cx,
  );
  const made = instance(
    {
      name: spec.name,
      image: spec.image ?? { name: "Debian 12" },
      flavour: spec.flavour ?? { name: "cx23" },
      network: spec.network,
      publicAddress: true,
      sshKey: spec.sshKey,
      firewalls: [firewallId],
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
