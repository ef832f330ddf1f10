import { createHash } from "node:crypto";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { PINNED } from "./engine.ts";
import { cachedTofu } from "./locate.ts";
import { intoCache, type Obtained, type ObtainOptions } from "./obtain.ts";
import { OPENTOFU_KEY } from "./openpgp/opentofu-key.ts";
import { type RsaKey, verifyDetached } from "./openpgp/verify.ts";
import { fileInTar } from "./tar.ts";

/** Where a release is, and who signs it. */
export interface ReleaseSource {
  readonly base: string;
  readonly key: RsaKey;
}

const OFFICIAL: ReleaseSource = { base: `https://github.com/opentofu/opentofu/releases/download/v${PINNED}`, key: OPENTOFU_KEY };

/** A first byte that does not come in this time will not come: a machine without a way out must not wait. */
const FIRST_BYTE = 5_000;
/** Some 30 MB on a slow line. */
const WHOLE = 300_000;

const SYSTEMS: Readonly<Record<string, string>> = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
  freebsd: "freebsd",
  openbsd: "openbsd",
};
const MACHINES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64", ia32: "386", arm: "arm" };

/**
 * Fetches the official release of the pinned OpenTofu. The list of checksums must carry a signature by the project's own key, which is kept
 * in this package, and the archive must have the checksum that the list says. Nothing that fails either is unpacked.
 */
export async function fetchRelease({ env, say, signal }: ObtainOptions, { base, key }: ReleaseSource = OFFICIAL): Promise<Obtained> {
  const system = SYSTEMS[process.platform];
  const machine = MACHINES[process.arch];
  if (system === undefined || machine === undefined)
    throw new Error(`OpenTofu is not released for ${process.platform} on ${process.arch}.`);
  const archive = `tofu_${PINNED}_${system}_${machine}.tar.gz`;
  const list = `tofu_${PINNED}_SHA256SUMS`;
  say(`Fetching OpenTofu ${PINNED} from ${base}.`);
  const sums = await get(base, list, FIRST_BYTE, signal);
  const signature = await get(base, `${list}.gpgsig`, FIRST_BYTE, signal);
  verifyDetached(sums, signature, key);
  const expected = checksumOf(sums.toString("utf8"), archive);
  const bytes = await get(base, archive, WHOLE, signal);
  const actual = createHash("sha256").update(bytes).digest("hex");
  if (actual !== expected) throw new Error(`${archive} does not have the checksum that OpenTofu signed. It was not installed.`);
  const path = await intoCache(env, cachedTofu(env), async (folder) => {
    const name = system === "windows" ? "tofu.exe" : "tofu";
    const made = join(folder, name);
    writeFileSync(made, fileInTar(gunzipSync(bytes), name));
    chmodSync(made, 0o755);
    return made;
  });
  say(`OpenTofu ${PINNED} is in ${path}; signature and checksum are right.`);
  return { path, because: "Fetched; signature and checksum verified." };
}

async function get(base: string, name: string, patience: number, signal: AbortSignal | undefined): Promise<Buffer> {
  const limit = AbortSignal.timeout(patience);
  try {
    const response = await fetch(`${base}/${name}`, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    signal?.throwIfAborted();
    throw new Error(`OpenTofu's release could not be fetched (${name}): ${reason(error)}.`);
  }
}

/** Node says "fetch failed" and hides why one level deeper. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}

/** The checksum of one file in a list as `sha256sum` writes it. */
export function checksumOf(list: string, file: string): string {
  for (const line of list.split("\n")) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === file && sum !== undefined && /^[0-9a-f]{64}$/.test(sum)) return sum;
  }
  throw new Error(`OpenTofu's list of checksums does not name ${file}.`);
}
