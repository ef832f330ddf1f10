import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { obtained } from "../obtained.ts";

const linter = obtained("actionlint", "v1.7.12", () => ["go", ["install", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"]]);

export const actionlint = linter === undefined ? undefined : join(linter, "actionlint");

/** The schemas that check-jsonschema carries: GitLab's, GitHub's and Woodpecker's own among them. */
const wheel = obtained("check-jsonschema", "0.39.0", (folder) => [
  "python3",
  ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, "check-jsonschema==0.39.0"],
]);

export function vendored(name: "gitlab-ci" | "github-workflows" | "woodpecker-ci"): object | undefined {
  if (wheel === undefined) return undefined;
  const file = join(wheel, "check_jsonschema", "builtin_schemas", "vendor", `${name}.json`);
  if (!existsSync(file)) {
    const archive = readdirSync(wheel).find((one) => one.endsWith(".whl")) ?? "";
    spawnSync("python3", ["-m", "zipfile", "-e", archive, "."], { cwd: wheel });
  }
  return JSON.parse(readFileSync(file, "utf8")) as object;
}
