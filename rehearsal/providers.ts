import { cloudFactsBySource } from "../clouds/facts.ts";
import { REHEARSALS } from "../clouds/registry/rehearsals.ts";
import { type LoadedSchema, loadSchema, schemaNames } from "../clouds/schema/index.ts";
import type { ProviderToSimulate } from "./provider-to-simulate.ts";
import type { Simulation } from "./terraform/simulation.ts";

/** Every provider that a rehearsal can simulate: the clouds with a schema, and those that were given. */
export async function simulatedProviders(given: readonly ProviderToSimulate[] = []): Promise<readonly Required<ProviderToSimulate>[]> {
  const own = await Promise.all(
    schemaNames().map(async (name) => {
      const schema = loadSchema(name);
      return { source: schema.address, schema, overlay: (await REHEARSALS[name]?.())?.rehearsal ?? {} };
    }),
  );
  const { utilityProviders } = await import("./utilities/index.ts");
  const all = new Map([...utilityProviders(), ...own].map((p) => [p.source, p]));
  for (const p of given) all.set(p.source, { ...p, overlay: p.overlay ?? {} });
  return [...all.values()];
}

export function simulations(
  providers: readonly Required<ProviderToSimulate>[],
  shared: Omit<Simulation, "source" | "schema" | "overlay">,
): readonly Simulation[] {
  return providers.map((p) => ({ ...p, ...shared }));
}

const nameOf = (source: string): string => source.slice(source.indexOf("/") + 1);

/** Addresses that a cloud's provider has in code that is old, or leaves its source out: `hashicorp/ovh`. */
export const otherSources = (source: string): readonly string[] =>
  (cloudFactsBySource(source)?.sources ?? []).filter((other) => other !== source && nameOf(other) === nameOf(source));

/**
 * What is simulated for a plan that is judged: whether a provider is, by its source address, and, where a type is named (`resource.ovh_vrack`,
 * `data.ovh_vracks`, `ephemeral.x`), whether its schema has that.
 */
export async function simulated(): Promise<(address: string, type?: string) => boolean> {
  const providers = await simulatedProviders();
  const schemas = new Map(
    providers.flatMap(({ source, schema }) => [source, ...otherSources(source)].map((one) => [one, schema] as const)),
  );
  return (address, type) => {
    const schema = schemas.get(address);
    return schema !== undefined && (type === undefined || hasType(schema, type));
  };
}

function hasType({ resource, dataSource, ephemeral }: LoadedSchema, named: string): boolean {
  const [mode, type = ""] = named.split(".");
  return (mode === "resource" ? resource : mode === "data" ? dataSource : ephemeral)(type) !== undefined;
}
