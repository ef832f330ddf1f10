import type { Subject } from "../../subject/infrastructure.ts";
import { REMAINDER } from "../../subject/remainder.ts";
import type { Json } from "../../values/json.ts";
import type { Shown } from "../shown/document.ts";
import type { Configuration } from "./configuration.ts";
import { entries, isList, isObject } from "./document.ts";

/** What a plan of format 1 has, as far as engines have told: hashicorp/terraform internal/command/jsonplan and jsonconfig, read on 2026-11-29. */
const PLAN: ReadonlySet<string> = new Set([
  "format_version",
  "terraform_version",
  "variables",
  "planned_values",
  "proposed_unknown",
  "resource_drift",
  "resource_changes",
  "deferred_changes",
  "output_changes",
  "prior_state",
  "configuration",
  "relevant_attributes",
  "checks",
  "timestamp",
  "applyable",
  "complete",
  "errored",
  "action_invocations",
  "deferred_action_invocations",
]);
const CONFIGURATION: ReadonlySet<string> = new Set(["provider_config", "root_module"]);
/** Actions are judged where they are invoked. */
const MODULE: ReadonlySet<string> = new Set(["outputs", "resources", "module_calls", "variables", "actions"]);

const isPart = ({ member }: Shown): boolean => member("complete") === false;

/** What a report says of it that it could not see. */
export const leftOutOf = (plan: Shown): readonly string[] =>
  isPart(plan) ? ["what the engine left out of this plan (it says that applying it is not the end)"] : [];

/** The rest of a plan that leaves something out. */
export const partOf = (plan: Shown, origin: string): readonly Subject[] =>
  isPart(plan) ? [remainder(`the rest of ${origin}`, REMAINDER.part)] : [];

/** Newer engines may say more, of things that are made or run. */
export function strangersIn(plan: Shown, { modules }: Configuration, origin: string): readonly Subject[] {
  const found = [
    ...plan.names.filter((name) => !PLAN.has(name) && says(plan.member(name))),
    ...strange(plan.member("configuration"), CONFIGURATION).map((name) => `configuration.${name}`),
    ...[...modules.values()].flatMap(({ path, body }) =>
      strange(body, MODULE).map((name) => `configuration.${path === "" ? "root_module" : path}.${name}`),
    ),
  ];
  return found.map((name) => remainder(`${name.slice(0, 160)} in ${origin}`, REMAINDER.stranger));
}

const strange = (json: Json | undefined, known: ReadonlySet<string>): readonly string[] =>
  entries(json).flatMap(([name, value]) => (!known.has(name) && says(value) ? [name] : []));

/** Whether it says anything at all. */
function says(json: Json | undefined): boolean {
  if (isList(json)) return json.length > 0;
  return isObject(json) ? Object.keys(json).length > 0 : json !== undefined && json !== null && json !== false && json !== "";
}

const remainder = (address: string, type: string): Subject => ({ kind: "remainder", address, type, read: () => [] });
