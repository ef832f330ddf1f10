import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readConfiguration } from "./configuration.ts";

/** Provisioners in the modules that `init` found, local and fetched alike. Those of the root come from its own files. */
export function modulePrograms(folder: string): readonly string[] {
  const list = join(folder, ".terraform", "modules", "modules.json");
  if (!existsSync(list)) return [];
  const { Modules = [] } = JSON.parse(readFileSync(list, "utf8")) as { Modules?: readonly { Key: string; Dir: string }[] };
  return Modules.filter((m) => m.Key !== "" && existsSync(resolve(folder, m.Dir))).flatMap((m) =>
    readConfiguration(resolve(folder, m.Dir)).provisioners.map((p) => `module.${m.Key}.${p}`),
  );
}
