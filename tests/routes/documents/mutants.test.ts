import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../guard/values/json.ts";
import { type Document, judged, merged } from "./document.ts";
import { HONEST } from "./honest.ts";

/** Codes inside, longest first, and codes of the same sort that are outside. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  "EU-WEST-PAR": ["UK1", "EU-WEST-LZ-MNC-A"],
  "EU-SOUTH-MIL": ["UK1", "EU-WEST-LZ-ZRH-A"],
  "eu-west-par-a": ["EU-WEST-LZ-MNC-A"],
  "eu-west-gra": ["eu-west-eri", "ca-east-bhs"],
  "eu-west-rbx": ["eu-west-eri", "ca-east-bhs"],
  EU_WEST_RBX: ["EU_WEST_ERI"],
  "s3.gra.io": ["s3.bhs.io", "s3.uk.io"],
  "s3.sbg.io": ["s3.bhs.io"],
  "ovh-eu": ["ovh-ca", "ovh-us"],
  "eu.api.ovh.com": ["ca.api.ovh.com", "api.us.ovhcloud.com"],
  GRA11: ["BHS5", "US-EAST-VA-1", "GRA99"],
  GRA9: ["BHS5"],
  SBG5: ["BHS5", "UK1"],
  WAW1: ["BHS5"],
  DE1: ["UK1"],
  '"GRA"': ['"BHS"', '"UK"'],
  '"SBG"': ['"BHS"'],
  '"RBX"': ['"BHS"'],
  '"DE"': ['"UK"'],
};

/** What a mutation changes without changing where anything is: a value that nothing reads. */
const UNREAD: readonly RegExp[] = [
  /^a region by workspace: SBG5/,
  /^a region by a local of objects: SBG5/,
  /^a check without data: GRA11#2/,
];

interface Mutant {
  readonly name: string;
  readonly document: Document;
}

function* mutants(name: string, document: Document): Generator<Mutant> {
  const text = JSON.stringify(document);
  for (const [code, others] of Object.entries(ELSEWHERE)) {
    let seen = 0;
    for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + code.length)) {
      seen++;
      for (const other of others)
        yield {
          name: `${name}: ${code}#${seen} → ${other}`,
          document: JSON.parse(text.slice(0, at) + other + text.slice(at + code.length)) as Document,
        };
    }
  }
}

const ALL = Object.entries(HONEST).flatMap(([name, document]) => [...mutants(name, document)]);

const FAR: Readonly<Record<string, string>> = {
  GRA11: "BHS5",
  GRA9: "BHS5",
  SBG5: "UK1",
  WAW1: "UK1",
  DE1: "UK1",
  "EU-WEST-PAR": "EU-WEST-LZ-MNC-A",
  "EU-SOUTH-MIL": "EU-WEST-LZ-ZRH-A",
  GRA: "BHS",
  SBG: "UK",
  RBX: "BHS",
  DE: "UK",
  "eu-west-gra": "ca-east-bhs",
  "eu-west-rbx": "eu-west-eri",
  "ovh-eu": "ovh-us",
  "https://s3.gra.io.cloud.ovh.net": "https://s3.bhs.io.cloud.ovh.net",
};

/** Ways to say a code that is outside, or one that nobody knows, in place of a literal. */
const HIDDEN: Readonly<Record<string, (inside: string, outside: string) => readonly [value: Json, beside: Document]>> = {
  "a variable": (_, out) => ["${var.hidden}", { variable: { hidden: { default: out } } }],
  "a variable that nobody gives": () => ["${var.hidden}", { variable: { hidden: {} } }],
  "a local": (_, out) => ["${local.hidden.a[0]}", { locals: { hidden: { a: [out] } } }],
  pieces: (_, out) => [`\${join("", ["${out.slice(0, 2)}", "${out.slice(2)}"])}`, {}],
  "half a template": (_, out) => [`${out.slice(0, 1)}\${"${out.slice(1)}"}`, {}],
  "a condition": (inside, out) => [`\${var.hidden ? "${out}" : "${inside}"}`, { variable: { hidden: {} } }],
  "a list by an unknown index": (inside, out) => [`\${["${inside}", "${out}"][var.hidden]}`, { variable: { hidden: {} } }],
  "a try": (inside, out) => [`\${try(local.hidden.r, "${inside}")}`, { locals: { hidden: { r: out } } }],
  "a coalesce": (inside, out) => [`\${coalesce(var.hidden, "${inside}")}`, { variable: { hidden: { default: out } } }],
  "a validation that allows it": (inside, out) => [
    "${var.hidden}",
    { variable: { hidden: { validation: { condition: `\${contains(["${inside}", "${out}"], var.hidden)}`, error_message: "x" } } } },
  ],
  "a file": () => ['${file("x")}', {}],
  "a list of two": (inside, out) => [[inside, out], {}],
  "an object": (inside) => [{ value: inside }, {}],
};

