import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { ADEQUACY, COUNTRIES, FOREIGN_HOSTS, LAWS, MEMBERSHIPS, PROVIDERS } from "../../catalogue/index.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { OPERATORS } from "../../clouds/operators.ts";
import type { Rule } from "../rule/rule.ts";
import type { Policy } from "./policy.ts";

let catalogue: string | undefined;

/**
 * The digest of every fact that the guard judges by: countries, operators, laws, providers, and all that the clouds' folders say. Taken from what
 * is loaded, so that a fact that somebody changed on this machine shows. `sha256:` and 64 hexadecimal digits.
 */
export function catalogueDigest(): string {
  catalogue ??= digest({ ADEQUACY, COUNTRIES, FOREIGN_HOSTS, LAWS, MEMBERSHIPS, OPERATORS, PROVIDERS, CLOUD_FACTS });
  return catalogue;
}

/** The digest of a policy: all that it approves and demands, its waivers, and its own rules with their program text. */
export function policyDigest(policy: Policy): string {
  const { rules, ...data } = policy;
  return digest({ ...data, rules: rules.map((rule: Rule) => ({ ...rule })) });
}

const digest = (value: unknown): string =>
  `sha256:${createHash("sha256")
    .update(canonicalize(plain(value)) ?? "")
    .digest("hex")}`;

/** As JSON has it; what JSON has no form for gets one, so that it counts. */
function plain(value: unknown): unknown {
  if (typeof value === "function") return { function: value.toString() };
  if (value instanceof RegExp) return { pattern: value.source, flags: value.flags };
  if (value instanceof Map) return { map: [...value].map(plain) };
  if (value instanceof Set) return { set: [...value].map(plain) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
