import { createHash } from "node:crypto";
import type { Json } from "../json.ts";
import { FAILS, type Operation } from "../lift.ts";

const of =
  (algorithm: string, encoding: "hex" | "base64"): Operation =>
  (value) =>
    typeof value === "string" ? createHash(algorithm).update(value, "utf8").digest(encoding) : FAILS;

/** Namespaces of RFC 4122 that have a name; any other is written as a UUID. */
const NAMESPACES: Readonly<Record<string, string>> = {
  dns: "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
  url: "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
  oid: "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
  x500: "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
};

function uuidv5(namespace: Json | undefined, name: Json | undefined): string | undefined | typeof FAILS {
  if (typeof namespace !== "string" || typeof name !== "string") return FAILS;
  const id = Object.hasOwn(NAMESPACES, namespace) ? (NAMESPACES[namespace] ?? "") : namespace;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const bytes = createHash("sha1")
    .update(Buffer.from(id.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Digests of texts, and what is made of them. */
export const hashes: Readonly<Record<string, Operation>> = {
  uuidv5,
  md5: of("md5", "hex"),
  sha1: of("sha1", "hex"),
  sha256: of("sha256", "hex"),
  sha512: of("sha512", "hex"),
  base64sha256: of("sha256", "base64"),
  base64sha512: of("sha512", "base64"),
};
