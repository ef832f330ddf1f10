// Pulumi packages that cannot be had from npm, and can from PyPI, with the same tokens and properties in them.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPythonPackage } from "./python-package.mjs";

/** Names on npm: https://www.pulumi.com/registry/packages/ionoscloud/, …/upcloud/, …/exoscale/, seen 2026-11-28. */
export const PYPI_PACKAGES = {
  ionoscloud: { npm: "@ionos-cloud/sdk-pulumi", pypi: "pulumi-ionoscloud", version: "0.3.3" },
  upcloud: { npm: "@upcloud/pulumi-upcloud", pypi: "pulumi-upcloud", version: "0.23.0" },
  exoscale: { npm: "@pulumiverse/exoscale", pypi: "pulumiverse-exoscale", version: "0.66.1" },
};

/** @returns undefined where it is neither there nor to be fetched */
export function pypiPackage(cloud, root, fetch) {
  const { pypi, version } = PYPI_PACKAGES[cloud];
  const folder = join(root, "node_modules/.cache/terroir/pypi", `${pypi}-${version}`);
  if (!existsSync(folder)) {
    if (!fetch) return undefined;
    const wanted = ["install", "--quiet", "--no-deps", "--target", folder, `${pypi}==${version}`];
    const { status } = spawnSync("python3", ["-m", "pip", ...wanted], { stdio: "inherit" });
    if (status !== 0) throw new Error(`pip could not fetch ${pypi} ${version}.`);
  }
  const module = readdirSync(folder).find((name) => existsSync(join(folder, name, "pulumi-plugin.json")));
  if (module === undefined) throw new Error(`${pypi} ${version} holds no Pulumi package.`);
  const declared = readPythonPackage(join(folder, module));
  const told = JSON.parse(readFileSync(join(folder, module, "pulumi-plugin.json"), "utf8"));
  return { ...declared, name: told.name, version };
}
