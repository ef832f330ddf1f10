import type { Json } from "../../guard/index.ts";

type Members = { readonly [key: string]: Json };
const membersOf = (value: Json | undefined): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/**
 * A refresh-only plan, told as a plan in which everything stays as it was found: the guard then judges what exists by the same rules, with
 * the same configuration, as it judges what is planned.
 */
export function asItIs(plan: Json): Json {
  const members = membersOf(plan);
  const { values } = membersOf(members.prior_state);
  return { ...members, resource_changes: found(membersOf(membersOf(values).root_module)) };
}

function found(module: Members): readonly Json[] {
  const own = listOf(module.resources)
    .map(membersOf)
    .filter(({ mode }) => mode === "managed")
    .map(({ values, sensitive_values, schema_version, depends_on, tainted, deposed_key, ...resource }) => ({
      ...resource,
      ...(typeof module.address === "string" && { module_address: module.address }),
      ...(deposed_key !== undefined && { deposed: deposed_key }),
      change: {
        actions: ["no-op"],
        before: values ?? null,
        after: values ?? null,
        after_unknown: {},
        before_sensitive: sensitive_values ?? {},
        after_sensitive: sensitive_values ?? {},
      },
    }));
  return [...own, ...listOf(module.child_modules).flatMap((child) => found(membersOf(child)))] as readonly Json[];
}
