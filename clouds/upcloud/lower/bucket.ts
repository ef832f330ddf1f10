import { InputError } from "../../../catalogue/index.ts";
import { type Lower, s3Bucket } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";

/**
 * A bucket of an object storage service that stands already, through its S3 interface: it keeps versions and deletes by age. What lies there is encrypted
 * by the operator, and neither copies itself nor can be locked.
 *
 * Source: upcloud.com/docs/products/managed-object-storage "S3 standard compatible", developers.upcloud.com/1.3/21-managed-object-storage; seen 2026-11-28.
 */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  const { objectStorage: service = "" } = cx.account;
  if (service === "")
    throw new InputError(
      `Bucket ${spec.name} has nowhere to stand: at UpCloud each object storage service has an address of its own, given when it is ordered. Order one in the console, or in a stack before this one (upcloud_managed_object_storage), and say which: { account: { objectStorage: "abcde" } } for abcde.upcloudobjects.com.`,
    );
  const found = objectStorage(cx.region, service);
  if (found === undefined)
    throw new InputError(
      `Bucket ${spec.name} has nowhere to stand: of UpCloud's object storage we know that it keeps its data in fi-hel1, and not where it does for ${cx.region}. Put it there.`,
    );
  const store = { name: "UpCloud's object storage", endpoint: `https://${found.host}`, region: found.region };
  return s3Bucket(spec, { ...store, encryptionRule: false, tags: false, lifecycle: true, locks: [] }, cx);
};
