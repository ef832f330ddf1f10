import { type Lower, s3Bucket } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";

/**
 * A bucket of OUTSCALE Object Storage, through its S3 interface: versions, locks, lifecycle rules that delete, and a bucket-wide encryption rule (AES256
 * with the operator's key). Accounts end at their region, so that no bucket copies itself to another.
 *
 * Source: docs.outscale.com "OOS API Reference", "Bucket Encryption Configuration Reference", "Managing Object Lock"; seen 2026-11-28.
 */
export const bucket: Lower<"bucket"> = (spec, cx) =>
  s3Bucket(
    spec,
    { name: "Outscale's object storage", ...objectStorage(cx.region), encryptionRule: true, tags: false, lifecycle: true },
    cx,
  );
