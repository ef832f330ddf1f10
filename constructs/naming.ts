import { createHash } from "node:crypto";
import type { IConstruct } from "constructs";

/** What a product asks of its name. */
export interface NamingRules {
  /** Longest name, in characters. */
  readonly max: number;
}

/**
 * The name that a construct gives to its product, from the path that it stands at: lower-case letters, digits and hyphens, a letter first,
 * which every product of every cloud takes. The same path always gives the same name; paths that would meet in one name get six characters of
 * their own digest.
 */
export function nameOf(self: IConstruct, { max }: NamingRules = { max: 60 }): string {
  const ids = self.node.scopes.map((scope) => scope.node.id).filter((id) => id !== "");
  const plain = ids
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
  const name = /^[a-z]/.test(plain) ? plain : `n-${plain}`;
  if (name === ids.join("-") && name.length <= max) return name;
  const digest = createHash("sha256").update(self.node.path).digest("hex").slice(0, 6);
  return `${name.slice(0, max - 7).replace(/-$/, "")}-${digest}`;
}
