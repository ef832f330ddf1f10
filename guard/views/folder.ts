/**
 * The folder view: reads Terraform's native syntax where it stands. What a plan computes, a plan knows better; the backend, what encrypts the state
 * and how a provider block is written stand nowhere else, and where no plan can be made this is all there is.
 */
import { InputError } from "../errors.ts";
import type { Infrastructure } from "../infrastructure.ts";
import type { Engine } from "./folder/files.ts";
import { type Environment, moduleOfCode } from "./folder/module-of-code.ts";
import { readModule } from "./synthesized/read-module.ts";

export { isCode } from "./folder/files.ts";

/**
 * Reads every file that an engine would read in a folder, and in the folders that its modules are in. A file that cannot be read is a thing of its
 * own in what is judged, and refused; so is a module that is not in a folder.
 *
 * @param environment where `TF_VAR_…` gives variables their values; by default it gives none
 * @throws InputError when there is nothing of Terraform in it
 */
export function readFolderOfCode(folder: string, engine: Engine = "opentofu", environment: Environment = {}): Infrastructure {
  const module = moduleOfCode(folder, engine, environment);
  if (module === undefined) throw new InputError(`${folder} holds no Terraform file (*.tf, *.tofu, *.tf.json). Name the folder that does.`);
  return { ...readModule(module, {}), view: "folder" };
}
