import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Environment } from "../engines/index.ts";

/** What was found before, by the digest of all that led to it. */
export interface SignedCache {
  read(key: string): unknown;
  write(key: string, found: unknown): void;
}

/**
 * The cache of this machine's user. It lies outside of every project, and each entry carries a code that only the holder of a key could have
 * written over key and content: an entry that came with a repository, with a pipeline's cache or from another user is as if it were not there. The key
 * never lies beside the entries; a pipeline that wants to share them gives one in TERROIR_CACHE_KEY.
 */
export function signedCache(env: Environment, of: "verdicts" | "workflows"): SignedCache {
  const folder = join(base(env, "XDG_CACHE_HOME", ".cache"), "terroir", of);
  const key = cacheKey(env);
  const code = (name: string, text: string): Buffer => createHmac("sha256", key).update(`${name}\n${text}`).digest();
  return {
    read(name) {
      try {
        const text = readFileSync(join(folder, name), "utf8");
        const end = text.indexOf("\n");
        const body = text.slice(end + 1);
        const given = Buffer.from(text.slice(0, end), "hex");
        const own = code(name, body);
        return given.length === own.length && timingSafeEqual(given, own) ? (JSON.parse(body) as unknown) : null;
      } catch {
        return null;
      }
    },
    write(name, found) {
      const body = JSON.stringify(found);
      const next = join(folder, `${name}.${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(next, `${code(name, body).toString("hex")}\n${body}`, { mode: 0o600 });
        renameSync(next, join(folder, name));
      } catch {
        // A cache that cannot be written costs time, and nothing else.
        rmSync(next, { force: true });
      }
    },
  };
}

const base = (env: Environment, name: string, otherwise: string): string =>
  env[name] !== undefined && env[name] !== "" ? (env[name] as string) : join(env.HOME ?? homedir(), otherwise);

function cacheKey(env: Environment): Buffer {
  if (env.TERROIR_CACHE_KEY !== undefined && env.TERROIR_CACHE_KEY.length >= 32) return Buffer.from(env.TERROIR_CACHE_KEY);
  const file = join(base(env, "XDG_STATE_HOME", join(".local", "state")), "terroir", "cache-key");
  try {
    // One that others can read, they can write codes with.
    if (existsSync(file) && (process.platform === "win32" || (statSync(file).mode & 0o077) === 0)) return readFileSync(file);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const key = randomBytes(32);
    writeFileSync(`${file}.${process.pid}`, key, { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
    return key;
  } catch {
    return randomBytes(32);
  }
}
