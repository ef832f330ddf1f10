import { createHash } from "node:crypto";
import { FAILS, type Operation } from "../lift.ts";

const of =
  (algorithm: string, encoding: "hex" | "base64"): Operation =>
  (value) =>
    typeof value === "string" ? createHash(algorithm).update(value, "utf8").digest(encoding) : FAILS;

/** Digests of texts. */
export const hashes: Readonly<Record<string, Operation>> = {
  md5: of("md5", "hex"),
  sha1: of("sha1", "hex"),
  sha256: of("sha256", "hex"),
  sha512: of("sha512", "hex"),
  base64sha256: of("sha256", "base64"),
  base64sha512: of("sha512", "base64"),
};
