import { expect, it } from "vitest";
import { planNotShown } from "../../cli/plan-not-shown.ts";

const asked = (output: string, kind: "opentofu" | "terraform" = "opentofu") =>
  planNotShown({
    file: "plans/shop.tfplan",
    folder: "cdktf.out/stacks/shop",
    engine: { kind, path: kind, version: "1.12.6", from: "tofu on PATH" },
    output,
    otherwise: "Or give the plan in JSON.",
  });

/** As OpenTofu 1.12.6 and Terraform 1.11.4 frame and break their words. */
const framed = (title: string, ...lines: readonly string[]): string =>
  ["╷", `│ Error: ${title}`, "│ ", ...lines.map((line) => `│ ${line}`), "╵"].join("\n");

it.each([
  [
    "another release",
    framed(
      "Couldn't show local plan",
      "Plan read error: plan file was created by OpenTofu or Terraform 1.11.4, but",
      "this is 1.12.6; plan files cannot be",
    ),
    /release 1\.11\.4 of an engine made it, and OpenTofu 1\.12\.6 reads.*--engine PATH/,
  ],
  [
    "no key given",
    framed("Unable to compute static value", "encryption.key_provider.pbkdf2.k depends on var.p which is not available"),
    /nobody gave var\.p.*TF_VAR_NAME/,
  ],
  [
    "another key",
    framed(
      "Failed to read the given file",
      "file (decryption failed for all provided methods",
      "attempted) or a saved cloud plan (invalid remote plan format,",
      "must be 1)",
    ),
    /another key than the one that is given.*cdktf\.out\/stacks\/shop/,
  ],
  [
    "a folder without a key",
    framed(
      "Couldn't show local plan",
      "Plan read error: the given plan file is encrypted and requires a valid",
      "encryption configuration to decrypt",
    ),
    /has no key for it.*--path FOLDER/,
  ],
  [
    "an engine that decrypts nothing",
    framed(
      "Failed to read the given file",
      "file (zip: not a valid zip file) or a saved cloud plan (invalid remote plan",
      "format, must be 1)",
    ),
    /cannot decrypt it.*OpenTofu can/,
  ],
  [
    "a part of a plan",
    framed(
      "Failed to read the given file",
      "file (zip: not a valid zip file) or a saved cloud plan (invalid character",
      "'P' looking for beginning of value)",
    ),
    /only a part of one/,
  ],
  [
    "providers that are not there",
    framed("Required plugins are not installed", "The installed provider plugins are not consistent with the packages"),
    /tofu -chdir=cdktf\.out\/stacks\/shop init -backend=false/,
  ],
] as const)("says what is the matter with a plan that an engine does not show: %s", (_, output, message) => {
  const error = asked(output);
  expect([error.exitCode, error.message]).toEqual([2, expect.stringMatching(message)]);
  expect(error.message).not.toContain("\n");
  expect(error.message).toMatch(/^plans\/shop\.tfplan cannot be shown: .* Or give the plan in JSON\.$/);
});

it("gives the first of words that nobody knows, and says that the engine failed", () => {
  const error = asked(`${framed("It is raining", "cats")}\n${framed("And snowing", "dogs")}`, "terraform");
  expect([error.exitCode, error.message]).toEqual([
    3,
    expect.stringMatching(/^Terraform cannot show .* It says:\nError: It is raining\n\ncats$/),
  ]);
});
