import { doorRules, gatewayOf, type Lower } from "../../contract/index.ts";
import { firewall } from "./firewall.ts";
import { machine } from "./machine.ts";

/** One machine in the subnet of the network's way out. Its security group lets in what knocks at the door from the named addresses, and the machine's own filter holds to the same. */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => {
  const gatewayId = gatewayOf(spec);
  const { firewallId } = firewall(
    {
      name: `${spec.name}-door`,
      description: "The only way in",
      networkId: spec.network.networkId,
      inbound: doorRules(spec),
      outbound: "everything",
    },
    cx,
  );
  const made = machine(
    {
      name: spec.name,
      image: spec.image ?? { name: "Debian 12" },
      flavour: spec.flavour ?? { cpus: 1, memory: 2 },
      network: spec.network,
      publicAddress: true,
      sshKey: spec.sshKey,
      firewalls: [firewallId],
      userData: spec.userData,
      volumeIds: [],
      shares: [],
    },
    gatewayId,
    cx,
  );
  return {
    instanceId: made.instanceId,
    address: made.publicAddress ?? "",
    ...(made.privateAddress === undefined ? {} : { privateAddress: made.privateAddress }),
  };
};
