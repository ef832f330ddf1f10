import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Placement } from "../../clouds/contract/index.ts";
import { CLOUD_FACTS, cloudFacts } from "../../clouds/facts.ts";
import { unclassified } from "../../clouds/schema/index.ts";
import { locationLike, mentionsOf, plain } from "./mentions.ts";
import { PLACED } from "./placed-clouds.ts";

describe("the clouds that are placed", () => {
  it("are all that the guard reads: a cloud without placements would be refused whole", () => {
    expect(CLOUD_FACTS.filter((facts) => Object.keys(facts.resources).length === 0)).toEqual([]);
  });

  it("are all or nothing: no cloud places its data sources alone", () => {
    for (const { resources, dataSources } of CLOUD_FACTS)
      expect(Object.keys(dataSources).length > 0).toBe(Object.keys(resources).length > 0);
  });

  it("name groups of regions by names that are no region, and members that are", () => {
    for (const { cloud, groups, regions } of CLOUD_FACTS)
      for (const [name, members] of Object.entries(groups ?? {})) {
        expect(Object.hasOwn(regions, name), `${cloud}:${name}`).toBe(false);
        expect(members.length).toBeGreaterThan(1);
        for (const member of members) expect(Object.hasOwn(regions, member), `${cloud}:${member}`).toBe(true);
      }
  });
});

