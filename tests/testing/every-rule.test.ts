import { describe, expect, it } from "vitest";
import {
  builtInRules,
  defaultPolicy,
  type Infrastructure,
  InputError,
  type Json,
  judge,
  type Rule,
  readDocument,
} from "../../guard/index.ts";
import { LOCK_FILE, lockFileOf } from "../../guard/views/folder/lock-file.ts";
import type { Body } from "../../testing/mutation/mutant.ts";
import { withValue } from "../../testing/mutation/paths.ts";

type Path = readonly (string | number)[];

const BESIDE = "Silence is accepted: what it refuses is written beside what is there, as its failing examples do, and not in place of it.";

/** Rules that nothing of a resource or a provider block decides: what they look at, the mutators of this test do not change. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "encryption/key-recovery": BESIDE,
  "execution/before-plan": "Its type decides: what it accepts computes in the engine, whatever is written in it.",
  "execution/opaque": "Its type decides: what it refuses are modules, manifests, files and imports.",
  "execution/provisioner": "That there is one decides, and what it accepts has none.",
  "isolation/public-address": BESIDE,
  "portability/equivalent": "Its type decides: whether other clouds have a counterpart.",
  "residency/cdn": "Its type decides: what it refuses are networks of caches.",
  "resilience/backup": BESIDE,
  "resilience/force-destroy": BESIDE,
};

/** `rule path`: what may be unknown there although some value of it is refused, and why that is right. */
const LITERAL = "The engine takes no expression there.";
const MAY_BE_UNKNOWN: Readonly<Record<string, string>> = {
  "isolation/peering provider.outscale.1.alias": LITERAL,
  "supply-chain/lock-file terraform.required_providers.ovh.source": LITERAL,
};

/** Rules of which the examples are facts, and no documents. */
const FACTS = ["portability/open-engine"];

const isMap = (json: Json | undefined): json is Body => typeof json === "object" && json !== null && !Array.isArray(json);

/** Everything that is written in a resource, leaf by leaf. */
function* leaves(json: Json, at: Path = []): Iterable<readonly [Path, Json]> {
  if (isMap(json)) for (const [key, one] of Object.entries(json)) yield* leaves(one, [...at, key]);
  else if (Array.isArray(json)) for (const [index, one] of (json as readonly Json[]).entries()) yield* leaves(one, [...at, index]);
  else if (at.length > 0) yield [at, json];
}

/** What else could stand there: nothing, the other answer, another text, or what the rule's own examples refuse. */
function others(value: Json, refused: readonly Json[]): readonly (Json | undefined)[] {
  const own = typeof value === "boolean" ? [!value] : typeof value === "number" ? [0, -1, value * 100] : ["none", "0.0.0.0/0", "BHS5"];
  return [undefined, ...own, ...refused].filter((one) => one !== value);
}

/** Values of the examples that the rule refuses, by the last name on the way to them. */
function refusedValues({ examples }: Rule): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  for (const example of Object.values(examples.fails))
    for (const [path, value] of leaves(example as Json)) {
      const name = String(path.findLast((step) => typeof step === "string"));
      found.set(name, [...(found.get(name) ?? []), value]);
    }
  return found;
}

const SECTIONS = ["resource", "data", "terraform", "provider", "module"];
const isDocument = (example: object): example is Body => SECTIONS.some((section) => section in example);

const UNKNOWN = "${var.terroir_mutation}";
/** Blocks this near to the root are taken out whole as well. */
const BLOCKS = 4;

/** Blocks and their lists, by which a document says that something is there at all. */
function* blocks(json: Json, at: Path = []): Iterable<Path> {
  if (typeof json !== "object" || json === null || at.length > BLOCKS) return;
  if (at.length > 0) yield at;
  for (const [key, one] of Object.entries(json)) yield* blocks(one as Json, [...at, Array.isArray(json) ? Number(key) : key]);
}

/** Undefined: no engine would take it, and neither does the guard. */
function readable(document: Body): Infrastructure | undefined {
  try {
    return readDocument(document, "mutant.tf.json");
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The rule alone, over a document whose lock file stands in it under its name, as in the rule's examples. */
function accepts(rule: Rule, { [LOCK_FILE]: lock, ...document }: Body): boolean {
  const read = readable(document);
  if (read === undefined) return false;
  const { findings } = judge([typeof lock === "string" ? { ...read, locked: lockFileOf(lock) } : read], defaultPolicy, {
    rules: [rule.id],
  });
  return findings.every(({ verdict }) => verdict !== "outside" && verdict !== "undecided");
}

const nameOf = (path: Path): string => String(path.findLast((step) => typeof step === "string"));

/** What became of the mutants of a rule's accepted examples: how many it refused, and which leaves it lets be unknown and not be otherwise. */
function tried(rule: Rule): { readonly killed: number; readonly holes: readonly string[] } {
  const refused = refusedValues(rule);
  const holes: string[] = [];
  let killed = 0;
  const kills = (document: Body): boolean => {
    const isKilled = !accepts(rule, document);
    if (isKilled) killed++;
    return isKilled;
  };
  for (const example of Object.values(rule.examples.passes).filter(isDocument)) {
    for (const path of blocks(example)) kills(withValue(example, path, undefined));
    for (const [path, value] of leaves(example)) {
      if (path[0] === "variable" || path[0] === LOCK_FILE) continue;
      const decides = others(value, refused.get(nameOf(path)) ?? []).filter((to) => kills(withValue(example, path, to))).length > 0;
      const variable = { ...(isMap(example["variable"]) && example["variable"]), terroir_mutation: {} };
      const isRefused = kills({ ...withValue(example, path, UNKNOWN), variable });
      if (decides && !isRefused) holes.push(`${rule.id} ${path.join(".")}`);
    }
  }
  return { killed, holes: [...new Set(holes)] };
}

describe("mutants of what a rule accepts", () => {
  const rules: readonly Rule[] = builtInRules.filter(({ examples }) => Object.values(examples.passes).some(isDocument));
  const found = new Map(rules.map((rule) => [rule.id, tried(rule)]));

  it.each(rules.map(({ id }) => [id]))("%s refuses some of them, or says what it looks at", (id) => {
    expect((found.get(id)?.killed ?? 0) > 0).toBe(!Object.hasOwn(ELSEWHERE, id));
  });

  it("are refused when nobody can know what decides", () => {
    const all = [...found.values()].flatMap(({ holes }) => holes).sort();
    expect(all).toEqual(Object.keys(MAY_BE_UNKNOWN).sort());
  });

  it("are made of every rule", () => {
    expect(builtInRules.filter((rule) => !rules.some(({ id }) => id === rule.id)).map(({ id }) => id)).toEqual(FACTS);
  });
});
