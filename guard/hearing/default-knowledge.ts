import { otherProvider } from "../../catalogue/index.ts";
import { endpointOf } from "../../clouds/endpoint-of.ts";
import { cloudFacts, cloudFactsBySource } from "../../clouds/facts.ts";
import { hostedBySource } from "../../clouds/hosted/facts.ts";
import { operatorOn } from "../../clouds/operators.ts";
import type { Knowledge } from "./knowledge.ts";

/** The catalogue, and the facts of every cloud. */
export const defaultKnowledge: Knowledge = {
  cloudOf: cloudFactsBySource,
  cloud: cloudFacts,
  otherOf: otherProvider,
  hostedOf: hostedBySource,
  operator: operatorOn,
  endpoint: endpointOf,
};
