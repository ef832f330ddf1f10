import { doorMachine, gatewayOf, type Lower } from "../../contract/index.ts";
import { instance } from "./instance.ts";

/**
 * One machine with a floating address. Since provider 2.19 gives a machine with user data no security group, the source addresses are held to
 * by the machine's own packet filter, loaded before its SSH server starts.
 */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => {
  gatewayOf(spec);
  return doorMachine(spec, cx, { instance, flavour: { name: "b3-8" }, address: spec.fallbackAddress });
};
