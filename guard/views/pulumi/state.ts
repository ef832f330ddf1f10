import { SECRET, SIGNATURE } from "../../../clouds/contract/pulumi-signatures.ts";
import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import { entries, field, isList, isObject, text } from "../plan/document.ts";
import type { Registered } from "./gather.ts";
import { pathOf } from "./path.ts";

/** A resource as a checkpoint has it; the state before or after a step has the same form. */
export function registered(json: Json, where: string, pathOf: (urn: string) => readonly string[]): Registered {
  const [urn, token] = [text(json, "urn"), text(json, "type")];
  if (urn === undefined || token === undefined)
    throw new InputError(`${where} has no urn and type, as every resource of Pulumi has. Make it again.`);
  const dependencies = field(json, "propertyDependencies");
  return {
    urn,
    token,
    custom: field(json, "custom") === true,
    id: text(json, "id"),
    inputs: field(json, "inputs") ?? {},
    outputs: field(json, "outputs"),
    providerReference: text(json, "provider"),
    importing: text(json, "importID") ?? text(json, "importId"),
    isRead: field(json, "external") === true,
    path: pathOf(urn),
    dependencies: (property) => urns(field(dependencies, property)),
    ...(field(json, "delete") === true && { leaves: "destroyed" as const }),
  };
}

const urns = (json: Json | undefined): readonly string[] =>
  isList(json) ? json.filter((one): one is string => typeof one === "string") : [];

/** Names of the components around a resource, outermost first: the stack itself is none. */
export function pathsIn(states: readonly Json[]): (urn: string) => readonly string[] {
  const parents = new Map(states.flatMap((one) => (isObject(one) ? [[text(one, "urn") ?? "", text(one, "parent") ?? ""] as const] : [])));
  return (urn) => {
    const names: string[] = [];
    for (let at = urn; at !== "" && !at.includes("::pulumi:pulumi:Stack::") && names.length < 100; at = parents.get(at) ?? "")
      names.unshift(nameOf(at));
    return pathOf(names);
  };
}

const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");

/** Where the secrets of a state are kept: a service that holds the key can be asked for it. */
export function secretsProvider(deployment: Json | undefined): { readonly type: string; readonly url?: string } | undefined {
  const provider = field(deployment, "secrets_providers");
  const type = text(provider, "type");
  const url = text(field(provider, "state"), "url");
  return type === undefined || entries(provider).length === 0 ? undefined : { type, ...(url !== undefined && { url }) };
}

/** Whether anything in a value is kept encrypted. */
export function holdsSecret(json: Json): boolean {
  if (typeof json !== "object" || json === null) return false;
  return field(json, SIGNATURE) === SECRET || Object.values(json).some((one) => holdsSecret(one as Json));
}
