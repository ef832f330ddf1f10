import { expect, it } from "vitest";
import { type Document, judged, verdictOf } from "./judging.ts";

/** A bucket in Paris whose name nobody knows before it is made, and a policy for some bucket. */
const withPolicy = (bucket: string): Document => ({
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway" }, random: { source: "hashicorp/random" } } },
  provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
  variable: { flag: {}, other: {} },
  resource: {
    random_pet: { suffix: {} },
    scaleway_object_bucket: { main: { name: "lake-${random_pet.suffix.id}" } },
    scaleway_object_bucket_policy: { main: { bucket, policy: "{}" } },
  },
});

it.each([
  ["${scaleway_object_bucket.main.name}", "inside"],
  ["${scaleway_object_bucket.main.name}-logs", "undecided"],
  ["${lower(scaleway_object_bucket.main.name)}", "undecided"],
  ['${var.flag ? scaleway_object_bucket.main.name : "elsewhere"}', "undecided"],
  ["${var.flag ? scaleway_object_bucket.main.name : var.other}", "undecided"],
  ["${coalesce(var.other, scaleway_object_bucket.main.name)}", "undecided"],
  ["${coalesce(scaleway_object_bucket.main.name, var.other)}", "undecided"],
  ["${try(scaleway_object_bucket.main.name, var.other)}", "undecided"],
  ["${try(var.other, scaleway_object_bucket.main.name)}", "undecided"],
  ['${[scaleway_object_bucket.main.name, "elsewhere"][var.other]}', "undecided"],
  ['${{ a = scaleway_object_bucket.main.name, b = "elsewhere" }[var.other]}', "undecided"],
  ['${element([scaleway_object_bucket.main.name, "elsewhere"], var.other)}', "undecided"],
  ['${one([for x in [scaleway_object_bucket.main.name, "elsewhere"] : x if x == var.other])}', "undecided"],
  ["lake-${random_pet.suffix.id}", "undecided"],
])("a thing of the bucket %s is %s", (bucket, verdict) => {
  const report = judged(withPolicy(bucket), undefined, { rules: ["residency"] });
  expect(verdictOf(report, "scaleway_object_bucket_policy.main")).toBe(verdict);
});
