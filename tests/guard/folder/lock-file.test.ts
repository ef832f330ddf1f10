import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { defaultPolicy, judge, readDocument } from "../../../guard/index.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";

const RULE = "supply-chain/lock-file";
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** What the rule says of a folder whose lock file has this text; null: it has none. */
function said(
  lock: string | null,
  main = 'terraform {\n  required_providers { ovh = { source = "ovh/ovh" } }\n}\nprovider "ovh" { endpoint = "ovh-eu" }\n',
) {
  const folder = mkdtempSync(join(tmpdir(), "terroir-lock-"));
  made.push(folder);
  writeFileSync(join(folder, "main.tf"), main);
  if (lock !== null) writeFileSync(join(folder, ".terraform.lock.hcl"), lock);
  const { verdict, findings } = judge([readFolderOfCode(folder)], defaultPolicy, { rules: [RULE] });
  return [verdict, ...findings.map(({ address, verdict: one, message }) => `${one} ${address} ${message}`)];
}
const entry = (
  source: string,
  more = 'version = "2.19.0"\n  constraints = "~> 2.19"\n  hashes = [\n    "h1:abc=", # of this platform\n    "zh:def",\n  ]',
): string => `# This file is maintained automatically.\nprovider "${source}" {\n  ${more}\n}\n`;

it.each<[string, string | null, readonly string[]]>([
  ["OpenTofu's registry", entry("registry.opentofu.org/ovh/ovh"), ["inside"]],
  ["Terraform's registry", entry("registry.terraform.io/ovh/ovh"), ["inside"]],
  ["no file", null, ["refused", "outside provider.ovh is locked by nothing: there is no .terraform.lock.hcl beside the code"]],
  ["another provider", entry("registry.opentofu.org/hashicorp/random"), ["refused", "outside provider.ovh is not in .terraform.lock.hcl"]],
  ["the same name elsewhere", entry("registry.example.com/ovh/ovh"), ["refused", "outside provider.ovh is not in .terraform.lock.hcl"]],
  [
    "no checksum",
    entry("registry.opentofu.org/ovh/ovh", 'version = "2.19.0"'),
    ["refused", "outside provider.ovh has no checksum in .terraform.lock.hcl"],
  ],
  ["no file of the kind", "provider {{", ["refused", "undecided provider.ovh may be locked or not: .terraform.lock.hcl cannot be read"]],
])("judges a folder by its lock file: %s", (_, lock, wanted) => {
  expect(said(lock)).toEqual(wanted);
});

it("asks for providers of which no block is written as well", () => {
  const main = 'terraform {\n  required_providers { scaleway = { source = "scaleway/scaleway" } }\n}\nresource "scaleway_vpc" "v" {}\n';
  expect(said(null, main)).toEqual(["refused", expect.stringMatching(/^outside provider\.scaleway is locked by nothing/)]);
});

it("has nothing to say of a view that has no lock file", () => {
  const document = readDocument({ provider: { ovh: [{ endpoint: "ovh-eu" }] } }, "cdk.tf.json");
  expect(judge([document], defaultPolicy, { rules: [RULE] }).findings).toEqual([]);
});
