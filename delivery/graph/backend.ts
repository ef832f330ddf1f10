import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../catalogue/json.ts";
import { each, membersOf } from "./document.ts";
import type { GraphBackend } from "./graph.ts";

/** The settings that say which state it is, by backend type. What is not named here may be a credential, and is left out. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  local: ["path", "workspace_dir"],
  s3: ["bucket", "key", "region", "endpoint", "workspace_key_prefix"],
  http: ["address"],
  pg: ["schema_name", "table_name"],
  kubernetes: ["secret_suffix", "namespace", "host"],
  consul: ["address", "path"],
  gcs: ["bucket", "prefix"],
  azurerm: ["storage_account_name", "container_name", "key"],
  remote: ["hostname", "organization", "workspaces"],
};

/** Stores that keep a second writer out without being told. */
const LOCKING = new Set(["local", "pg", "kubernetes", "consul", "gcs", "azurerm", "remote", "oss", "cos"]);

const DEFAULT: GraphBackend = { type: "local", at: { path: "terraform.tfstate" }, encrypted: false, locks: true };

/** The backend that the `terraform` blocks of a stack say; without one the engine keeps a file in the stack's own folder. */
export function backendOf(terraform: readonly Json[], folder: string): GraphBackend {
  const encrypted = terraform.some((block) => each(membersOf(block).encryption).some(isEnforced));
  for (const block of terraform)
    for (const backend of each(membersOf(block).backend))
      for (const [type, config] of Object.entries(membersOf(backend)))
        return { ...backendAt(type, membersOf(each(config)[0]), folder), encrypted };
  return { ...backendAt(DEFAULT.type, DEFAULT.at, folder), encrypted };
}

/** What backend settings name, of a stack's own state or of one that it reads. */
export function backendAt(type: string, config: Readonly<Record<string, Json>>, folder: string): GraphBackend {
  const endpoint = membersOf(each(config.endpoints)[0]).s3;
  const said: Readonly<Record<string, Json>> = { ...config, ...(endpoint === undefined ? {} : { endpoint }) };
  const at: Record<string, string> = {};
  for (const name of TELLING[type] ?? []) {
    const value = said[name];
    if (typeof value === "string") at[name] = plain(type, name, value, folder);
  }
  if (type === "local" && at.path === undefined && at.workspace_dir === undefined) at.path = posix.join(folder, "terraform.tfstate");
  const locks =
    LOCKING.has(type) ||
    (type === "s3" && (config.use_lockfile === true || typeof config.dynamodb_table === "string")) ||
    (type === "http" && typeof config.lock_address === "string");
  return { type, at, encrypted: false, locks };
}

function plain(type: string, name: string, value: string, folder: string): string {
  if (type === "local") return value.startsWith("/") ? value : posix.join(folder, value.replaceAll("\\", "/"));
  // A name and a password may stand in an address.
  return name === "address" || name === "host" || name === "endpoint" ? value.replace(/\/\/[^/@\s]*@/, "//") : value;
}

/** Whether two settings name one state: nothing that both say differs, and both say which object it is. */
export function isSameState(a: GraphBackend, b: GraphBackend): boolean {
  if (a.type !== b.type) return false;
  const shared = Object.keys(a.at).filter((name) => b.at[name] !== undefined);
  const names = shared.some((name) => ["path", "key", "address", "prefix", "secret_suffix", "schema_name", "workspaces"].includes(name));
  return names && shared.every((name) => isDeepStrictEqual(a.at[name], b.at[name]));
}

const isEnforced = (encryption: Json): boolean => each(membersOf(encryption).state).some((state) => membersOf(state).enforced === true);
