import { doorMachine, gatewayOf, type Lower } from "../../contract/index.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";

/** One machine with an address of its own. Its security group lets in what knocks at the door from the named addresses, and the machine's own filter holds to the same. */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => {
  gatewayOf(spec);
  return doorMachine(spec, cx, { firewall, instance, flavour: { cpus: 1, memory: 2 } });
};
