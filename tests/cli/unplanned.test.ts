import { expect, it } from "vitest";
import { trustworthy } from "../../cli/input/unplanned.ts";

const error = (title: string, rest = "on main.tf line 3, in resource"): string => `╷\n│ Error: ${title}\n│ \n│   ${rest}\n╵\n`;

it.each<[string, string, boolean]>([
  ["a module that cannot be fetched", error("Failed to download module"), true],
  ["an attribute of another release", error("Unsupported argument", 'An argument named "x" is not expected here.'), true],
  ["another release of the engine", error("Unsupported Terraform Core version"), true],
  [
    "types in quotes",
    error("Terraform encountered problems during initialisation, including problems\n│ with the configuration, described below.") +
      error("Invalid quoted type constraints"),
    true,
  ],
  ["a module by itself", error("Provider configuration not present"), true],
  ["what made-up values break", error("Inconsistent conditional result types") + error("Resource precondition failed"), true],
  ["code that is read otherwise", error("Argument or block definition required"), false],
  ["one of two", error("Failed to download module") + error("Invalid expression"), false],
  ["nothing that could be told", "killed", false],
])("%s", (_, output, expected) => {
  expect(trustworthy(output)).toBe(expected);
});
