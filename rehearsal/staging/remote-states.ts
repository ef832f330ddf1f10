import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../catalogue/json.ts";
import type { Configuration, RemoteState } from "./configuration.ts";
import { MARK } from "./type-values.ts";

/** A stack that the rehearsal plays: where its state would be, and where it is. */
export interface KnownState {
  readonly name: string;
  readonly backend: Configuration["backend"];
  readonly file: string;
}

/**
 * A file for every remote state that a configuration reads: the state of the stack that writes there, or one made up, with a marked value for
 * every output that is read. Gives what was made up.
 */
export function remoteStateFiles(
  configuration: Configuration,
  known: readonly KnownState[],
  folder: string,
): { readonly files: Readonly<Record<string, string>>; readonly assumed: readonly string[] } {
  const files: Record<string, string> = {};
  const assumed: string[] = [];
  for (const state of configuration.remoteStates) {
    const stack = known.find((k) => writesTo(k, state));
    if (stack !== undefined && existsSync(stack.file)) {
      files[state.name] = stack.file;
      continue;
    }
    const outputs = outputsRead(configuration.text, state.name);
    const file = join(folder, `remote-${state.name.replace(/[^\w-]/g, "_")}.tfstate`);
    writeFileSync(file, JSON.stringify(stateWith(outputs)), { mode: 0o600 });
    files[state.name] = file;
    assumed.push(`data.terraform_remote_state.${state.name}: ${outputs.length === 0 ? "no outputs" : outputs.join(", ")}`);
  }
  return { files, assumed };
}

/** The same backend, and every setting that both name alike: a reader may leave out what only a writer needs. */
function writesTo(stack: KnownState, state: RemoteState): boolean {
  if (state.backend === null || state.config === null || stack.backend === null) return state.backend === null && stack.name === state.name;
  if (stack.backend.type !== state.backend) return false;
  const { config } = stack.backend;
  const shared = Object.keys(state.config).filter((k) => isSet(config[k]) && isSet(state.config?.[k]));
  const names = shared.some((k) => ["key", "path", "prefix", "name", "address", "secret_suffix", "schema_name"].includes(k));
  return names && shared.every((k) => isDeepStrictEqual(config[k], state.config?.[k]));
}

const isSet = (value: Json | undefined): boolean => value !== undefined && value !== null;

function outputsRead(text: string, name: string): readonly string[] {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const reads = new RegExp(`terraform_remote_state\\.${escaped}\\.outputs(?:\\.([A-Za-z_][\\w-]*)|\\[\\\\?"([^"\\\\]+)\\\\?"\\])`, "g");
  return [...new Set([...text.matchAll(reads)].map((m) => m[1] ?? m[2] ?? ""))].sort();
}

const stateWith = (outputs: readonly string[]): object => ({
  version: 4,
  terraform_version: "1.9.0",
  serial: 1,
  lineage: `${MARK}made-up`,
  outputs: Object.fromEntries(outputs.map((name) => [name, { value: `${MARK}${name}`, type: "string" }])),
  resources: [],
});
