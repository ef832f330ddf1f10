import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPENTOFU_KEY } from "../../engines/openpgp/opentofu-key.ts";
import { type RsaKey, verifyDetached } from "../../engines/openpgp/verify.ts";

/** Made by GnuPG 2: a key that signs nothing else, a file, and its signature in both forms. */
const made = JSON.parse(readFileSync(new URL("./fixtures/gnupg.json", import.meta.url), "utf8")) as {
  key: RsaKey;
  data: string;
  binary: string;
  armoured: string;
};
const data = Buffer.from(made.data);
const binary = Buffer.from(made.binary, "base64");

/** RFC 9580, 5.5.4.1: the hash over the key's own packet. */
function fingerprint({ created, n, e }: RsaKey): string {
  const number = (text: string) => {
    const bytes = Buffer.from(text, "base64url");
    const bits = bytes.length * 8 - Math.clz32(bytes[0] ?? 0) + 24;
    return Buffer.concat([Buffer.from([bits >> 8, bits & 255]), bytes]);
  };
  const head = Buffer.alloc(6);
  head.writeUInt8(4, 0);
  head.writeUInt32BE(created, 1);
  head.writeUInt8(1, 5);
  const body = Buffer.concat([head, number(n), number(e)]);
  return createHash("sha1")
    .update(Buffer.from([0x99, body.length >> 8, body.length & 255]))
    .update(body)
    .digest("hex")
    .toUpperCase();
}

describe("keys", () => {
  it.each([
    ["OpenTofu's, as its installer names it", OPENTOFU_KEY, "E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80"],
    ["the test's", made.key, made.key.fingerprint],
  ])("%s: the fingerprint is computed from the numbers", (_, key, expected) => {
    expect(fingerprint(key)).toBe(expected);
    expect(key.fingerprint).toBe(expected);
  });
});

describe("signatures by another implementation", () => {
  it("are accepted, binary and armoured, SHA-256 and SHA-512", () => {
    expect(() => verifyDetached(data, binary, made.key)).not.toThrow();
    expect(() => verifyDetached(data, Buffer.from(made.armoured), made.key)).not.toThrow();
  });

  it("are refused over another file", () => {
    expect(() => verifyDetached(Buffer.from(`${made.data} `), binary, made.key)).toThrow(/does not fit/);
  });

  it("are refused by another key, which is named", () => {
    expect(() => verifyDetached(data, binary, OPENTOFU_KEY)).toThrow(new RegExp(made.key.fingerprint));
  });

  it("are refused by a key that only claims to be the one", () => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwk = publicKey.export({ format: "jwk" });
    const other = { ...made.key, n: String(jwk.n), e: String(jwk.e) };
    expect(() => verifyDetached(data, binary, other)).toThrow(/does not fit/);
  });

  it("are refused when one bit is another, wherever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: binary.length * 8 - 1 }), (bit) => {
        const broken = Buffer.from(binary);
        broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        // What is not signed may change without harm: the packet's own framing, and the part that is outside the hash.
        let accepted = true;
        try {
          verifyDetached(data, broken, made.key);
        } catch {
          accepted = false;
        }
        if (accepted) expect(unsigned(bit >> 3)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("are refused when cut off, and any bytes are no signature", () => {
    for (let length = 0; length < binary.length; length += 7)
      expect(() => verifyDetached(data, binary.subarray(0, length), made.key)).toThrow();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => verifyDetached(data, bytes, made.key)).toThrow();
      }),
    );
  });
});

/** Bytes of the fixture's packet that no hash covers: its header, and the unhashed area with the two check bytes after it. */
function unsigned(at: number): boolean {
  const header = 3;
  const hashedEnd = header + 6 + binary.readUInt16BE(header + 4);
  const unhashedEnd = hashedEnd + 2 + binary.readUInt16BE(hashedEnd);
  return at < header || (at >= hashedEnd && at < unhashedEnd + 4);
}

describe("signatures of ours, for the shapes that GnuPG does not write", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = publicKey.export({ format: "jwk" });
  const key: RsaKey = { fingerprint: "A".repeat(40), created: 0, n: String(jwk.n), e: String(jwk.e) };

  /** A version 4 signature of a kind, with a new-format header. */
  function sign(kind: number, algorithm: number, hash: number): Buffer {
    const hashed = Buffer.from([4, kind, algorithm, hash, 0, 0]);
    const trailer = Buffer.from([4, 0xff, 0, 0, 0, hashed.length]);
    const value = createSign("sha256").update(data).update(hashed).update(trailer).sign(privateKey);
    const body = Buffer.concat([hashed, Buffer.from([0, 0, 0, 0, (value.length * 8) >> 8, (value.length * 8) & 255]), value]);
    return Buffer.concat([Buffer.from([0xc2, 192 + ((body.length - 192) >> 8), (body.length - 192) & 255]), body]);
  }

  it("a plain one is accepted", () => expect(() => verifyDetached(data, sign(0, 1, 8), key)).not.toThrow());
  it("one over text, by another algorithm or with a broken hash is not", () => {
    expect(() => verifyDetached(data, sign(1, 1, 8), key)).toThrow(/RSA over a file/);
    expect(() => verifyDetached(data, sign(0, 17, 8), key)).toThrow(/RSA over a file/);
    expect(() => verifyDetached(data, sign(0, 1, 2), key)).toThrow(/RSA over a file/);
  });
});
