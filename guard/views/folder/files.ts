/** What an engine does with the files of a folder, by their names. */
export type Engine = "opentofu" | "terraform";

const isRead = (name: string): boolean => !name.startsWith(".") && !name.endsWith("~");

/** Files in the native syntax, or JSON that only OpenTofu reads. */
export const isCode = (name: string): boolean => /\.(?:tf|tofu|tofu\.json)$/.test(name) && isRead(name);
export const isConfiguration = (name: string): boolean => /\.(?:tf|tofu)(?:\.json)?$/.test(name) && isRead(name);
export const isOverride = (name: string): boolean => /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name);
export const isVariables = (name: string): boolean => /(?:^terraform|\.auto)\.tfvars(?:\.json)?$/.test(name);

/** Of `a.tf` and `a.tofu`, OpenTofu reads the second alone, Terraform the first. */
export function isPassedOver(name: string, present: readonly string[], engine: Engine): boolean {
  if (engine === "terraform") return /\.tofu(?:\.json)?$/.test(name);
  return /\.tf(?:\.json)?$/.test(name) && present.includes(name.replace(/\.tf(\.json)?$/, ".tofu$1"));
}

/** terraform.tfvars first, its JSON next, then the others by name; a later file wins. */
export function byPrecedence(a: string, b: string): number {
  const rank = (name: string): number => (name === "terraform.tfvars" ? 0 : name === "terraform.tfvars.json" ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
