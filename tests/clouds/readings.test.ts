import { describe, expect, it } from "vitest";
import type { Reading } from "../../clouds/contract/index.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { mentionsOf, plain } from "./mentions.ts";

const read = CLOUD_FACTS.filter((facts) => Object.keys(facts.readings).length > 0);
const sibling = (path: string, name: string): string => (path.includes(".") ? `${path.slice(0, path.lastIndexOf("."))}.${name}` : name);

/** Every path of a type that a reading asks for. */
function pathsIn({ encryption, exposure = [], documents = [], facts = {}, ingress = [] }: Reading): readonly string[] {
  return [
    ...(encryption?.by === "attribute" ? [encryption.path, ...(encryption.keys === undefined ? [] : [encryption.keys])] : []),
    ...exposure.filter((way) => way.public !== "always").map((way) => way.path),
    ...documents.map((document) => document.path),
    ...Object.values(facts).map((fact) => fact.path),
    ...ingress.flatMap((list) => [
      list.path,
      ...(list.where === undefined ? [] : [sibling(list.path, list.where.attribute)]),
      ...(list.instead ?? []).map((name) => sibling(list.path, name)),
      ...(list.ports === undefined ? [] : [sibling(list.path, list.ports.from), sibling(list.path, list.ports.to)]),
    ]),
  ];
}

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
