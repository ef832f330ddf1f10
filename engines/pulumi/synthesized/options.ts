import type * as pulumi from "@pulumi/pulumi";
import type { PulumiProperties } from "../../../clouds/schema/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { isList, isObject } from "../../../guard/values/term.ts";
import type { JsonObject } from "../../../guard/views/synthesized/parse-json.ts";

/** Settings that speak to the engine, not to the provider. */
export const META: ReadonlySet<string> = new Set(["count", "for_each", "provider", "lifecycle", "depends_on", "timeouts", "//"]);

/** `lifecycle`, as one object: it may be written as a list of one. */
export function lifecycleOf({ lifecycle }: JsonObject): JsonObject {
  const [first] = isList(lifecycle ?? null) ? (lifecycle as readonly Json[]) : [lifecycle ?? null];
  return isObject(first) ? first : {};
}

const isTrue = (json: Json | undefined): boolean => json === true || json === "true";

/** What `lifecycle` and `timeouts` say, in Pulumi's words. */
export function optionsOf(
  body: JsonObject,
  properties: PulumiProperties,
  createsFirst: boolean,
): Pick<pulumi.CustomResourceOptions, "protect" | "deleteBeforeReplace" | "ignoreChanges" | "retainOnDelete"> {
  const lifecycle = lifecycleOf(body);
  const ignored = ignoredIn(lifecycle.ignore_changes ?? null, properties);
  return {
    // Terraform destroys before it creates, unless it is told otherwise; Pulumi does the contrary.
    deleteBeforeReplace: !createsFirst,
    ...(isTrue(lifecycle.prevent_destroy) && { protect: true }),
    ...((lifecycle.destroy === false || lifecycle.destroy === "false") && { retainOnDelete: true }),
    ...(ignored.length > 0 && { ignoreChanges: ignored }),
  };
}

export const createsFirst = (body: JsonObject): boolean => isTrue(lifecycleOf(body).create_before_destroy);

function ignoredIn(json: Json, properties: PulumiProperties): string[] {
  const bare = (text: string): string => text.replace(/^\$\{\s*([\s\S]*?)\s*\}$/, "$1");
  if (json === null) return [];
  if (typeof json === "string") return bare(json) === "all" ? ["*"] : [properties.pathOf(bare(json))];
  return isList(json) ? json.flatMap((one) => (typeof one === "string" ? [properties.pathOf(bare(one))] : [])) : [];
}

/** What `replace_triggered_by` names, as expressions. */
export function triggersOf(body: JsonObject): readonly string[] {
  const { replace_triggered_by: named } = lifecycleOf(body);
  return isList(named ?? null)
    ? (named as readonly Json[]).flatMap((one) => (typeof one !== "string" ? [] : [one.includes("${") ? one : `\${${one}}`]))
    : [];
}
