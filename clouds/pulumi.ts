/** How the clouds' Pulumi packages name what the Terraform providers under them call otherwise. */
import type { PulumiNames } from "./contract/pulumi-names.ts";
import { PULUMI } from "./registry/pulumi.ts";

export type { PulumiNames, PulumiSpelling, PulumiTokens } from "./contract/pulumi-names.ts";

export const PULUMI_PACKAGES: readonly PulumiNames[] = PULUMI;

const byPackage = new Map(PULUMI_PACKAGES.map((names) => [names.package, names]));
const bySource = new Map(PULUMI_PACKAGES.map((names) => [names.source, names]));

/** The names of a package, by the first part of its tokens. */
export const pulumiPackage = (name: string): PulumiNames | undefined => byPackage.get(name);

/** The package that is made of a Terraform provider, by the provider's source address. */
export const pulumiPackageOf = (source: string): PulumiNames | undefined => bySource.get(source);
