import type { Json } from "./json.ts";
import { type JsonObject, objectTerm, scalarOrList, termOf } from "./json-term.ts";
import { bind, type Env } from "./scope.ts";
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

/**
 * What a block's body can be. Without the provider's schema a nested block looks like a map of that name, so that `dynamic` is read both ways: as
 * the blocks that it makes, and as what stands there.
 */
export function blockTerm(json: Json, env: Env): Term {
  if (!isObject(json)) return scalarOrList(json, env, blockTerm);
  const written = objectTerm(json, env, blockTerm);
  const dynamic = Object.hasOwn(json, "dynamic") ? dynamicBlocks(json.dynamic ?? null) : undefined;
  return dynamic === undefined || written.kind !== "object" ? written : withGenerated(written, dynamic, env);
}

function withGenerated(written: ObjectTerm, dynamic: ReadonlyMap<string, readonly JsonObject[]>, env: Env): Term {
  const made = new Map(written.keys.map((key) => [key, () => written.get(key) ?? knownTerm(null)]));
  for (const [type, blocks] of dynamic) {
    const beside = made.get(type);
    made.set(
      type,
      defer(type, () =>
        together([...(beside === undefined ? [] : [asList(beside())]), ...blocks.map((block) => generated(type, block, env))]),
      ),
    );
  }
  return objectOf(made);
}

/** `dynamic` as a block: type → its declarations. Undefined: it is an attribute or a key of that name. */
function dynamicBlocks(json: Json): ReadonlyMap<string, readonly JsonObject[]> | undefined {
  const byType = new Map<string, JsonObject[]>();
  // The engine takes null for no block, wherever it stands.
  for (const group of isList(json) ? json : [json]) {
    if (group === null) continue;
    if (!isObject(group)) return undefined;
    for (const [type, written] of Object.entries(group)) {
      if (type === "//" || written === null) continue;
      for (const block of isList(written) ? written : [written]) {
        if (block === null) continue;
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
        blockTerm(
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
