import { InputError } from "terroir/catalogue";
import type { Lower } from "terroir/extend";

/**
 * A private bucket. The function is pure: the same spec in the same place gives the same resources. What the provider cannot do is refused, and
 * the sentence says what to do instead.
 */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  if (spec.encryption.by === "own-key")
    throw new InputError(`Bucket ${spec.name} wants a key of your own, which this provider does not take. Leave out { key }.`);
  if (spec.lock !== undefined || spec.lifecycle.length > 0)
    throw new InputError(`Bucket ${spec.name} wants a lock or lifecycle rules, which this provider does not have. Leave out { lock } and { lifecycle }.`);
  const [replica, ...more] = spec.replicas;
  if (more.length > 0)
    throw new InputError(`Bucket ${spec.name} wants ${spec.replicas.length} replicas, and this provider makes one. Keep one of them.`);
  const suffix = spec.uniqueFor === undefined ? "" : `-${cx.digest(spec.uniqueFor, 8)}`;
  const made = cx.resource(
    "__PREFIX___bucket",
    "bucket",
    {
      name: `${spec.name}${suffix}`,
      region: cx.region,
      versioning: spec.versioned,
      tags: spec.tags,
      ...(replica === undefined ? {} : { replica_region: replica.region }),
    },
    spec.protect ? { preventDestroy: true } : {},
  );
  return { name: made.ref("name"), endpoint: `https://s3.${cx.region}.__PREFIX__.example`, region: cx.region };
};
