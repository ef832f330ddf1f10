export type EngineKind = "opentofu" | "terraform";

/** A program that plans and applies. */
export interface Engine {
  readonly kind: EngineKind;
  readonly path: string;
  /** `1.12.6`. */
  readonly version: string;
  readonly from: EngineOrigin;
}

/** Where an engine was found, in the order in which they are tried. */
export type EngineOrigin =
  | "TERRAFORM_BINARY_NAME"
  | "tofu on PATH"
  | "terraform on PATH"
  | "cache"
  | "official release"
  | "build from source";

/** The oldest release of each kind that does all that is asked of it: write-only attributes, override files, JSON plans as we read them. */
export const OLDEST: Readonly<Record<EngineKind, string>> = { opentofu: "1.10.0", terraform: "1.9.0" };

/** The release that is fetched or built when none is found. */
export const PINNED = "1.12.6";

export const TITLES: Readonly<Record<EngineKind, string>> = { opentofu: "OpenTofu", terraform: "Terraform" };

/** What people call an engine, Pulumi's among them. */
export const titleOf = (kind: string): string => (Object.hasOwn(TITLES, kind) ? TITLES[kind as EngineKind] : "Pulumi");

/** Whether a release is at least as new as another; a pre-release counts as the release it leads to. */
export function atLeast(version: string, oldest: string): boolean {
  const a = numbers(version);
  const b = numbers(oldest);
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return (a[i] ?? 0) > (b[i] ?? 0);
  return true;
}

const numbers = (version: string): readonly number[] => (version.split(/[-+]/)[0] ?? "").split(".").map(Number);
