import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { fixesFor } from "../../../cli/fix/index.ts";
import { write } from "../../../cli/fix/write.ts";
import { CLOUD_FACTS } from "../../../clouds/facts.ts";
import { builtInRules, definePolicy, type Finding, judge } from "../../../guard/index.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";

const policy = definePolicy({ demands: builtInRules.map(({ id }) => id) });
const folder = mkdtempSync(join(tmpdir(), "terroir-edits-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One resource of each type that has a reading, of which nothing is written, or a switch in the wrong position. */
function code(cloud: (typeof CLOUD_FACTS)[number]): string {
  const [source = ""] = cloud.sources;
  const local = source.slice(source.indexOf("/") + 1);
  const types = Object.keys(cloud.readings).map((type) => `# ${type}\nresource "${type}" "r" {\n}\n`);
  return `terraform {\n  required_providers {\n    ${local} = { source = "${source}" }\n  }\n}\n\n${types.join("\n")}`;
}

const key = ({ rule, address, edit }: Finding): string => `${rule} ${address} ${edit?.path}`;

it.each(CLOUD_FACTS.map((facts) => [facts.cloud, facts] as const))("every edit that is made answers its finding: %s", (_, facts) => {
  writeFileSync(join(folder, "main.tf"), code(facts));
  const judged = () => judge([readFolderOfCode(folder)], policy);
  const before = judged();
  const fixes = fixesFor(before);
  write(fixes);
  const open = new Set(
    judged()
      .findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
      .map(key),
  );
  expect(fixes.made.map(key).filter((one) => open.has(one))).toEqual([]);
  // What is left is left for a reason of the code, not because the edit names something that the schema does not have.
  for (const { because } of fixes.left) expect(because).toMatch(/needs .* as well|is a list|how to write it is not certain/);
});
