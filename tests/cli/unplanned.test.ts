import { expect, it } from "vitest";
import { complaints, trustworthy } from "../../cli/input/unplanned.ts";

const error = (title: string, rest = "on main.tf line 3, in resource"): string => `╷\n│ Error: ${title}\n│ \n│   ${rest}\n╵\n`;

it.each<[string, string, boolean]>([
  ["a module that cannot be fetched", error("Failed to download module"), true],
  ["an attribute of another release", error("Unsupported argument", 'An argument named "x" is not expected here.'), true],
  ["an attribute that another release takes", error('Can\'t configure a value for "dhcp_config"'), true],
  ["another release of the engine", error("Unsupported Terraform Core version"), true],
  [
    "types in quotes",
    error("Terraform encountered problems during initialisation, including problems\n│ with the configuration, described below.") +
      error("Invalid quoted type constraints"),
    true,
  ],
  ["a module by itself", error("Provider configuration not present"), true],
  ["what made-up values break", error("Inconsistent conditional result types") + error("Resource precondition failed"), true],
  ["a key that a map does not have", error("Missing map element"), true],
  ["each instance of what has none", error('Invalid "each" attribute') + error("Missing resource instance key"), true],
  ["code that is read otherwise", error("Argument or block definition required"), false],
  ["one of two", error("Failed to download module") + error("Invalid expression"), false],
  ["nothing that could be told", "killed", false],
])("%s", (_, output, expected) => {
  expect(trustworthy(output)).toBe(expected);
});

it.each<[string, string, string]>([
  [
    "the title and the line of each, once",
    error("Invalid expression") + error("Invalid expression"),
    "Invalid expression (main.tf line 3)",
  ],
  [
    "what is the matter, and not what comes before it",
    error("Terraform encountered problems during initialisation, including problems") + error("Argument definition required"),
    "Argument definition required (main.tf line 3)",
  ],
  [
    "the first sentence on it",
    '╷\n│ Error: Unsupported argument\n│ \n│   on main.tf line 3, in resource "a" "b":\n│    3:   zone = 1\n│ \n│ An argument named\n│ "zone" is not expected here. Did you mean "zones"?\n╵\n',
    'Unsupported argument (main.tf line 3): An argument named "zone" is not expected here.',
  ],
  ["a title alone", error("Failed to download module", "the server is gone"), "Failed to download module"],
  ["no more than five", ["A", "B", "C", "D", "E", "F", "G"].map((one) => error(one, "")).join(""), "A; B; C; D; E; 2 more"],
  ["what has no title as it is", "killed", "killed"],
])("an engine's complaints in one line: %s", (_, output, expected) => {
  expect(complaints(output)).toBe(expected);
});
