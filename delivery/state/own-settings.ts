import { resolve } from "node:path";
import type { Json } from "../../catalogue/json.ts";
import { documentsIn, each, type Members, membersOf } from "../graph/document.ts";
import { type BackendConfig, backendConfig } from "./backend-config.ts";

/** What a stack's own files say of its state, and nothing else of the stack: enough for an engine to read and write it, without any provider. */
export interface StateSettings {
  /** A document of its own for another folder: paths in it are absolute. */
  readonly document: object;
  /** Whether OpenTofu encrypts it. */
  readonly encrypted: boolean;
}

/** What may be read beside what the present key encrypted: what former keys did, as the stack names them; what is in clear; nothing. */
export type Reading = "former-keys" | "clear" | "nothing-else";

/**
 * @param folder the stack's
 * @param file where the state lies instead of the place that the stack names
 */
export function stateSettings(folder: string, reading: Reading, file?: string): StateSettings {
  const documents = documentsIn(folder, folder);
  const terraform = documents.flatMap(({ members }) => each(members.terraform)).map(membersOf);
  const backend: BackendConfig = file === undefined ? backendConfig(folder) : { type: "local", config: { path: file } };
  const encryption = terraform.flatMap((block) => each(block.encryption)).map(membersOf)[0];
  const keys = JSON.stringify(encryption?.key_provider ?? {});
  const variables = documents
    .flatMap(({ members }) => each(members.variable))
    .flatMap((named) => Object.entries(membersOf(named)))
    .filter(([name]) => keys.includes(`\${var.${name}}`));
  const sealed = encryption === undefined ? {} : { encryption: sealing(absolute(encryption, folder) as Members, reading) };
  return {
    document: {
      terraform: { backend: absoluteBackend(backend, folder), ...sealed },
      ...(variables.length > 0 && { variable: Object.fromEntries(variables) }),
    },
    encrypted: encryption !== undefined,
  };
}

function sealing({ key_provider, method, state }: Members, reading: Reading): object {
  const { method: own, fallback } = membersOf(each(state)[0]);
  if (reading === "former-keys")
    return { key_provider, method, state: { method: own, enforced: true, ...(fallback !== undefined && { fallback }) } };
  if (reading === "nothing-else") return { key_provider, method, state: { method: own, enforced: true } };
  return {
    key_provider,
    method: { ...membersOf(method), unencrypted: { in_clear: {} } },
    state: { method: own, fallback: { method: "method.unencrypted.in_clear" } },
  };
}

function absoluteBackend({ type, config }: BackendConfig, folder: string): object {
  if (type !== "local") return { [type]: config };
  return { local: { ...config, path: resolve(folder, typeof config.path === "string" ? config.path : "terraform.tfstate") } };
}

/** Paths of key files are from the stack's folder. */
function absolute(value: Json, folder: string): Json {
  if (typeof value === "string")
    return value.replace(/file\("([^"\\]+)"\)/g, (_, file: string) => `file(${JSON.stringify(resolve(folder, file))})`);
  if (Array.isArray(value)) return value.map((one) => absolute(one, folder));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, absolute(one as Json, folder)]));
}