/** Every literal that is a code, by its way through the document. */
function* literals(
  json: Json,
  path: readonly (string | number)[] = [],
): Generator<readonly [path: readonly (string | number)[], code: string]> {
  if (typeof json === "string") {
    if (Object.hasOwn(FAR, json)) yield [path, json];
    return;
  }
  if (typeof json !== "object" || json === null) return;
  for (const [key, one] of Object.entries(json) as [string, Json][])
    yield* literals(one, [...path, Array.isArray(json) ? Number(key) : key]);
}

function replaced(json: Json, [step, ...rest]: readonly (string | number)[], value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(json)) return json.map((one: Json, index) => (index === step ? replaced(one, rest, value) : one));
  return Object.fromEntries(Object.entries(json as Document).map(([key, one]) => [key, key === step ? replaced(one, rest, value) : one]));
}

const HIDING = Object.entries(HONEST).flatMap(([name, document]) =>
  [...literals(document)]
    // What a variable or a local holds is itself a way to hide something.
    .filter(([path]) => path[0] === "resource" || path[0] === "data" || path[0] === "provider")
    .flatMap(([path, code]) =>
      Object.entries(HIDDEN).map(([how, hide]) => {
        const [value, beside] = hide(code, FAR[code] ?? "");
        return { name: `${name}: ${path.join(".")} by ${how}`, document: merged(replaced(document, path, value) as Document, beside) };
      }),
    ),
);

/** More steps between where a value stands and where it is used; each keeps what it is. */
const STEPS: readonly ((value: Json, name: string) => readonly [value: Json, beside: Document])[] = [
  (value, name) => [`\${local.${name}}`, { locals: { [name]: value } }],
  (value, name) => [`\${local.${name}.deep[1].er}`, { locals: { [name]: { deep: [null, { er: value }] } } }],
  (value, name) => [`\${try(local.${name}, null)}`, { locals: { [name]: value } }],
  (value, name) => [`\${[local.${name}][0]}`, { locals: { [name]: value } }],
  (value, name) => [`\${true ? local.${name} : null}`, { locals: { [name]: value } }],
  (value, name) => [`\${terraform_data.${name}.input}`, { resource: { terraform_data: { [name]: { input: value } } } }],
  (value, name) => [`\${lookup({ a = local.${name} }, "a", null)}`, { locals: { [name]: value } }],
  (value, name) => [`\${jsondecode(jsonencode(local.${name}))}`, { locals: { [name]: value } }],
];

const PLACES = Object.entries(HONEST).flatMap(([name, document]) =>
  [...literals(document)]
    .filter(([path]) => path[0] === "resource" || path[0] === "data" || path[0] === "provider")
    .map(([path, code]) => ({ name, document, path, code })),
);

/** Any place of any program, moved outside in any way, behind up to four steps. */
const anyMutant = fc
  .tuple(fc.constantFrom(...PLACES), fc.constantFrom(...Object.entries(HIDDEN)), fc.array(fc.constantFrom(...STEPS), { maxLength: 4 }))
  .map(([{ name, document, path, code }, [how, hide], steps]): Mutant => {
    let [value, beside] = hide(code, FAR[code] ?? "");
    for (const [index, step] of steps.entries()) {
      const [next, more] = step(value, `step${index}`);
      value = next;
      beside = merged(beside, more);
    }
    return {
      name: `${name}: ${path.join(".")} by ${how} and ${steps.length} steps`,
      document: merged(replaced(document, path, value) as Document, beside),
    };
  });

describe("an honest program with one place moved outside", () => {
  it("is refused, each of many", () => {
    const survivors = ALL.filter(({ document }) => judged(document).verdict === "inside").map(({ name }) => name);
    expect(survivors.filter((name) => !UNREAD.some((unread) => unread.test(name)))).toEqual([]);
    expect(ALL.length).toBeGreaterThan(200);
  });

  it("is refused, each of many ways to hide it", () => {
    const survivors = HIDING.filter(({ document }) => judged(document).verdict === "inside").map(({ name }) => name);
    expect(survivors).toEqual([]);
    expect(HIDING.length).toBeGreaterThan(800);
  });

  const runs = Number(process.env["TERROIR_MUTANTS"] ?? 400);
  it(`is refused, whatever the way there: ${runs} of them`, () => {
    fc.assert(
      fc.property(anyMutant, ({ document }) => {
        expect(judged(document).verdict).toBe("refused");
      }),
      { numRuns: runs },
    );
  }, 3_600_000);
});
