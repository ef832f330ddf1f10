import { evaluate } from "./evaluate.ts";
import type { Json } from "./json.ts";
import { isTemplate, parseTemplate } from "./language/index.ts";
import { bind, type Env } from "./scope.ts";
import { settle } from "./settle.ts";
import {
  choiceOf,
  defer,
  each,
  elements,
  entries,
  isList,
  isObject,
  knownTerm,
  type ObjectTerm,
  objectOf,
  type Term,
  tupleOf,
  unknownTerm,
} from "./term.ts";

/** What a piece of a Terraform JSON document can be: templates in its strings are evaluated where they stand, and only when somebody asks. */
export function termOf(json: Json, env: Env): Term {
  if (typeof json === "string") return isTemplate(json) ? evaluate(parsed(json), env) : knownTerm(json);
  if (isList(json)) return tupleOf(json.map((item) => defer("a list", () => termOf(item, env))));
  if (isObject(json)) return body(json, env);
  return knownTerm(json);
}

/** One expression stands in thousands of resources: it is read once. */
const read = new Map<string, ReturnType<typeof parseTemplate>>();
const MOST_REMEMBERED = 10_000;

function parsed(text: string): ReturnType<typeof parseTemplate> {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= MOST_REMEMBERED) read.clear();
  const node = parseTemplate(text);
  read.set(text, node);
  return node;
}

type JsonObject = { readonly [key: string]: Json };

/** An object: a block's body, or a map. Comments are left out, `dynamic` blocks stand among the written ones. */
function body(json: JsonObject, env: Env): Term {
  const dynamic = Object.hasOwn(json, "dynamic") ? dynamicBlocks(json.dynamic ?? null) : undefined;
  const keys = Object.keys(json);
  return dynamic === undefined && !keys.some(isTemplate) ? plain(json, keys, env) : computed(json, dynamic ?? new Map(), env);
}

/** Nearly every object: its keys are its keys, and most of what it holds is literal. */
function plain(json: JsonObject, keys: readonly string[], env: Env): ObjectTerm {
  let known: Map<string, () => Term> | undefined;
  const get = (key: string): Term | undefined => {
    const value = key !== "//" && Object.hasOwn(json, key) ? json[key] : undefined;
    if (value === undefined) return undefined;
    if (typeof value === "string" ? !isTemplate(value) : typeof value !== "object" || value === null) return knownTerm(value);
    known ??= new Map();
    let term = known.get(key);
    if (term === undefined) {
      term = defer(key, () => termOf(value, env));
      known.set(key, term);
    }
    return term();
  };
  return { kind: "object", keys: keys.includes("//") ? keys.filter((key) => key !== "//") : keys, get, chain: [] };
}

function computed(json: JsonObject, dynamic: ReadonlyMap<string, readonly JsonObject[]>, env: Env): Term {
  const made = new Map<string, () => Term>();
  for (const [key, value] of Object.entries(json)) {
    if (key === "//" || (key === "dynamic" && dynamic.size > 0)) continue;
    if (!isTemplate(key)) {
      made.set(
        key,
        defer(key, () => termOf(value, env)),
      );
      continue;
    }
    const name = settle(evaluate(parsed(key), env));
    if (name.kind !== "known" || typeof name.value !== "string") return unknownTerm("a key of a map is not known");
    made.set(
      name.value,
      defer(name.value, () => termOf(value, env)),
    );
  }
  for (const [type, blocks] of dynamic) {
    const written = made.get(type);
    made.set(
      type,
      defer(type, () =>
        together([...(written === undefined ? [] : [asList(written())]), ...blocks.map((block) => generated(type, block, env))]),
      ),
    );
  }
  return objectOf(made);
}

/** `dynamic` as a block: type → its declarations. Undefined: it is an attribute or a key of that name. */
function dynamicBlocks(json: Json): ReadonlyMap<string, readonly JsonObject[]> | undefined {
  const byType = new Map<string, JsonObject[]>();
  for (const group of isList(json) ? json : [json]) {
    if (!isObject(group)) return undefined;
    for (const [type, written] of Object.entries(group)) {
      if (type === "//") continue;
      for (const block of isList(written) ? written : [written]) {
        if (!isObject(block) || !Object.hasOwn(block, "content")) return undefined;
        byType.set(type, [...(byType.get(type) ?? []), block]);
      }
    }
  }
  return byType;
}

/** The blocks that one `dynamic` makes: its content, once for every element. */
function generated(type: string, block: JsonObject, env: Env): Term {
  const name = typeof block.iterator === "string" ? block.iterator.replace(/^\$\{\s*|\s*\}$/g, "") : type;
  const contents = isList(block.content ?? null) ? (block.content as readonly Json[]) : [block.content ?? null];
  const content = (key: Term, value: () => Term) =>
    contents.map(
      (one) => () =>
        termOf(
          one,
          bind(
            env,
            name,
            objectOf(
              new Map([
                ["key", () => key],
                ["value", value],
              ]),
            ),
          ),
        ),
    );
  return each(termOf(block.for_each ?? null, env), (over) => {
    if (over.kind === "tuple") {
      return tupleOf(elements(over).flatMap((value, index) => content(over.set ? value() : knownTerm(index), value)));
    }
    const all = over.kind === "object" ? entries(over) : undefined;
    if (all !== undefined) return tupleOf([...all].flatMap(([key, value]) => content(knownTerm(key), value)));
    // How many blocks there are is not known; what every one of them says may be.
    const cause = over.kind === "unknown" ? over.cause : "its for_each is no collection";
    const stranger = unknownTerm(`how many ${type} blocks there are, and what they say, is not known: ${cause}`, [], over.chain);
    return choiceOf([tupleOf([]), tupleOf(content(stranger, () => stranger))]);
  });
}

function asList(term: Term): Term {
  return each(term, (one) => (one.kind === "object" ? tupleOf([() => one]) : one));
}

/** Written and generated blocks one after the other. */
function together(lists: readonly Term[], before: readonly (() => Term)[] = []): Term {
  const [first, ...rest] = lists;
  if (first === undefined) return tupleOf(before);
  return each(first, (one) => {
    if (one.kind === "tuple") return together(rest, [...before, ...elements(one)]);
    return one.kind === "known" && one.value === null ? together(rest, before) : one;
  });
}
