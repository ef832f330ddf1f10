import type { Reading } from "terroir/extend";

/** What resources say of their protections: the names of the facts are those that rules ask for. */
export const readings: Readonly<Record<string, Reading>> = {
  __PREFIX___bucket: {
    concept: "bucket",
    encryption: {
      by: "operator",
      claim: "Every object is encrypted at rest.",
      source: "https://docs.__PREFIX__.example/object-storage",
      seen: "__TODAY__",
    },
    facts: { versioned: { as: "switch", path: "versioning", when: [true], absent: false } },
  },
};
