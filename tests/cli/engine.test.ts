import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { engines } from "../rehearsal/real-engines.ts";
import { folderWith, terroir } from "./terroir.ts";

const FAKES = folderWith({
  old: '#!/bin/sh\necho "OpenTofu v1.6.0"\n',
  "old-terraform": '#!/bin/sh\necho "Terraform v1.5.7"\n',
  stranger: '#!/bin/sh\necho "hello"\n',
  silent: "#!/bin/sh\nexit 1\n",
});
for (const name of ["old", "old-terraform", "stranger", "silent"]) chmodSync(join(FAKES, name), 0o755);

const HOW =
  "No engine was found. Install OpenTofu 1.10.0 or newer (https://opentofu.org/docs/intro/install/), or Terraform 1.9.0 or newer, or name one in TERRAFORM_BINARY_NAME.";

it.each([
  ["nosuch", "There is no program NAME."],
  ["old", "OpenTofu 1.6.0 is too old: 1.10.0 or newer is needed."],
  ["old-terraform", "Terraform 1.5.7 is too old: 1.9.0 or newer is needed."],
  ["stranger", "NAME does not say that it is OpenTofu or Terraform."],
  ["silent", "NAME does not say that it is OpenTofu or Terraform."],
])("takes no other engine than the one that was asked for: %s", (name, because) => {
  const program = join(FAKES, name);
  const { code, stdout, stderr } = terroir(["engine"], { env: { TERRAFORM_BINARY_NAME: program } });
  expect([code, stdout, stderr]).toEqual([3, "", `${HOW}\n  TERRAFORM_BINARY_NAME: ${because.replace("NAME", program)}\n`]);
});

it("says where it looked, and fetches nothing unasked", () => {
  const { code, stdout, stderr } = terroir(["engine"], { env: { PATH: FAKES, Path: undefined, XDG_CACHE_HOME: join(FAKES, "cache") } });
  expect([code, stdout]).toEqual([3, ""]);
  expect(stderr.split("\n").slice(1)).toEqual([
    "  TERRAFORM_BINARY_NAME: The variable is not set.",
    "  tofu on PATH: There is no tofu on the PATH.",
    "  terraform on PATH: There is no terraform on the PATH.",
    expect.stringMatching(/^ {2}cache: OpenTofu [\d.]+ is not in the cache\.$/),
    "  official release: Fetching was not allowed.",
    "  build from source: Fetching was not allowed.",
    "",
  ]);
});

it.each(engines)("names the engine that is used, and why: %s", (kind, engine) => {
  const { code, stdout } = terroir(["engine"], { env: { TERRAFORM_BINARY_NAME: engine.path } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\* TERRAFORM_BINARY_NAME \(.+\): .+\.$/m);
  expect(stdout).toContain(`, ${engine.path} (TERRAFORM_BINARY_NAME)`);
  const { engine: said } = JSON.parse(terroir(["engine", "--json"], { env: { TERRAFORM_BINARY_NAME: engine.path } }).stdout) as {
    engine: object;
  };
  expect(said).toEqual({ ...engine, kind, from: "TERRAFORM_BINARY_NAME" });
});

it("tells programs what is missing as well", () => {
  const { code, stdout } = terroir(["engine", "--json"], { env: { TERRAFORM_BINARY_NAME: "nosuch" } });
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({ engine: null, why: [{ from: "TERRAFORM_BINARY_NAME", outcome: "missing" }] });
});
