import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { obtained } from "./delivery/obtained.ts";

/** Gives a program of a Go module, built from its source when it is first asked for. */
const built = (name: string, version: string, path: string) => (): string | undefined => {
  const folder = obtained(name, version, () => [
    "env",
    ["CGO_ENABLED=0", "go", "install", "-trimpath", "-ldflags", "-s -w", `${path}@${version}`],
  ]);
  return folder === undefined ? undefined : join(folder, name);
};

/** Says whether a GitHub workflow is one. */
export const actionlint = built("actionlint", "v1.7.12", "github.com/rhysd/actionlint/cmd/actionlint");

/** A Temporal server, 1.29, in one program. The last release of it that Go builds without its repository. */
export const temporal = built("temporal", "v1.5.0", "github.com/temporalio/cli/cmd/temporal");

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

/** Says whether a Kubernetes resource is what a schema admits. */
export const kubeconform = built("kubeconform", "v0.7.0", "github.com/yannh/kubeconform/cmd/kubeconform");

/** Argo Workflows' own schema, from its Go module, which holds it beside the code. */
export function argoSchema(): Readonly<Record<string, unknown>> | undefined {
  const copy = `cp "$(go mod download -json github.com/argoproj/argo-workflows/v4@v4.0.5 | sed -n 's/.*"Dir": "\\(.*\\)".*/\\1/p')/api/jsonschema/schema.json" .`;
  const folder = obtained("argo-workflows", "v4.0.5", () => ["sh", ["-ec", copy]]);
  return folder === undefined ? undefined : (JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")) as Record<string, unknown>);
}

/** Runs a GitHub workflow on this machine. */
export const act = built("act", "v0.2.89", "github.com/nektos/act");

/** Runs a GitLab pipeline on this machine. Newer releases need Node 22. */
export function gitlabCiLocal(): string | undefined {
  const install = ["install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts", "--prefix", ".", "gitlab-ci-local@4.61.1"];
  const folder = obtained("gitlab-ci-local", "4.61.1", () => ["npm", install]);
  return folder === undefined ? undefined : join(folder, "node_modules", ".bin", "gitlab-ci-local");
}
