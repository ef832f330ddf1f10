/** `terroir/testing`: helpers for the tests of companies' own clouds and constructs; no test framework is needed or imported. */
export { type ContractCase, cloudContract } from "./cloud-contract.ts";
export { type Recorder, recorder } from "./recorder.ts";
export { schemaProblems } from "./schema-problems.ts";
export { SPECS, type Specs } from "./specs.ts";
