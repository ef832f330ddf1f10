import { deeper } from "./budget.ts";
import { attempt, can, sensitivity } from "./catching.ts";
import { shorten } from "./chain.ts";
import { boolean, text } from "./convert.ts";
import { decoded } from "./decoded.ts";
import { fileFunction, templateString } from "./functions/files.ts";
import { call, plainName } from "./functions/index.ts";
import { type ForNode, type Node, parseTemplate, SPLAT } from "./language/index.ts";
import { FAILS, lift } from "./lift.ts";
import { binary, unary } from "./operators.ts";
import { bind, type Env, type Files, resolve } from "./scope.ts";
import { settle } from "./settle.ts";
import {
  byCodePoint,
  choiceOf,
  defer,
  each,
  elements,
  entries,
  failure,
  knownTerm,
  type ObjectTerm,
  objectOf,
  part,
  prefix,
  type Term,
  type TupleTerm,
  through,
  tupleOf,
  unknownTerm,
} from "./term.ts";
import { unified } from "./unified.ts";
import { isSensitive, MOST } from "./value.ts";

/** What an expression can be where it stands. Never throws: what cannot be followed is unknown, and says why. */
export function evaluate(node: Node, env: Env): Term {
  return deeper(
    () => evaluated(node, env),
    (cause) => unknownTerm(cause),
  );
}

function evaluated(node: Node, env: Env): Term {
  switch (node.type) {
    case "literal":
      return knownTerm(node.value);
    case "opaque":
      return unknownTerm(node.cause);
    case "template":
      return lift(
        "a template",
        concatenate,
        node.parts.map((one) => evaluate(one, env)),
      );
    case "name":
    case "attribute":
    case "index":
      return reference(node, env);
    case "splat":
      return splat(evaluate(node.of, env), node.each, env);
    case "call":
      if (!node.expand && ["try", "can"].includes(plainName(node.name))) return caught(node.name, node.args, env);
      return called(node, env);
    case "unary":
      return unary(node.operator, evaluate(node.of, env));
    case "binary":
      return binary(node.operator, evaluate(node.left, env), evaluate(node.right, env));
    case "conditional":
      return conditional(
        evaluate(node.if, env),
        () => evaluate(node.then, env),
        () => evaluate(node.else, env),
      );
    case "tuple":
      return tupleOf(node.items.map((item) => defer("a list", () => evaluate(item, env))));
    case "object":
      return object(node.entries, env);
    case "for":
      return loop(node, env);
  }
}

function called({ name, args, expand }: Node & { readonly type: "call" }, env: Env): Term {
  const { files } = env.scope;
  const plain = plainName(name);
  if (plain === "issensitive" && !expand) return sensitivity(args[0]);
  const given = args.map((arg) => evaluate(arg, env));
  if (plain === "templatestring" && !expand) return templateString(given, files, rendered);
  const read = files === undefined || expand ? undefined : fileFunction(name);
  const made = read === undefined || files === undefined ? call(name, given, expand) : read(given, files, rendered);
  return plain === "yamldecode" && !expand ? decoded(made, given[0]) : made;
}

/** A template's own names are all that it sees; it may read files as well. */
function rendered(text: string, root: (name: string) => Term | undefined, files: Files | undefined): Term {
  return evaluate(parseTemplate(text), { scope: { root, files } });
}

/** What follows depends on how it is written, not on its value alone. */
function caught(name: string, args: readonly Node[], env: Env): Term {
  const tried = args.map((node) => ({ node, term: () => evaluate(node, env) }));
  return name.endsWith("try") ? attempt(tried) : can(tried[0]);
}

/** Steps of a traversal are one link of the chain: `local.cluster.region`, not three. */
function reference(node: Node & { readonly text: string }, env: Env): Term {
  const found = steps(node, env);
  // The element of a splat has no name that its author would know.
  return node.text.startsWith(SPLAT) || node.text.startsWith(".") ? found : through({ at: shorten(node.text) }, found);
}

function steps(node: Node, env: Env): Term {
  if (node.type === "name") return resolve(env, node.name) ?? failure(`nothing here is called ${node.name}`);
  if (node.type === "attribute") return part(steps(node.of, env), node.name);
  if (node.type !== "index") return evaluate(node, env);
  const of = steps(node.of, env);
  const key = settle(evaluate(node.key, env));
  switch (key.kind) {
    case "known":
      return typeof key.value === "string" || typeof key.value === "number"
        ? prefix(isSensitive(key) ? key.chain : [], part(of, key.value))
        : unknownTerm("an index is neither text nor a number");
    case "oneOf":
      return choiceOf(
        key.values.map((one) =>
          typeof one === "string" || typeof one === "number" ? part(of, one) : unknownTerm("an index is neither text nor a number"),
        ),
        key.chain,
      );
    case "absent":
      return failure("an index is null");
    case "unknown":
      return anyPart(of, `which element is meant is not known: ${key.cause}`);
  }
}

