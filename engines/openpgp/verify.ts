import { createPublicKey, createVerify } from "node:crypto";

/** An RSA key as OpenPGP (RFC 9580) knows it. Numbers are base64url, big-endian. */
export interface RsaKey {
  /** 40 hexadecimal digits. */
  readonly fingerprint: string;
  /** Second of its making; part of the fingerprint. */
  readonly created: number;
  readonly n: string;
  readonly e: string;
}

const HASHES: Readonly<Record<number, string>> = { 8: "sha256", 9: "sha384", 10: "sha512" };

/** A detached signature over a file, by its parts. */
interface Signature {
  readonly hash: string;
  /** The part of the packet that is signed together with the file. */
  readonly hashed: Buffer;
  readonly issuer: string | null;
  readonly value: Buffer;
}

/** Throws unless `signature` (binary or armoured) is the key's own signature over `data`. */
export function verifyDetached(data: Uint8Array, signature: Uint8Array, key: RsaKey): void {
  const parsed = parse(packetOf(dearmoured(signature)));
  if (parsed.issuer !== null && parsed.issuer !== key.fingerprint.slice(-parsed.issuer.length)) {
    throw new Error(`The signature is by the key ${parsed.issuer}, not by ${key.fingerprint}. Nothing was installed.`);
  }
  const trailer = Buffer.alloc(6);
  trailer.writeUInt8(4, 0);
  trailer.writeUInt8(0xff, 1);
  trailer.writeUInt32BE(parsed.hashed.length, 2);
  const publicKey = createPublicKey({ key: { kty: "RSA", n: key.n, e: key.e }, format: "jwk" });
  const verifier = createVerify(parsed.hash).update(data).update(parsed.hashed).update(trailer);
  // OpenPGP strips leading zeros of the number; the check wants it as long as the modulus.
  const length = Buffer.from(key.n, "base64url").length;
  const value = Buffer.concat([Buffer.alloc(Math.max(0, length - parsed.value.length)), parsed.value]);
  if (!verifier.verify(publicKey, value)) throw new Error("The signature does not fit the file. Nothing was installed.");
}

/** The body of the first packet, which must be a signature. */
function packetOf(bytes: Buffer): Buffer {
  const tag = byte(bytes, 0);
  const kind = (tag & 0x40) !== 0 ? tag & 0x3f : (tag & 0x3c) >> 2;
  if ((tag & 0x80) === 0 || kind !== 2) throw new Error("This is no OpenPGP signature.");
  if ((tag & 0x40) === 0) {
    const size = 1 << (tag & 3);
    if (size === 8) return bytes.subarray(1);
    return cut(bytes, 1 + size, bytes.readUIntBE(1, size));
  }
  const first = byte(bytes, 1);
  if (first < 192) return cut(bytes, 2, first);
  if (first < 224) return cut(bytes, 3, ((first - 192) << 8) + byte(bytes, 2) + 192);
  if (first === 255) return cut(bytes, 6, bytes.readUInt32BE(2));
  throw new Error("The signature is in parts, which no detached signature is.");
}

function parse(body: Buffer): Signature {
  const hash = HASHES[byte(body, 3)];
  if (byte(body, 0) !== 4) throw new Error("The signature is not of version 4.");
  // 0: a signature over a binary document.
  if (byte(body, 1) !== 0 || byte(body, 2) !== 1 || hash === undefined) throw new Error("The signature is not RSA over a file with SHA-2.");
  const hashedEnd = 6 + body.readUInt16BE(4);
  const unhashedEnd = hashedEnd + 2 + body.readUInt16BE(hashedEnd);
  const bits = body.readUInt16BE(unhashedEnd + 2);
  return {
    hash,
    hashed: cut(body, 0, hashedEnd),
    issuer: issuerIn(cut(body, 6, hashedEnd - 6)) ?? issuerIn(cut(body, hashedEnd + 2, unhashedEnd - hashedEnd - 2)),
    value: cut(body, unhashedEnd + 4, Math.ceil(bits / 8)),
  };
}

/** Subpacket 33 has the fingerprint after a version byte, subpacket 16 its last eight bytes. */
function issuerIn(area: Buffer): string | null {
  for (let at = 0; at < area.length; ) {
    const first = byte(area, at);
    const [start, length] =
      first < 192
        ? [at + 1, first]
        : first < 255
          ? [at + 2, ((first - 192) << 8) + byte(area, at + 1) + 192]
          : [at + 5, area.readUInt32BE(at + 1)];
    const kind = byte(area, start) & 0x7f;
    if (kind === 33)
      return cut(area, start + 2, length - 2)
        .toString("hex")
        .toUpperCase();
    if (kind === 16)
      return cut(area, start + 1, 8)
        .toString("hex")
        .toUpperCase();
    at = start + length;
  }
  return null;
}

function dearmoured(signature: Uint8Array): Buffer {
  const text = Buffer.from(signature).toString("latin1");
  const armour =
    /-----BEGIN PGP SIGNATURE-----\r?\n(?:[^\r\n]+\r?\n)*\r?\n([A-Za-z0-9+/=\r\n]+?)\r?\n(?:=[A-Za-z0-9+/]{4}\r?\n)?-----END/.exec(text);
  return armour === null ? Buffer.from(signature) : Buffer.from(armour[1] ?? "", "base64");
}

function byte(bytes: Buffer, at: number): number {
  const value = bytes[at];
  if (value === undefined) throw new Error("The signature is cut off.");
  return value;
}

function cut(bytes: Buffer, from: number, length: number): Buffer {
  if (length < 0 || from + length > bytes.length) throw new Error("The signature is cut off.");
  return bytes.subarray(from, from + length);
}
