import { existsSync, mkdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Json } from "../catalogue/json.ts";
import { type Engine, type EngineRun, type Environment, engineIn } from "../engines/index.ts";
import type { StackToRehearse } from "./options.ts";
import { RehearsalError } from "./rehearsal-error.ts";
import { type Configuration, readConfiguration } from "./staging/configuration.ts";
import { encryptionFor } from "./staging/encryption.ts";
import { type KnownState, remoteStateFiles } from "./staging/remote-states.ts";
import { stage } from "./staging/stage.ts";
import { valueOfType } from "./staging/type-values.ts";
import { resourcesIn, resourcesOf, type StateResource } from "./state-file.ts";
import type { Theatre } from "./theatre.ts";

/** A stack ready to be played: its working copy, and the engine in it. */
export interface StagedStack {
  readonly name: string;
  readonly folder: string;
  readonly configuration: Configuration;
  readonly copy: string;
  /** What the engine sees there. */
  readonly env: Environment;
  readonly engine: EngineRun;
  readonly known: KnownState;
  /** What the state holds now. */
  resources(): Promise<readonly StateResource[]>;
}

export interface StackSettings {
  /** State files of the stacks that it reads, by the data source's name, whether they exist yet or not. @default those of the stacks before it */
  readonly remoteStates?: Readonly<Record<string, string>>;
  readonly engine: Engine;
  readonly variables?: Readonly<Record<string, Json>> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly plansOnly?: boolean;
  readonly line?: ((text: string, stream: "stdout" | "stderr") => void) | undefined;
}

export function stageStack(
  theatre: Pick<Theatre, "scratch" | "states" | "env" | "assumed">,
  stack: StackToRehearse,
  before: readonly KnownState[],
  settings: StackSettings,
): StagedStack {
  const folder = resolve(stack.folder);
  const name = stack.name ?? basename(folder);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new RehearsalError("not-a-folder", `${stack.folder} is no folder. Name one that holds Terraform files.`);
  const configuration = readConfiguration(folder);
  if (configuration.files.length === 0)
    throw new RehearsalError("no-configuration", `${stack.folder} holds no Terraform file (.tf, .tf.json). Name the folder that does.`);
  const into = join(theatre.scratch, "stacks", name);
  mkdirSync(into, { recursive: true });
  const state = join(theatre.states, `${name}.tfstate`);
  const given = settings.remoteStates ?? {};
  const unknown = configuration.remoteStates.filter(({ name: data }) => !Object.hasOwn(given, data));
  const remote = remoteStateFiles({ ...configuration, remoteStates: unknown }, before, into);
  theatre.assumed.push(...remote.assumed.map((a) => `${name}: ${a}`));
  const variables = variablesFor(theatre, name, configuration, settings.variables ?? {});
  const { plansOnly = false } = settings;
  const staged = stage({ folder, configuration, into, state, remoteStates: { ...remote.files, ...given }, variables, plansOnly });
  theatre.assumed.push(...staged.left.map((address) => `${name}: ${address} runs no program here; its provisioners were left out`));
  const env = settings.engine.kind === "opentofu" ? { ...theatre.env, ...encryptionFor(configuration) } : theatre.env;
  const engine = engineIn(settings.engine, {
    cwd: staged.folder,
    env,
    ...(settings.signal ? { signal: settings.signal } : {}),
    ...(settings.line ? { line: settings.line } : {}),
  });
  const known = { name, backend: configuration.backend, file: state };
  const resources = async () => resourcesIn(state) ?? resourcesOf(JSON.parse((await engine.command(["state", "pull"])).stdout) as object);
  return { name, folder, configuration, copy: staged.folder, env, engine, known, resources };
}
/** Given values, and made-up ones for what nobody set. */
function variablesFor(
  theatre: Pick<Theatre, "assumed">,
  stack: string,
  c: Configuration,
  given: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  const values: Record<string, Json> = {};
  for (const variable of c.variables) {
    const value = given[variable.name];
    if (value !== undefined) values[variable.name] = value;
    else if (variable.required && !c.set.has(variable.name)) {
      values[variable.name] = valueOfType(variable.type, variable.name);
      theatre.assumed.push(`${stack}: var.${variable.name} = ${JSON.stringify(values[variable.name])}`);
    }
  }
  return values;
}
