import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { type Environment, isolated } from "../../engines/index.ts";
import { Faults } from "../faults.ts";
import { openPremises } from "../premises.ts";
import type { ProviderToSimulate } from "../provider-to-simulate.ts";
import { simulatedProviders, simulations } from "../providers.ts";
import type { World } from "../world/world.ts";
import { servePulumi } from "./serve.ts";

/** What a rehearsal of Pulumi plays on: a project of its own, a state of its own, and simulated providers. */
export interface PulumiTheatre {
  readonly world: World;
  /** The project's folder. */
  readonly folder: string;
  readonly env: Environment;
  readonly assumed: string[];
  close(): void;
}

export interface PulumiTheatreOptions {
  readonly project: string;
  readonly stack: string;
  /** The stack's configuration, `ovh:endpoint`. */
  readonly config?: Readonly<Record<string, string>>;
  readonly world?: string;
  readonly providers?: readonly ProviderToSimulate[];
  readonly env?: Environment;
}

/** The state is written at the end of a command, not after each of its steps: nobody goes on with what a rehearsal without a world leaves. */
const WRITTEN_ONCE = { PULUMI_SKIP_CHECKPOINTS: "true" };

export async function openPulumiTheatre(options: PulumiTheatreOptions): Promise<PulumiTheatre> {
  const { project, stack, config = {} } = options;
  const premises = openPremises(options.world);
  const { world, folder, close } = premises;
  try {
    const assumed: string[] = [];
    const providers = await simulatedProviders(options.providers);
    const serving = await servePulumi(
      simulations(providers, {
        world,
        faults: new Faults(undefined),
        planned: new Map(),
        imports: "strict",
        answers: "plausible",
        invented: (what) => assumed.push(what),
      }),
    );
    premises.served(serving);
    const state = options.world === undefined ? join(folder, "state") : `${options.world}.states/pulumi`;
    mkdirSync(state, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, "Pulumi.yaml"), stringify({ name: project, runtime: "nodejs", main: "." }));
    writeFileSync(join(folder, `Pulumi.${stack}.yaml`), stringify({ config }), { mode: 0o600 });
    const env = isolated(options.env ?? process.env, {
      PULUMI_HOME: join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_CONFIG_PASSPHRASE: "a rehearsal keeps no secret",
      PULUMI_DEBUG_PROVIDERS: serving.attach,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      // A provider that is not simulated is refused before a real one could run.
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      ...(options.world === undefined ? WRITTEN_ONCE : {}),
    });
    return { world, folder, env, assumed, close };
  } catch (error) {
    close();
    throw error;
  }
}
