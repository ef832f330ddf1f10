import { doorAddress, doorMachine, type Lower } from "../../contract/index.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";

/** One machine with a reserved public address, which needs no gateway. Its security group lets in what knocks at the door from the named addresses, and the machine's own filter holds to the same. */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) =>
  doorMachine(spec, cx, {
    firewall,
    instance,
    flavour: { cpus: 1, memory: 2 },
    address: spec.fallbackAddress ?? (spec.network.cidr === undefined ? undefined : doorAddress(spec.network.cidr)),
  });
