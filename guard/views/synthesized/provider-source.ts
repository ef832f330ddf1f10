import type { ProviderRequirement } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { isObject } from "../../values/term.ts";

/** Where a provider comes from, as its source address says. */
export interface ProviderSource {
  /** `namespace/name`; absent where the address cannot be read. */
  readonly source?: string;
  /** Absent for the two public registries. */
  readonly host?: string;
}

const PUBLIC = new Set(["registry.terraform.io", "registry.opentofu.org"]);

/** A resource type belongs to the provider whose local name is its first word. */
export function localNameOf(type: string): string {
  const end = type.indexOf("_");
  return end < 0 ? type : type.slice(0, end);
}

/** What a local name means: what `required_providers` says, else what the engine assumes. */
export function sourceOf(required: ReadonlyMap<string, Json>, localName: string): ProviderSource {
  const written = required.get(localName);
  if (written === undefined && localName === "terraform") return { source: "builtin/terraform", host: "terraform.io" };
  // A bare version, as old configurations have it, says nothing of the source.
  if (written === undefined || typeof written === "string") return { source: `hashicorp/${localName.toLowerCase()}` };
  const source = isObject(written) ? written.source : null;
  if (source === undefined) return { source: `hashicorp/${localName.toLowerCase()}` };
  return typeof source === "string" ? parseSource(source) : {};
}

/** What is written of a provider, for rules that ask for it. */
export function requirementOf(required: ReadonlyMap<string, Json>, localName: string): ProviderRequirement {
  const written = required.get(localName);
  if (typeof written === "string") return { source: null, version: written };
  if (!isObject(written)) return { source: null, version: null };
  const { source, version } = written;
  return { source: typeof source === "string" ? source : null, version: typeof version === "string" ? version : null };
}

/** `ovh/ovh`, `registry.example.eu/acme/ovh`, or a bare name of the first namespace. */
export function parseSource(address: string): ProviderSource {
  const parts = address.toLowerCase().split("/");
  if (parts.length > 3 || !parts.every((part) => /^[a-z0-9][a-z0-9.:_-]*$/.test(part))) return {};
  const [name, namespace = "hashicorp", host] = [...parts].reverse();
  return { source: `${namespace}/${name}`, ...(host === undefined || PUBLIC.has(host) ? {} : { host }) };
}
