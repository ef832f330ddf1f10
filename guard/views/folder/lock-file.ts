import { join } from "node:path";
import { entryAt } from "../../../catalogue/entry-at.ts";
import type { LockFile } from "../../subject/infrastructure.ts";
import { isObject } from "../../values/term.ts";
import { bytesOf } from "../synthesized/folder.ts";
import { bodyOf, LARGEST_NATIVE } from "./body.ts";
import { Unreadable } from "./hcl-cursor.ts";

/** The file in which an engine keeps which release of each provider it took, and its checksums. */
export const LOCK_FILE = ".terraform.lock.hcl";

/** Null: there is none beside the code. */
export function lockFileIn(folder: string): LockFile | "unreadable" | null {
  const path = join(folder, LOCK_FILE);
  const kind = entryAt(path);
  if (kind === undefined) return null;
  return kind.isFile() ? lockFileOf(Buffer.from(bytesOf(path, LARGEST_NATIVE)).toString("utf8")) : "unreadable";
}

/** Why an engine that reads the file would not come to an end. */
export function endlessLock(folder: string): string | undefined {
  const kind = entryAt(join(folder, LOCK_FILE));
  return kind === undefined || kind.isFile() ? undefined : `${LOCK_FILE} is no file`;
}

export function lockFileOf(text: string): LockFile | "unreadable" {
  try {
    const { provider = [] } = bodyOf(text);
    const blocks = Array.isArray(provider) ? provider.filter(isObject) : [];
    return new Map(
      blocks.flatMap((block) =>
        Object.entries(block).map(([source, body]) => {
          const { version = null, hashes = [] } = isObject(body) ? body : {};
          return [
            lockKey(source),
            {
              version: typeof version === "string" ? version : null,
              hashes: Array.isArray(hashes) ? hashes.filter((one): one is string => typeof one === "string") : [],
            },
          ] as const;
        }),
      ),
    );
  } catch (error) {
    if (error instanceof Unreadable) return "unreadable";
    throw error;
  }
}

/** `registry.opentofu.org/ovh/ovh` and `ovh/ovh` are one: each engine writes its own registry. */
export const lockKey = (source: string): string => source.toLowerCase().replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, "");
