/**
 * The folder view: reads Terraform's native syntax where it stands. What a plan computes, a plan knows better; the backend, what encrypts the state
 * and how a provider block is written stand nowhere else, and where no plan can be made this is all there is.
 */
import { InputError } from "../errors.ts";
import type { Infrastructure } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { type Declared, declaredIn } from "./folder/declared.ts";
import { crowded, endlessly } from "./folder/endless.ts";
import type { Engine } from "./folder/files.ts";
import { endlessLock, lockFileIn } from "./folder/lock-file.ts";
import { type Environment, moduleOfCode, ONLY_OPENTOFU, type RunTold } from "./folder/module-of-code.ts";
import { onlyOutside } from "./folder/only-outside.ts";
import { readModule } from "./synthesized/read-module.ts";
import type { ReadOptions } from "./synthesized/read-options.ts";
import { ModuleScope } from "./synthesized/scope.ts";

export { besidePlan } from "./folder/beside-plan.ts";
export { bodyOf } from "./folder/body.ts";
export type { Declared } from "./folder/declared.ts";
export { isCode } from "./folder/files.ts";
export { Unreadable } from "./folder/hcl-cursor.ts";
export type { Told } from "./folder/module-of-code.ts";
export { isNotSimulated, type NotSimulated, notSimulatedIn } from "./folder/not-simulated.ts";

export interface FolderOptions extends ReadOptions, RunTold {}

export interface FolderOfCode extends Infrastructure {
  /** What the engine is told by its command line and its environment, as values of the variables' types. */
  readonly told: { readonly [variable: string]: Json };
  /** What it writes in the blocks of each type. */
  declared(): Declared;
  /** Why an engine would not come to an end with it; absent: nothing is known that would keep it. */
  readonly endless?: string;
}

/**
 * Reads every file that an engine would read in a folder, and in the folders that its modules are in. A file that cannot be read is a thing of its
 * own in what is judged, and refused; so is a module that is not in a folder.
 *
 * @param environment where `TF_VAR_…` gives variables their values; by default it gives none
 * @throws InputError when there is nothing of Terraform in it
 */
export function readFolderOfCode(
  folder: string,
  engine: Engine = "opentofu",
  environment: Environment = {},
  options: FolderOptions = {},
): FolderOfCode {
  const module = moduleOfCode(folder, engine, environment, options);
  if (module === undefined) throw new InputError(`${folder} holds no Terraform file (*.tf, *.tofu, *.tf.json). Name the folder that does.`);
  const told = Object.fromEntries(
    [...module.given].flatMap(([name, { value, file }]) => (options.told?.has(name) || file === `TF_VAR_${name}` ? [[name, value]] : [])),
  );
  const scope = new ModuleScope(module);
  const endless = endlessly(module) ?? crowded(module, scope) ?? endlessLock(folder);
  return {
    ...readModule(module, options, scope),
    view: "folder",
    locked: lockFileIn(folder),
    told,
    declared: () => declaredIn(module, engine),
    ...(endless !== undefined && { endless }),
  };
}

/**
 * What only OpenTofu reads in a folder, where Terraform is the engine: each of the files is refused, and what is certainly outside in them is found
 * under its own address. Undefined: there is no such file, or OpenTofu would not read them either.
 *
 * @param read the same folder, as Terraform reads it
 */
export function asOpenTofu(
  read: Infrastructure,
  folder: string,
  environment: Environment = {},
  options: FolderOptions = {},
): Infrastructure | undefined {
  const files = [...read.subjects].flatMap(({ kind, type, address }) => (kind === "file" && type === ONLY_OPENTOFU ? [address] : []));
  if (files.length === 0) return undefined;
  const unseen = `${files.join(", ")}: of what only OpenTofu reads, nothing but what is certainly outside. Check with that engine: --engine tofu`;
  try {
    return onlyOutside(read, readFolderOfCode(folder, "opentofu", environment, options), unseen);
  } catch (error) {
    // It is refused as a file already.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
