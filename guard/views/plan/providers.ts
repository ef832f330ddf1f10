import type { Infrastructure, Reading, Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import type { Env } from "../../values/scope.ts";
import { parseSource } from "../synthesized/provider-source.ts";
import type { Configuration } from "./configuration.ts";
import { entries, field, text } from "./document.ts";
import { readLayers } from "./layers.ts";
import { unfold } from "./unfold.ts";

type SourceFields = Pick<Subject, "providerSource" | "providerHost">;

/** A plan says the same few sources a hundred thousand times; one that says as many different ones is none. */
const SOURCES = new Map<string, SourceFields>();
const MOST_SOURCES = 1000;

/** `registry.terraform.io/ovh/ovh` as a subject says it. */
export function sourceFields(fullName: string | undefined): SourceFields {
  if (fullName === undefined) return {};
  const known = SOURCES.get(fullName);
  if (known !== undefined) return known;
  const { source, host } = parseSource(fullName);
  const fields = { ...(source !== undefined && { providerSource: source }), ...(host !== undefined && { providerHost: host }) };
  if (SOURCES.size < MOST_SOURCES) SOURCES.set(fullName, fields);
  return fields;
}

/**
 * Provider blocks by the key that resources name: `ovh`, `ovh.us`, `module.m:ovh`.
 *
 * @param written the configuration as it is written, where it is at hand: a plan names what an expression refers to, and not what it gives
 */
export function readProviders(blocks: Json | undefined, root: Env, written?: Infrastructure): ReadonlyMap<string, Subject> {
  return new Map(entries(blocks).map(([key, block]) => [key, provider(key, block, key.includes(":") ? undefined : root, written)]));
}

/**
 * Configurations that nobody wrote and nothing runs under: the engine lists one for every provider that is required, by its own name, beside those with
 * an alias, or under another name, that are written for it.
 */
export function unusedProviders({ providers, modules }: Configuration): ReadonlySet<string> {
  const all = entries(providers);
  const sources = (key: string, block: Json): string => `${text(block, "module_address") ?? ""} ${text(block, "full_name") ?? key}`;
  const isOther = (key: string, block: Json): boolean => text(block, "alias") !== undefined || !isOwnName(key, block);
  const written = new Set(all.flatMap(([key, block]) => (isOther(key, block) ? [sources(key, block)] : [])));
  const implied = all.filter(
    ([key, block]) => !isOther(key, block) && field(block, "expressions") === undefined && written.has(sources(key, block)),
  );
  const unused = new Set(implied.map(([key]) => key));
  for (const key of unused.size > 0 ? namedKeys(modules) : []) {
    unused.delete(key);
    if (unused.size === 0) break;
  }
  return unused;
}

/**
 * Configurations that nobody wrote and nothing at all runs under, the only ones of their providers: the engine fetches and starts those, and neither
 * configures nor calls them.
 *
 * @param subjects everything in the plan that a provider makes, reads or runs; looked through only where there is such a configuration
 */
export function onlyRequired({ providers, modules }: Configuration, subjects: Iterable<Subject>): ReadonlySet<string> {
  const idle = new Map(
    entries(providers)
      .filter(([key, block]) => text(block, "alias") === undefined && field(block, "expressions") === undefined && isOwnName(key, block))
      .map(([key, block]) => [key, sourceFields(text(block, "full_name"))]),
  );
  if (idle.size === 0) return new Set();
  const localOf = (key: string): string => key.slice(key.lastIndexOf(":") + 1).replace(/\..*$/, "");
  for (const named of namedKeys(modules)) {
    const local = localOf(named);
    for (const key of idle.keys()) if (localOf(key) === local) idle.delete(key);
    if (idle.size === 0) return new Set();
  }
  for (const { providerSource, providerHost } of subjects)
    for (const [key, one] of idle)
      if (providerSource === undefined || (one.providerSource === providerSource && one.providerHost === providerHost)) idle.delete(key);
  return new Set(idle.keys());
}

/** What resources name, each once; whoever has heard enough stops, as a plan may have a hundred thousand of them. */
function* namedKeys(modules: Configuration["modules"]): Iterable<string> {
  const said = new Set<string>();
  for (const { resources } of modules.values())
    for (const key of resources.providerKeys()) {
      if (said.has(key)) continue;
      said.add(key);
      yield key;
    }
}

/** The same as code has it that is read without a plan. */
export const asRequirement = (provider: Subject): Subject => ({
  ...provider,
  address: provider.address.replace(/provider\.([^.]+)$/, "terraform.required_providers.$1"),
});

/** Whether it has the name that a resource of it has without further ado: `ovh` of `ovh/ovh`. */
function isOwnName(key: string, block: Json): boolean {
  const { providerSource } = sourceFields(text(block, "full_name"));
  return providerSource === undefined || providerSource.endsWith(`/${text(block, "name") ?? key}`);
}

function provider(key: string, block: Json, names: Env | undefined, written: Infrastructure | undefined): Subject {
  const colon = key.lastIndexOf(":");
  const local = key.slice(colon + 1);
  const address = `${colon < 0 ? "" : `${key.slice(0, colon)}.`}provider.${local}`;
  const { value, unknown } = unfold(field(block, "expressions"), names);
  const readings = new Map<string, readonly Reading[]>();
  const explain = {
    unknown: (path: string) => ({
      cause: `the plan does not say what the expression for ${path} gives, and the code does (terroir check --code DIR)`,
      refs: [],
    }),
    unwritten: () => false,
  };
  return {
    kind: "provider",
    address,
    type: text(block, "name") ?? local,
    ...sourceFields(text(block, "full_name")),
    // A plan has the source of every provider, written or not.
    requirement: { version: text(block, "version_constraint") ?? null },
    read(path) {
      let found = readings.get(path);
      if (found === undefined) {
        found = readLayers({ value, unknown, sensitive: undefined }, path, address, explain);
        if (found.some(isUnknown)) found = written?.find(address)?.read(path) ?? found;
        readings.set(path, found);
      }
      return found;
    },
  };
}

const isUnknown = ({ value }: Reading): boolean => value.kind === "unknown";
