import { doorMachine, gatewayOf, type Lower } from "../../contract/index.ts";
import { siteOf } from "../sites.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";

/** One machine with a floating address. Its security group lets in what knocks at the door from the named addresses, and the machine's own filter holds to the same. */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => {
  gatewayOf(spec);
  const [image = "Debian 12"] = Object.keys(siteOf(cx.region).images);
  return doorMachine(spec, cx, { firewall, instance, image: { name: image }, flavour: { cpus: 1, memory: 2 } });
};
