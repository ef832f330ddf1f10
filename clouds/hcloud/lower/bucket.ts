import { InputError } from "../../../catalogue/index.ts";
import { type Lower, s3Bucket } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";

/** A bucket of Hetzner's object storage, through its S3 interface. Source: rclone backend/s3/provider/Hetzner.yaml; seen 2026-11-23. */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  const store = objectStorage(cx.region);
  if (store === undefined)
    throw new InputError(`Bucket ${spec.name} has nowhere to stand: ${cx.region} sells no object storage. Choose fsn1, nbg1 or hel1.`);
  return s3Bucket(
    spec,
    { name: "Hetzner's object storage", ...store, encryptionRule: false, tags: false, lifecycle: false, locks: [] },
    cx,
  );
};
