import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../engines/build.ts";
import { engineCache, findEngine, PINNED } from "../../engines/index.ts";
import type { RsaKey } from "../../engines/openpgp/verify.ts";
import { checksumOf, fetchRelease } from "../../engines/release.ts";
import { fileInTar } from "../../engines/tar.ts";
import { scratch } from "../rehearsal/programs.ts";
import { programs } from "./fake.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const jwk = publicKey.export({ format: "jwk" });
const key: RsaKey = { fingerprint: "B".repeat(40), created: 0, n: String(jwk.n), e: String(jwk.e) };

function signature(data: Buffer): Buffer {
  const hashed = Buffer.from([4, 0, 1, 8, 0, 0]);
  const value = createSign("sha256")
    .update(data)
    .update(hashed)
    .update(Buffer.from([4, 0xff, 0, 0, 0, 6]))
    .sign(privateKey);
  const body = Buffer.concat([hashed, Buffer.from([0, 0, 0, 0, 8, 0]), value]);
  return Buffer.concat([Buffer.from([0xc2, 192 + ((body.length - 192) >> 8), (body.length - 192) & 255]), body]);
}

function tar(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    head.write("0", 156);
    return [head, Buffer.from(content.padEnd(Math.ceil(content.length / 512) * 512, "\0"))];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const system: Record<string, string> = { linux: "linux", darwin: "darwin", freebsd: "freebsd", openbsd: "openbsd" };
const machine: Record<string, string> = { x64: "amd64", arm64: "arm64", ia32: "386", arm: "arm" };
const archive = `tofu_${PINNED}_${system[process.platform]}_${machine[process.arch]}.tar.gz`;
const list = `tofu_${PINNED}_SHA256SUMS`;
const program = "#!/bin/sh\necho OpenTofu v1.12.6\n";

/** A release as it should be; each case spoils one thing. */
function release(): Record<string, Buffer> {
  const bytes = gzipSync(tar({ LICENSE: "text", tofu: program }));
  const sums = Buffer.from(`${"0".repeat(64)}  other.zip\n${createHash("sha256").update(bytes).digest("hex")}  ${archive}\n`);
  return { [archive]: bytes, [list]: sums, [`${list}.gpgsig`]: signature(sums) };
}

let served: Record<string, Buffer> = {};
let server: Server;
let base = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    const file = served[(request.url ?? "").slice(1)];
    response.statusCode = file === undefined ? 404 : 200;
    response.end(file);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe("the official release", () => {
  it("is installed when signature and checksum are right, in one step", async () => {
    served = release();
    const [env, said] = [{ XDG_CACHE_HOME: scratch() }, [] as string[]];
    const { path } = await fetchRelease({ env, say: (line) => said.push(line) }, { base, key });
    expect(readFileSync(path, "utf8")).toBe(program);
    expect(statSync(path).mode & 0o111).not.toBe(0);
    expect(readdirSync(engineCache(env))).toEqual([`opentofu-${PINNED}`]);
    expect(said[0]).toContain(base);
  });

  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ format: "jwk" });
  it.each([
    ["another archive", () => ({ ...release(), [archive]: gzipSync(tar({ tofu: "evil" })) }), key, /does not have the checksum/],
    ["another list", () => ({ ...release(), [list]: Buffer.from(`${"a".repeat(64)}  ${archive}\n`) }), key, /does not fit the file/],
    ["another key", release, { ...key, n: String(other.n) }, /does not fit the file/],
    ["no signature", () => ({ ...release(), [`${list}.gpgsig`]: Buffer.from("<html>") }), key, /no OpenPGP signature/],
    [
      "no archive of this machine",
      () => Object.fromEntries(Object.entries(release()).filter(([name]) => name !== archive)),
      key,
      /answered 404/,
    ],
    ["nothing at all", () => ({}), key, /answered 404/],
  ])("is not installed: %s", async (_, files, trusted, words) => {
    served = files();
    const env = { XDG_CACHE_HOME: scratch() };
    await expect(fetchRelease({ env, say: () => {} }, { base, key: trusted })).rejects.toThrow(words);
    expect(existsSync(engineCache(env)) ? readdirSync(engineCache(env)) : []).toEqual([]);
  });

  it("fails quickly and plainly where there is no way out", async () => {
    const begun = Date.now();
    await expect(fetchRelease({ env: {}, say: () => {} }, { base: "http://127.0.0.1:9", key })).rejects.toThrow(/could not be fetched/);
    expect(Date.now() - begun).toBeLessThan(7_000);
  });

  it("reads checksums as sha256sum writes them, and no others", () => {
    const sum = "a".repeat(64);
    expect(checksumOf(`${sum}  x.tar.gz\n${"b".repeat(64)} *y.tar.gz`, "y.tar.gz")).toBe("b".repeat(64));
    expect(() => checksumOf(`${sum}  x.tar.gz.sig`, "x.tar.gz")).toThrow(/does not name/);
    expect(() => checksumOf("zz  x.tar.gz", "x.tar.gz")).toThrow(/does not name/);
  });
});

