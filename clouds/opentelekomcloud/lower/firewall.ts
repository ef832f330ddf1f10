import { securityGroup } from "../../contract/index.ts";

export const firewall = securityGroup("opentelekomcloud");