describe.each(PLACED.map((placed) => [placed.cloud, placed] as const))("%s", (cloud, placed) => {
  const { resources, dataSources, families } = placed;
  const { schema, pathsOf, pathOf, unspoken } = mentionsOf(cloud);
  /** Both tables, data sources as `data.…`. */
  const entries: readonly (readonly [string, Placement])[] = [
    ...Object.entries(resources),
    ...Object.entries(dataSources).map(([type, placement]) => [`data.${type}`, placement] as const),
  ];
  const entryOf = new Map(entries);
  const at = (type: string): Placement => {
    const placement = entryOf.get(type);
    if (placement === undefined) throw new Error(`${type} has no placement`);
    return placement;
  };

  describe("completeness", () => {
    it("has one entry for each resource type and data source, and no other", () => {
      expect(Object.keys(resources).sort()).toEqual([...schema.resourceTypes].sort());
      expect(Object.keys(dataSources).sort()).toEqual([...schema.dataSourceTypes].sort());
      expect([schema.resourceTypes.length, schema.dataSourceTypes.length]).toEqual(placed.size);
    });

    it("has one for what is ephemeral, unless a data source shares its name", () => {
      const others = schema.ephemeralTypes.filter((type) => !schema.dataSourceTypes.includes(type));
      expect(Object.keys(cloudFacts(cloud)?.ephemeral ?? {}).sort()).toEqual(others.sort());
    });

    it("is what the guard reads", () => {
      expect(cloudFacts(placed.cloud)).toMatchObject({ resources, dataSources });
    });

    it("classifies no type in two families, where the later would silently win", () => {
      for (const table of ["resources", "dataSources"] as const) {
        const types = Object.values(families).flatMap((family) => Object.keys(family[table]));
        expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
      }
    });

    it("mentions every location-like path that can be set: as place, zone, way out, or look-alike with a reason", () => {
      expect(entries.flatMap(([type, placement]) => unspoken(type, placement).map((path) => `${type}: ${path}`))).toEqual([]);
    });

    it("satisfies the catalogue's own check, which a refreshed schema is held against", () => {
      expect(unclassified(schema, { resources, dataSources })).toEqual([]);
    });

    it("reports every location-like path of a type whose entry says nothing, so that the check above can fail", () => {
      const silent: Placement = { by: "global", because: "Says nothing of any attribute." };
      const speaking = entries.map(([type]) => type).filter((type) => pathsOf(type).some(locationLike));
      expect(speaking.length).toBeGreaterThan(placed.speaking);
      fc.assert(
        fc.property(fc.constantFrom(...speaking), (type) => {
          expect(unspoken(type, silent)).toEqual(
            pathsOf(type)
              .filter(locationLike)
              .map((path) => path.path),
          );
        }),
      );
    });
  });

  describe("every path in the tables", () => {
    const settable = (type: string, path: string) => {
      const found = pathOf(type, path);
      expect(found, `${type}.${path} is not in the schema`).toBeDefined();
      expect(found?.settable, `${type}.${path} cannot be set, so nothing can be read from it`).toBe(true);
    };

    it("that places, sends or names a zone is in the schema and can be set", () => {
      for (const [type, placement] of entries) {
        if (placement.by === "attribute") for (const path of placement.paths) settable(type, path);
        if (placement.by === "attribute" && placement.parent !== undefined) settable(type, placement.parent.path);
        if (placement.by === "parent") settable(type, placement.path);
        if (placement.by === "order") {
          for (const list of placement.lists) for (const member of ["label", "value"]) settable(type, `${list}.${member}`);
          for (const path of placement.codes ?? []) settable(type, path);
        }
        for (const path of placement.zones ?? []) settable(type, path);
        for (const path of Object.keys(placement.notPlaces ?? {})) settable(type, path);
        for (const sending of placement.sends ?? []) {
          if (sending.path === "") expect(sending.absent, `${type} sends by itself and does not say where to`).toBeDefined();
          else settable(type, sending.path);
          if (sending.where !== undefined)
            settable(type, `${sending.path.slice(0, sending.path.lastIndexOf(".") + 1)}${sending.where.attribute}`);
          if (sending.named !== undefined)
            for (const target of (sending.of ?? []).filter((target) => !target.startsWith("data."))) settable(target, sending.named);
        }
      }
    });

    it("that tells is in the schema, and is given back by the provider or was asked of it", () => {
      for (const [type, placement] of entries)
        for (const path of placement.told ?? []) expect(pathOf(type, path), `${type}.${path} is not in the schema`).toBeDefined();
    });

    it("points at types that exist, are classified, and say where they are", () => {
      for (const [type, placement] of entries) {
        const targets = [
          ...(placement.by === "parent" ? placement.of : []),
          ...(placement.by === "attribute" ? (placement.parent?.of ?? []) : []),
          ...(placement.sends ?? []).flatMap((sending) => sending.of ?? []),
        ];
        if (placement.by === "parent") expect(targets.length, `${type} points at nothing`).toBeGreaterThan(0);
        for (const target of targets) {
          expect(entryOf.has(target), `${type} points at ${target}, which is no type`).toBe(true);
          // A child of something global is accepted wherever it is: no parent may be, but settings of caches that residency/cdn judges.
          const delivers = at(target).sends?.some(({ kind }) => kind === "cache") === true;
          expect(delivers ? "cached" : at(target).by, `${type} is placed with ${target}, which is nowhere`).not.toBe("global");
        }
      }
    });

    it("that is optional says what silence means", () => {
      for (const [type, placement] of entries) {
        if (placement.by !== "attribute" && placement.by !== "parent") continue;
        const paths = placement.by === "attribute" ? placement.paths : [placement.path];
        const optional = paths.filter((path) => pathOf(type, path)?.attribute.required !== true && !path.includes("."));
        const spoken = placement.absent !== undefined || (placement.by === "attribute" && placement.parent !== undefined);
        if (optional.length > 0) expect(spoken, `${type}: ${optional.join(", ")} may be left out`).toBe(true);
      }
    });
  });

  describe("every sentence", () => {
    it("is one: a capital, a full stop, more than a word", () => {
      for (const [type, placement] of entries) {
        const sentences = [
          ...("because" in placement ? [placement.because] : []),
          ...Object.values(placement.notPlaces ?? {}),
          ...("absent" in placement && placement.absent !== undefined ? [placement.absent.because] : []),
          ...(placement.sends ?? []).flatMap((sending) => (sending.absent === undefined ? [] : [sending.absent.because])),
        ];
        for (const sentence of sentences) expect(sentence, `${type}: "${sentence}"`).toMatch(/^[A-Z`].{8,}[.)]$/);
      }
    });
  });

  describe("lookups", () => {
    it("tell the region wherever the provider's answer holds one", () => {
      for (const [type, placement] of entries) {
        if (placement.by !== "lookup" || placed.elsewhere.includes(type)) continue;
        const answers = pathsOf(type).filter((path) => placed.region.test(plain(path.path)));
        if (answers.length > 0)
          expect(placement.told ?? [], `${type} could tell ${answers.map((path) => path.path).join(", ")}`).not.toEqual([]);
      }
    });

    it("are data sources only: a resource is never accepted because it was looked up", () => {
      expect(entries.filter(([type, placement]) => placement.by === "lookup" && !type.startsWith("data."))).toEqual([]);
    });
  });
});
