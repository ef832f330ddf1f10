import type { RehearsalOverlay } from "../clouds/contract/rehearsal.ts";
import { loadSchema, schemaNames } from "../clouds/schema/index.ts";
import type { ProviderToSimulate } from "./provider-to-simulate.ts";
import type { Simulation } from "./terraform/simulation.ts";

// Written out, so that a bundler sees what is loaded.
const OVERLAYS: Readonly<Record<string, () => Promise<{ readonly rehearsal: RehearsalOverlay }>>> = {
  exoscale: () => import("../clouds/exoscale/rehearsal.ts"),
  hcloud: () => import("../clouds/hcloud/rehearsal.ts"),
  ionoscloud: () => import("../clouds/ionoscloud/rehearsal.ts"),
  openstack: () => import("../clouds/openstack/rehearsal.ts"),
  opentelekomcloud: () => import("../clouds/opentelekomcloud/rehearsal.ts"),
  outscale: () => import("../clouds/outscale/rehearsal.ts"),
  ovh: () => import("../clouds/ovh/rehearsal.ts"),
  scaleway: () => import("../clouds/scaleway/rehearsal.ts"),
  stackit: () => import("../clouds/stackit/rehearsal.ts"),
  upcloud: () => import("../clouds/upcloud/rehearsal.ts"),
};

/** Every provider that a rehearsal can simulate: the clouds with a schema, and those that were given. */
export async function simulatedProviders(given: readonly ProviderToSimulate[] = []): Promise<readonly Required<ProviderToSimulate>[]> {
  const own = await Promise.all(
    schemaNames().map(async (name) => {
      const schema = loadSchema(name);
      return { source: schema.address, schema, overlay: (await OVERLAYS[name]?.())?.rehearsal ?? {} };
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
