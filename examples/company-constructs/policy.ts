import { definePolicy } from "terroir/guard";
import { bucketsKeepThirtyDays } from "./rules/buckets-keep-30-days.ts";
import { databasesSurviveANode } from "./rules/databases-survive-a-node.ts";

/** What Acme approves: three French sites of OVHcloud, and what our insurer asks for. */
export const policy = definePolicy({
  name: "acme",
  countries: ["FR"],
  operators: { only: ["ovhcloud"] },
  places: ["ovh:GRA11", "ovh:SBG5", "ovh:EU-WEST-PAR"],
  rules: [bucketsKeepThirtyDays, databasesSurviveANode],
});

export default policy;
