import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { RehearsalError } from "../rehearsal-error.ts";
import { type Configuration, readConfiguration } from "./configuration.ts";

/** The modules that `init` found, local and fetched alike, with what is in their folders. The root's own files are not among them. */
function modulesOf(folder: string): readonly { readonly key: string; readonly configuration: Configuration }[] {
  const list = join(folder, ".terraform", "modules", "modules.json");
  if (!existsSync(list)) return [];
  const { Modules = [] } = JSON.parse(readFileSync(list, "utf8")) as { Modules?: readonly { Key: string; Dir: string }[] };
  return Modules.filter((m) => m.Key !== "" && existsSync(resolve(folder, m.Dir))).map((m) => ({
    key: m.Key,
    configuration: readConfiguration(resolve(folder, m.Dir)),
  }));
}

/** Provisioners in the modules that `init` found. Those of the root come from its own files. */
export const modulePrograms = (folder: string): readonly string[] =>
  modulesOf(folder).flatMap(({ key, configuration }) => configuration.provisioners.map((p) => `module.${key}.${p}`));

/** As a type is declared, in either syntax; whoever refers to it writes no quotes. */
const DECLARED = /"terraform_remote_state"/g;
const declarations = ({ text }: Configuration): number => text.match(DECLARED)?.length ?? 0;

/**
 * Other stacks' states that nothing stands in for: the engine would ask the real store, over the network and with whatever login it finds. A root's own
 * are replaced, those of a module or of a check are not.
 *
 * @throws RehearsalError when there is one
 */
export function refuseRealStates(root: Configuration, folder: string): void {
  const readers = modulesOf(folder).filter(({ configuration }) => declarations(configuration) > 0);
  const who = [...(declarations(root) > root.remoteStates.length ? ["a check"] : []), ...readers.map(({ key }) => `module.${key}`)];
  if (who.length === 0) return;
  const message = `${who.join(", ")} reads another stack's state (terraform_remote_state), and a rehearsal replaces those of the root module only: the engine would ask the real store. Read it in the root and hand it on, or let the guard judge a real plan: tofu show -json plan.bin | terroir check -`;
  throw new RehearsalError("not-simulated", message);
}