describe("archives", () => {
  it("give the one file, whatever stands before it", () => {
    expect(Buffer.from(fileInTar(tar({ a: "x".repeat(700), "./tofu": "y" }), "tofu")).toString()).toBe("y");
  });
  it.each([
    ["without the file", tar({ a: "x" })],
    ["empty", Buffer.alloc(0)],
    ["cut off", tar({ tofu: "y".repeat(2000) }).subarray(0, 800)],
  ])("%s are an error", (_, bytes) => expect(() => fileInTar(bytes, "tofu")).toThrow());
});

describe("the build from source", () => {
  it("says what is missing when there is no Go", async () => {
    await expect(build({ env: { PATH: scratch(), XDG_CACHE_HOME: scratch() }, say: () => {} })).rejects.toThrow(/no Go on the PATH/);
  });

  it("hands Go the pinned module, says so, and puts the result in place in one step", async () => {
    // Stands for the compiler only: what it is asked is what is tested; the real build takes minutes.
    const go = programs({
      go: 'cat go.mod; while [ "$1" != "-o" ]; do shift; done; printf "#!/bin/sh\\necho OpenTofu v1.12.6\\n" > "$2"; chmod +x "$2"',
    });
    const [env, said] = [{ PATH: `${go}:${process.env.PATH}`, XDG_CACHE_HOME: scratch() }, [] as string[]];
    const { path } = await build({ env, say: (line) => said.push(line) });
    expect(existsSync(path)).toBe(true);
    expect(said[0]).toMatch(/Building OpenTofu 1\.12\.6 from its source/);
    expect(readdirSync(engineCache(env))).toEqual([`opentofu-${PINNED}`]);
    const pinned = readFileSync("engines/opentofu-build/go.mod", "utf8");
    expect(pinned).toContain(`github.com/opentofu/opentofu v${PINNED}`);
    expect(readFileSync("engines/opentofu-build/go.sum", "utf8")).toContain(`github.com/opentofu/opentofu v${PINNED} h1:`);
  });

  it("tells what Go said when it fails, and leaves nothing behind", async () => {
    const go = programs({ go: 'echo "go: module lookup disabled" >&2; exit 1' });
    const env = { PATH: `${go}:${process.env.PATH}`, XDG_CACHE_HOME: scratch() };
    await expect(build({ env, say: () => {} })).rejects.toThrow(/module lookup disabled/);
    expect(readdirSync(engineCache(env))).toEqual([]);
  });

  it("is the last thing that is tried, after the release; what failed is said", async () => {
    const go = programs({ go: "exit 1" });
    const said: string[] = [];
    const { engine, why } = await findEngine({ env: { PATH: go, XDG_CACHE_HOME: scratch() }, say: (line) => said.push(line) });
    expect(engine?.from ?? null).not.toBe("build from source");
    expect(said.some((line) => line.startsWith("Fetching OpenTofu"))).toBe(true);
    const release = why.find((c) => c.from === "official release");
    expect(["failed", "used"]).toContain(release?.outcome);
    if (engine === null) expect(why.at(-1)).toMatchObject({ from: "build from source", outcome: "failed" });
    expect(dirname(cached())).toContain("engines");
  });
});

const cached = (): string => `${engineCache({ HOME: "/home/x" })}/tofu`;
