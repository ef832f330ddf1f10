import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { house, type Module, modulesIn, ROOT } from "./house.ts";

/** Room → rooms that it may import from, itself included always. The first prefix that fits a file is its room. */
const ROOMS: readonly (readonly [prefix: RegExp, name: string, may: readonly string[]])[] = [
  [/^catalogue\//, "catalogue", []],
  [/^clouds\/contract\//, "clouds/contract", ["catalogue"]],
  [/^clouds\/schema\//, "clouds/schema", ["catalogue", "clouds/contract"]],
  [
    /^clouds\/(?:[^/]+\/(?:lower\/.*|index\.ts)|registry\/clouds\.ts)$/,
    "clouds/*/lower",
    ["catalogue", "clouds/contract", "clouds/* facts"],
  ],
  [/^clouds\//, "clouds/* facts", ["catalogue", "clouds/contract"]],
  [/^guard\//, "guard", ["catalogue", "clouds/contract", "clouds/* facts"]],
  [/^evidence\//, "evidence", ["catalogue", "clouds/contract", "clouds/* facts", "guard"]],
  [/^bindings\/naming\//, "bindings/naming", []],
  [/^bindings\/generator\//, "bindings/generator", ["catalogue", "clouds/schema", "bindings/naming"]],
  [/^bindings\/runtime\//, "bindings/runtime", ["bindings/naming"]],
  [/^delivery\/graph\//, "delivery/graph", ["catalogue"]],
  [/^constructs\//, "constructs", ["catalogue", "clouds/contract", "guard", "evidence", "delivery/graph"]],
  [/^stacks\//, "stacks", ["catalogue", "clouds/contract", "guard", "constructs"]],
  [
    /^engines\/pulumi\/(?!(?:find|run)\.ts)/,
    "engines/pulumi",
    ["catalogue", "clouds/contract", "clouds/schema", "clouds/* facts", "guard", "engines", "delivery/graph"],
  ],
  [/^engines\//, "engines", ["catalogue"]],
  [/^rehearsal\//, "rehearsal", ["catalogue", "clouds/contract", "clouds/schema", "clouds/* facts", "engines"]],
  [/^delivery\/temporal\//, "delivery/temporal", ["catalogue", "guard", "engines", "delivery/graph", "delivery"]],
  [/^delivery\//, "delivery", ["catalogue", "guard", "evidence", "engines", "rehearsal", "delivery/graph"]],
  [/^testing\//, "testing", ["catalogue", "clouds/contract", "clouds/schema", "clouds/* facts", "clouds/*/lower", "guard", "constructs"]],
  [/^portability\//, "portability", ["catalogue", "guard"]],
  [
    /^cli\//,
    "cli",
    [
      "catalogue",
      "clouds/contract",
      "clouds/schema",
      "clouds/* facts",
      "clouds/*/lower",
      "guard",
      "evidence",
      "bindings/naming",
      "bindings/generator",
      "constructs",
      "stacks",
      "engines",
      "engines/pulumi",
      "rehearsal",
      "delivery/graph",
      "delivery",
      "testing",
      "portability",
    ],
  ],
];

/** Packages that only some rooms may load. */
const PACKAGES: readonly (readonly [pattern: RegExp, rooms: readonly string[]])[] = [
  [/^cdktf(?:-frozen)?(?:\/|$)/, ["bindings/generator", "bindings/runtime", "constructs", "stacks"]],
  [/^constructs$/, ["clouds/contract", "bindings/generator", "bindings/runtime", "constructs", "stacks", "testing"]],
  [/^@pulumi\//, ["engines/pulumi", "rehearsal"]],
  [/^@temporalio\//, ["delivery/temporal"]],
  [/^(?:@grpc\/|@msgpack\/)/, ["rehearsal"]],
  [/^(?:commander|@bomb\.sh\/tab|picocolors|log-update)/, ["cli", "evidence"]],
];

const HOUSE = house();

const roomOf = (file: string) => ROOMS.find(([prefix]) => prefix.test(file));

it("puts every module into a room", () => {
  expect(HOUSE.filter(({ file }) => roomOf(file) === undefined).map(({ file }) => file)).toEqual([]);
  expect(HOUSE.length).toBeGreaterThan(30);
});

it("imports downward only", () => {
  const wrong = HOUSE.flatMap(({ file, imports }) => {
    const [, room = "", may = []] = roomOf(file) ?? [];
    return imports.flatMap(({ line, specifier, target }) => {
      if (target === undefined) return [];
      const [, other = target] = roomOf(target) ?? [];
      return other === room || may.includes(other)
        ? []
        : [`${file}:${line} imports "${specifier}" of ${other}; ${room} may import: ${[room, ...may].join(", ")}`];
    });
  });
  expect(wrong).toEqual([]);
});

it("keeps each cloud's folder to itself", () => {
  const wrong = HOUSE.flatMap(({ file, imports }) => {
    const cloud = /^clouds\/([^/]+)\//.exec(file)?.[1];
    if (cloud === undefined || ["contract", "schema", "registry"].includes(cloud)) return [];
    return imports.flatMap(({ line, specifier, target }) => {
      const other = /^clouds\/([^/]+)\//.exec(target ?? "")?.[1];
      return other === undefined || [cloud, "contract", "schema"].includes(other)
        ? []
        : [`${file}:${line} imports "${specifier}" of ${other}`];
    });
  });
  expect(wrong).toEqual([]);
});

it("keeps no list of the clouds but their folders: whoever adds one touches nothing else", () => {
  const lists = HOUSE.filter(({ file }) => !file.startsWith("clouds/registry/")).flatMap(({ file, imports }) => {
    const named = new Set(
      imports.flatMap(({ target }) => /^clouds\/(?!contract|schema|hosted|registry)([^/]+)\//.exec(target ?? "")?.[1] ?? []),
    );
    return named.size > 2 ? [`${file} names ${[...named].join(", ")}: import clouds/registry`] : [];
  });
  expect(lists).toEqual([]);
});

it("loads heavy packages in their rooms only", () => {
  const wrong = HOUSE.flatMap(({ file, imports }) => {
    const room = roomOf(file)?.[1] ?? "";
    return imports.flatMap(({ line, specifier }) => {
      const [, rooms] = PACKAGES.find(([pattern]) => pattern.test(specifier)) ?? [];
      return rooms === undefined || rooms.includes(room) ? [] : [`${file}:${line} imports "${specifier}"; only ${rooms.join(", ")} may`];
    });
  });
  expect(wrong).toEqual([]);
});

it("keeps the rooms of the guard in the order that its first file tells", () => {
  const told = [
    ...(/Its rooms[\s\S]*?\*\//.exec(readFileSync(join(ROOT, "guard/index.ts"), "utf8"))?.[0] ?? "").matchAll(/`([a-z]+)`/g),
  ].map(([, room]) => room);
  const inner = (file = ""): string | undefined => /^guard\/([a-z]+)\//.exec(file)?.[1];
  expect([...new Set(HOUSE.flatMap(({ file }) => inner(file) ?? []))].sort()).toEqual([...told].sort());
  const wrong = HOUSE.flatMap(({ file, imports }) =>
    imports.flatMap(({ line, specifier, target }) => {
      const [room, other] = [inner(file), inner(target)];
      return room === undefined || other === undefined || told.indexOf(other) <= told.indexOf(room)
        ? []
        : [`${file}:${line} imports "${specifier}"; ${other} comes after ${room}`];
    }),
  );
  expect(wrong).toEqual([]);
});

it("has no import cycle, type-only ones included", () => {
  expect(cyclesIn(HOUSE)).toEqual([]);
});

it("lets examples import public names only", () => {
  const wrong = modulesIn("examples").flatMap(({ file, imports }) =>
    imports.flatMap(({ line, specifier, target }) =>
      target === undefined || target.startsWith(file.split("/").slice(0, 2).join("/")) ? [] : [`${file}:${line} imports "${specifier}"`],
    ),
  );
  expect(wrong).toEqual([]);
});

function cyclesIn(modules: readonly Module[]): readonly string[] {
  const edges = new Map(modules.map(({ file, imports }) => [file, imports.flatMap(({ target }) => target ?? [])]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    else if (!done.has(file)) {
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    }
  };
  for (const file of edges.keys()) visit(file, []);
  return found;
}
