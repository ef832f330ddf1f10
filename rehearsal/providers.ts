import { cloudFactsBySource } from "../clouds/facts.ts";
import { REHEARSALS } from "../clouds/registry/rehearsals.ts";
import { loadSchema, schemaNames } from "../clouds/schema/index.ts";
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

/** Source addresses of what is simulated for a plan that is judged. */
export const simulatedSources = async (): Promise<ReadonlySet<string>> =>
  new Set((await simulatedProviders()).flatMap(({ source }) => [source, ...otherSources(source)]));
