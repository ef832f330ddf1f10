/** How the clouds' Pulumi packages name what the Terraform providers under them call otherwise. */
import type { PulumiNames } from "./contract/pulumi-names.ts";
import { PULUMI } from "./registry/pulumi.ts";

export type { PulumiNames, PulumiSpelling, PulumiTokens } from "./contract/pulumi-names.ts";

export const PULUMI_PACKAGES: readonly PulumiNames[] = PULUMI;

const byPackage = new Map(PULUMI_PACKAGES.map((names) => [names.package, names]));
const bySource = new Map(PULUMI_PACKAGES.filter(({ readOnly }) => readOnly !== true).map((names) => [names.source, names]));

/** The names of a package, by the first part of its tokens. */
export const pulumiPackage = (name: string): PulumiNames | undefined => byPackage.get(name);

/** The package that stacks of a Terraform provider are registered with, by the provider's source address. Undefined: the bridge. */
export const pulumiPackageOf = (source: string): PulumiNames | undefined => bySource.get(source);
