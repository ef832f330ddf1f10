import { defineRule, pass } from "terroir/guard";

/** __TITLE__. Write what it promises, why, and what passes and fails: the examples are its tests. */
export const __CAMEL__ = defineRule({
  id: "__ID__",
  title: "Every bucket keeps old versions of its objects",
  why: "Ransomware deletes first; an old version is what is left.",
  on: "bucket",
  check(bucket) {
    if (bucket.read("versioned", false)) return pass;
    return {
      because: "does not keep old versions",
      want: "versioning switched on",
      fix: "new Bucket(scope, id, { versioned: true })",
    };
  },
  examples: {
    passes: { "switched on": { versioned: true } },
    fails: { "switched off": { versioned: false }, "nothing said": {} },
  },
});
