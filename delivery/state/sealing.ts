import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Json } from "../../catalogue/json.ts";
import { documentsIn, each, membersOf } from "../graph/document.ts";

/** A key that a stack's configuration asks for, to encrypt its state or to read another's. */
export type SealingKey =
  | { readonly kind: "passphrase"; readonly variable: string }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "openbao"; readonly address: string | null; readonly key: string; readonly mount: string }
  | { readonly kind: "program"; readonly command: readonly string[] }
  | { readonly kind: "other"; readonly provider: string };

/** The keys of a stack, as its JSON files name them; paths are absolute. */
export function sealingKeys(folder: string): readonly SealingKey[] {
  const blocks = documentsIn(folder, folder)
    .flatMap(({ members }) => each(members.terraform))
    .flatMap((terraform) => each(membersOf(terraform).encryption))
    .flatMap((encryption) => each(membersOf(encryption).key_provider));
  return blocks.flatMap((block) =>
    Object.entries(membersOf(block)).flatMap(([type, named]) =>
      Object.values(membersOf(named)).flatMap((one) => each(one).map((config) => keyOf(type, membersOf(config), folder))),
    ),
  );
}

function keyOf(type: string, config: Readonly<Record<string, Json>>, folder: string): SealingKey {
  const text = (name: string): string => (typeof config[name] === "string" ? config[name] : "");
  if (type === "pbkdf2") {
    const variable = /^\$\{var\.(\w+)\}$/.exec(text("passphrase"))?.[1];
    if (variable !== undefined) return { kind: "passphrase", variable };
    const file = /^\$\{trimspace\(file\("([^"\\]+)"\)\)\}$/.exec(text("passphrase"))?.[1];
    if (file !== undefined) return { kind: "file", file: resolve(folder, file) };
  }
  if (type === "openbao")
    return {
      kind: "openbao",
      address: text("address") || null,
      key: text("key_name"),
      mount: (text("transit_engine_path") || "transit").replace(/^\/+/, ""),
    };
  if (type === "external" && Array.isArray(config.command)) return { kind: "program", command: config.command.map(String) };
  return { kind: "other", provider: type };
}

/** Whether a file can be read by others than its owner; never on Windows, which has no such bits. */
export const isOpenToOthers = (file: string): boolean =>
  process.platform !== "win32" && existsSync(file) && (statSync(file).mode & 0o077) !== 0;