/** An element at an unknown index is one of all elements. */
function anyPart(term: Term, cause: string): Term {
  return each(term, (one) => {
    if (one.kind === "tuple" && one.length > 0 && one.length <= MOST)
      return choiceOf(
        Array.from({ length: one.length }, (_, index) => one.at(index)),
        one.chain,
      );
    if (one.kind === "object" && one.rest === undefined && one.keys.length > 0 && one.keys.length <= MOST) {
      return choiceOf(
        one.keys.map((key) => one.get(key) ?? unknownTerm(cause)),
        one.chain,
      );
    }
    return one.kind === "unknown" ? one : unknownTerm(cause, [], one.chain);
  });
}

function concatenate(...parts: readonly Parameters<typeof text>[0][]): string | undefined | typeof FAILS {
  let all = "";
  for (const one of parts) {
    const piece = text(one);
    if (piece === undefined) return typeof one === "number" ? undefined : FAILS;
    all += piece;
  }
  return all;
}

function splat(of: Term, apply: Node, env: Env): Term {
  return each(of, (list) => {
    if (list.kind === "unknown") return list;
    if (list.kind === "known" && list.value === null) return tupleOf([]);
    const items = list.kind === "tuple" ? Array.from({ length: list.length }, (_, index) => () => list.at(index)) : [() => list];
    return tupleOf(
      items.map((item) => defer("a list", () => evaluate(apply, bind(env, SPLAT, item())))),
      list.chain,
    );
  });
}

/** Both arms, unless the condition is decided. A condition that is itself a set decides nothing. */
function conditional(condition: Term, then: () => Term, otherwise: () => Term): Term {
  const value = settle(condition);
  const truths = value.kind === "known" ? [value.value] : value.kind === "oneOf" ? value.values : [];
  const [truth, ...others] = new Set(truths.map(boolean));
  if (value.kind === "known" || (truth !== undefined && others.length === 0)) {
    if (truth === undefined) return failure("a condition is neither true nor false");
    const [take, leave] = truth ? [then, otherwise] : [otherwise, then];
    const chosen = unified(take(), () => [leave()]);
    return isSensitive(value) ? prefix(value.chain, chosen) : chosen;
  }
  if (value.kind === "absent") return failure("a condition is null");
  return choiceOf([then(), otherwise()], isSensitive(value) ? value.chain : []);
}

function object(entries: readonly { readonly key: Node; readonly value: Node }[], env: Env): Term {
  const made = new Map<string, () => Term>();
  for (const { key, value } of entries) {
    const word = keyText(evaluate(key, env));
    if (word === undefined) return unknownTerm("a key of an object is not known");
    made.set(
      word,
      defer("an object", () => evaluate(value, env)),
    );
  }
  return objectOf(made);
}

function loop(node: ForNode, env: Env): Term {
  return each(evaluate(node.in, env), (over) => {
    if (over.kind === "unknown") return unknownTerm(`a for expression over what is not known: ${over.cause}`, [], over.chain);
    if (over.kind === "known") return failure("a for expression over what is no collection");
    if (over.kind === "object" && over.rest !== undefined) return unknownTerm("a for expression over a whole resource is not followed");
    const items: (() => Term)[] = [];
    const made = new Map<string, (() => Term)[]>();
    for (const [key, value] of walk(over)) {
      const inner = bind(node.keyName === undefined ? env : bind(env, node.keyName, key), node.valueName, value);
      if (node.if !== undefined) {
        const kept = settle(evaluate(node.if, inner));
        const truth = kept.kind === "known" ? boolean(kept.value) : undefined;
        if (truth === undefined) return unknownTerm("which elements a for expression keeps is not known", [], over.chain);
        if (!truth) continue;
      }
      const result = defer("a for expression", () => evaluate(node.each, inner));
      if (node.by === undefined) {
        items.push(result);
        continue;
      }
      const name = keyText(evaluate(node.by, inner));
      if (name === undefined) return unknownTerm("which keys a for expression makes is not known", [], over.chain);
      const earlier = made.get(name);
      if (earlier !== undefined && !node.group) return failure(`a for expression makes the key ${JSON.stringify(name)} twice`);
      made.set(name, [...(earlier ?? []), result]);
    }
    if (node.by === undefined) return tupleOf(items, over.chain);
    return objectOf(
      new Map([...made].map(([key, results]) => [key, () => (node.group ? tupleOf(results) : part(tupleOf(results), 0))])),
      over.chain,
    );
  });
}

/** What a `for` walks over, in the engine's order. */
function walk(over: TupleTerm | ObjectTerm): readonly (readonly [key: Term, value: Term])[] {
  if (over.kind === "tuple") return elements(over).map((value, index) => [over.set ? value() : knownTerm(index), value()]);
  return [...(entries(over) ?? [])].sort(([a], [b]) => byCodePoint(a, b)).map(([key, value]) => [knownTerm(key), value()]);
}

function keyText(term: Term): string | undefined {
  const value = settle(term);
  return value.kind === "known" ? text(value.value) : undefined;
}
