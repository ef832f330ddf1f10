import { doorMachine, gatewayOf, type Lower } from "../../contract/index.ts";
import { firewall } from "./firewall.ts";
import { machine } from "./machine.ts";

/** One machine in the subnet of the network's way out. Its security group lets in what knocks at the door from the named addresses, and the machine's own filter holds to the same. */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => {
  const gatewayId = gatewayOf(spec);
  return doorMachine(spec, cx, {
    firewall,
    instance: (one, within) => machine(one, gatewayId, within),
    flavour: { cpus: 1, memory: 2 },
  });
};
