import { doorMachine, type Lower } from "../../contract/index.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";

/** One machine with a public address, which needs no gateway. Its firewall lets in what knocks at the door from the named addresses, and the machine's own filter holds to the same. */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => doorMachine(spec, cx, { firewall, instance, flavour: { name: "cx23" } });
