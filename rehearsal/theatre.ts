import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment, isolated } from "../engines/index.ts";
import { type Fault, Faults } from "./faults.ts";
import { openPremises } from "./premises.ts";
import type { ProviderToSimulate } from "./provider-to-simulate.ts";
import { otherSources, simulatedProviders, simulations } from "./providers.ts";
import { type StandIns, withStandIns } from "./stand-in/index.ts";
import { serve } from "./terraform/serve.ts";
import type { PlannedAddress, Simulation } from "./terraform/simulation.ts";
import type { World } from "./world/world.ts";

/** What one rehearsal plays on: the world, the providers that act on it, and folders of its own. */
export interface Theatre {
  readonly world: World;
  readonly faults: Faults;
  readonly planned: Map<string, PlannedAddress>;
  readonly assumed: string[];
  /** Emptied at the end. */
  readonly scratch: string;
  /** Where states are kept: beside the world's file, or in scratch. */
  readonly states: string;
  /** What the engine sees. */
  readonly env: Environment;
  readonly sources: readonly string[];
  /** The attributes that a type's import id names, in order; undefined: its `id` alone. */
  importIds(type: string): readonly string[] | undefined;
  /** How many connections engines hold. */
  connections(): number;
  close(): void;
}

export interface TheatreOptions {
  readonly world?: string;
  readonly faults?: readonly Fault[];
  readonly providers?: readonly ProviderToSimulate[];
  readonly env?: Environment;
  readonly imports?: Simulation["imports"];
  readonly answers?: Simulation["answers"];
  readonly standIns?: StandIns;
}

/** A command lives for seconds: collecting its garbage every time the heap doubles is a third of its work. The limit, 2 GiB, is where it collects all the same. */
const LESS_COLLECTING = { GOGC: "400", GOMEMLIMIT: "2GiB" };

/** Nothing is installed: a provider that is not simulated is refused before a real one could run. */
const NO_INSTALLATION = (empty: string): string => `disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(empty)}
    include = ["*/*/*"]
  }
}
`;

export async function openTheatre(options: TheatreOptions): Promise<Theatre> {
  const faults = new Faults(options.faults);
  const premises = openPremises(options.world);
  const { world, folder: scratch, close } = premises;
  try {
    const planned = new Map<string, PlannedAddress>();
    const assumed: string[] = [];
    const providers = await simulatedProviders(options.providers);
    const shared = {
      world,
      faults,
      planned,
      imports: options.imports ?? "strict",
      answers: options.answers ?? "plausible",
      invented: (what: string) => assumed.push(what),
    };
    const played = withStandIns(simulations(providers, shared), options.standIns, shared, otherSources);
    // Who judges a plan takes these for the same provider. An engine that installs providers finds none of them.
    const serving = await serve(played, scratch, options.answers === "marked" ? otherSources : undefined);
    premises.served(serving);
    const empty = join(scratch, "no-providers");
    mkdirSync(empty);
    const settings = join(scratch, "engine.tfrc");
    writeFileSync(settings, NO_INSTALLATION(empty));
    const states = options.world === undefined ? join(scratch, "states") : `${options.world}.states`;
    mkdirSync(states, { recursive: true, mode: 0o700 });
    const env = isolated(options.env ?? process.env, {
      TF_REATTACH_PROVIDERS: serving.reattach,
      TF_CLI_CONFIG_FILE: settings,
      ...LESS_COLLECTING,
    });
    const importIds = (type: string) =>
      providers.find((p) => p.overlay.resources?.[type] !== undefined)?.overlay.resources?.[type]?.importId;
    const { connections } = serving;
    return {
      world,
      faults,
      planned,
      assumed,
      scratch,
      states,
      env,
      sources: providers.map((p) => p.source),
      importIds,
      connections,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
