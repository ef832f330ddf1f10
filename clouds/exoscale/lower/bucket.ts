import { type Lower, s3Bucket } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";

/**
 * A bucket of Simple Object Storage, through its S3 interface: it keeps versions.
 *
 * Source: community.exoscale.com/documentation/storage/simple-object-storage-overview and …/versioning; seen 2026-11-28.
 */
export const bucket: Lower<"bucket"> = (spec, cx) =>
  s3Bucket(
    spec,
    { name: "Exoscale's object storage", ...objectStorage(cx.region), encryptionRule: false, tags: false, lifecycle: false, locks: [] },
    cx,
  );
