// Runs every generator of committed files; `--check` fails when one of them is stale. One list, so that nothing is forgotten.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const GENERATORS = [
  "generate-types.mjs",
  "generate-pulumi-names.mjs",
  "generate-bindings.mjs",
  "generate-docs.mjs",
  "generate-clouds-page.mjs",
  "generate-policy-schema.mjs",
  "generate-props.mjs",
  "generate-steps.mjs",
];
const stale = GENERATORS.filter((script) => existsSync(join(root, "scripts", script))).filter(
  (script) =>
    spawnSync(process.execPath, ["--import", "tsx", join(root, "scripts", script), ...process.argv.slice(2)], {
      stdio: "inherit",
      cwd: root,
    }).status !== 0,
);
process.exit(stale.length === 0 ? 0 : 1);
