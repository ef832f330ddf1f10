import { InputError } from "../../../catalogue/index.ts";
import { type Lower, s3Bucket } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";

/** Days that a lock can last. Source: docs.stackit.cloud/products/storage/object-storage/faq; seen 2026-11-28. */
const LONGEST = 365;

/** A bucket of STACKIT Object Storage, through its S3 interface: versions, and locks where the project allows them. Source: the same page. */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  if (spec.lock !== undefined && spec.lock.days > LONGEST)
    throw new InputError(
      `Bucket ${spec.name} is to be locked for ${spec.lock.days} days, and STACKIT locks for ${LONGEST} at most. Say { days: ${LONGEST} }, or keep what must stay longer at another cloud.`,
    );
  return s3Bucket(
    spec,
    { name: "STACKIT's object storage", ...objectStorage(cx.region), encryptionRule: false, tags: false, lifecycle: false },
    cx,
  );
};
