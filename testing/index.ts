/** `terroir/testing`: helpers for the tests of companies' own constructs, rules and clouds; no test framework is needed or imported. */
export { type ContractCase, cloudContract } from "./cloud-contract.ts";
export {
  type Body,
  type Edit,
  type Mutant,
  type MutationKind,
  type MutationOptions,
  type MutationRun,
  type Mutator,
  mutationRun,
  mutators,
  type Target,
} from "./mutation/index.ts";
export { placementProblems } from "./placement-problems.ts";
export { type AnyEuPlace, type Destination, expectPortable, type KnownCloud, placesOf, portabilityProblems } from "./places.ts";
export { type LoadedSchema, providerSchema } from "./provider-schema.ts";
export { type Recorder, recorder } from "./recorder.ts";
export { ruleExamples } from "./rule-examples.ts";
export { schemaProblems } from "./schema-problems.ts";
export { SPECS, type Specs } from "./specs.ts";
export { type Arguments, type Synthesized, type SynthesizedOptions, synthesized, type TerraformDocument } from "./synthesized.ts";
