import { ruleExamples } from "terroir/testing";
import { expect, it } from "vitest";
import { __CAMEL__ } from "./__FILE__.ts";

it("does what its examples say", () => {
  expect(ruleExamples(__CAMEL__)).toEqual([]);
});
