import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { ROOT } from "../architecture/house.ts";
import { mentionsOf, plain } from "./mentions.ts";
import { pathsBeside, pathsIn } from "./reading-paths.ts";

/** Names of the facts, as their interface declares them. */
const FACTS = [
  ...readFileSync(join(ROOT, "clouds", "contract", "fact-reading.ts"), "utf8").matchAll(/readonly (\w+)\?: FactReading;/g),
].map(([, name]) => name);

const read = CLOUD_FACTS.filter((facts) => Object.keys(facts.readings).length > 0);
it("every cloud that is placed is read", () => {
  expect(read.map(({ cloud }) => cloud)).toEqual(CLOUD_FACTS.filter((f) => Object.keys(f.resources).length > 0).map(({ cloud }) => cloud));
});

describe.each(read.map((facts) => [facts.cloud, facts] as const))("%s", (cloud, facts) => {
  const { schema, pathOf } = mentionsOf(cloud);
  const all = Object.entries(facts.readings);

  /** In the schema, or a key of a map of strings. */
  const readable = (type: string, path: string): boolean =>
    pathOf(type, path) !== undefined ||
    JSON.stringify(pathOf(type, plain(path).split(".").slice(0, -1).join("."))?.type ?? "").includes('["map","string"]');

  it("reads types that the schema has, by paths that it has", () => {
    for (const [type, reading] of all) {
      expect(schema.resource(type), type).toBeDefined();
      for (const path of pathsIn(reading)) expect(readable(type, path), `${type}.${path}`).toBe(true);
      for (const { type: other, path } of pathsBeside(reading)) expect(readable(other, path), `${other}.${path}`).toBe(true);
    }
  });

  it("asks for facts that rules know, and writes lists as lists", () => {
    for (const [type, reading] of all) {
      for (const fact of Object.keys(reading.facts ?? {})) expect(FACTS, `${type}: ${fact}`).toContain(fact);
      for (const path of pathsIn(reading)) {
        const known = pathOf(type, path)?.path ?? path;
        // A list of plain values may be written with brackets or without: it means its members either way.
        expect(path.replace(/\[\]$/, ""), `${type}.${path}`).toBe(known.replace(/\[\]$/, ""));
      }
    }
  });

  it("never takes silence for encryption, and says in a whole sentence why nothing is shown and what to do", () => {
    for (const [type, { encryption, exposure = [], ingress = [] }] of all) {
      if (encryption?.by === "attribute") expect(encryption.absent, type).toBe(false);
      const sentences = [
        ...(encryption?.by === "nothing" || encryption?.by === "none" ? [encryption.because] : []),
        ...exposure.map((way) => way.remedy),
        ...ingress.flatMap((list) => list.remedy ?? []),
      ];
      for (const sentence of sentences) expect(sentence, type).toMatch(/^[A-Z].{15,}\.$/);
    }
  });

  it("has something to say of each type that it names", () => {
    for (const [type, reading] of all) expect(Object.keys(reading).length, type).toBeGreaterThan(0);
  });
});
