import { defineRule, pass } from "terroir/guard";

export const bucketsKeepThirtyDays = defineRule({
  id: "acme/buckets-keep-30-days",
  title: "Every bucket keeps deleted objects for at least 30 days",
  why: "Ransomware deletes first. Thirty days is what our insurer asks for.",
  controls: ["ISO27001:A.8.13"],
  on: "bucket",
  options: { days: 30 },
  check(bucket, { days }) {
    const kept = bucket.read("retentionDays", 0);
    if (kept >= days) return pass;
    return {
      because: `keeps deleted objects for ${kept} days`,
      want: `at least ${days} days`,
      fix: `use Archive of @acme/infrastructure, or new Bucket(scope, id, { lock: { mode: "governance", days: ${days} } })`,
    };
  },
  examples: {
    passes: { "forty days": { retentionDays: 40 }, "thirty days": { retentionDays: 30 } },
    fails: { "a week": { retentionDays: 7 }, "nothing said": {} },
  },
});
