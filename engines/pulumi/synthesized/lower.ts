import * as pulumi from "@pulumi/pulumi";
import type { Json } from "../../../guard/values/json.ts";
import { termOf } from "../../../guard/values/json-term.ts";
import { isTemplate } from "../../../guard/values/language/index.ts";
import { settle } from "../../../guard/values/settle.ts";
import { isList, isObject } from "../../../guard/values/term.ts";
import { isSensitive, type Value } from "../../../guard/values/value.ts";
import type { JsonObject } from "../../../guard/views/synthesized/parse-json.ts";
import { keysOf } from "./expansion.ts";
import { allOf, type Out, secretOf, UNKNOWN } from "./later.ts";
import type { Origins } from "./made-of.ts";
import { DocumentScope, type Surroundings } from "./scope.ts";
import { sourceParts, WHOLE } from "./source.ts";
import { Unregistrable } from "./unregistrable.ts";
import { type Where, withinDynamic } from "./where.ts";

/** Plain data with outputs in it. */
export type Tree = unknown;

/** Turns what the document says into what Pulumi's SDK takes: plain where it is plain, an output where it is made of outputs. */
export class Lowering {
  readonly #around: Surroundings;
  readonly #origins: Origins;
  readonly #outputOf: (source: string) => Out;
  /** Of what the document alone says. */
  readonly #plain: DocumentScope;

  constructor(around: Surroundings, origins: Origins, outputOf: (source: string) => Out) {
    this.#around = around;
    this.#origins = origins;
    this.#outputOf = outputOf;
    this.#plain = new DocumentScope(around);
  }

  /** What a block or an attribute says; `at`: its address, for messages. Null is nothing. */
  tree(json: Json, where: Where, at: string): Tree {
    if (typeof json === "string") return isTemplate(json) ? this.value(json, where, at) : json;
    if (isList(json)) return json.map((one, index) => this.tree(one, where, `${at}[${index}]`));
    if (!isObject(json)) return json;
    const made: Record<string, Tree> = {};
    for (const [key, one] of Object.entries(json)) {
      if (key === "//" || (key === "dynamic" && isDynamic(one))) continue;
      const name = isTemplate(key) ? this.now(key, where, `${at}.${key}`) : key;
      if (typeof name !== "string") throw new Unregistrable([`${at}: the key ${key} is no text`]);
      made[name] = this.tree(one, where, `${at}.${name}`);
    }
    if (isDynamic(json.dynamic)) for (const group of listOf(json.dynamic)) this.#generate(made, group as JsonObject, where, at);
    return made;
  }

  /** One expression, or any JSON with expressions in it, as a whole. */
  value(json: Json, where: Where, at: string): Tree {
    const { sources, problems } = this.#origins.of(json, where.names);
    if (problems.length > 0) throw new Unregistrable(problems.map((one) => `${at}: ${one}`));
    const all = [...sources];
    if (all.length === 0) {
      const { value, secret } = this.#evaluated(json, where, at, this.#plain);
      return secret ? secretOf(value) : value;
    }
    const isPartly = all.some((source) => sourceParts(source).attribute === WHOLE);
    return allOf(all.map(this.#outputOf)).apply((values) => {
      const scope = new DocumentScope(this.#around, new Map(all.map((source, index) => [source, values[index] ?? null])));
      const settled = settle(termOf(json, where.enter(scope.env)));
      // Of something that is looked at as a whole, what is asked for may be known after the update only.
      if (settled.kind === "unknown" && isPartly && pulumi.runtime.isDryRun()) return UNKNOWN;
      const { value, secret } = readable(settled, at);
      return secret ? secretOf(value) : value;
    });
  }

  /** A value that must be known when the program runs. */
  now(json: Json, where: Where, at: string): Json {
    return this.#evaluated(json, where, at, this.#plain).value;
  }

  get plain(): DocumentScope {
    return this.#plain;
  }

  #evaluated(json: Json, where: Where, at: string, scope: DocumentScope): Readable {
    return readable(settle(termOf(json, where.enter(scope.env))), at);
  }

  /** The blocks that `dynamic` makes, after those that are written. */
  #generate(made: Record<string, Tree>, group: JsonObject, where: Where, at: string): void {
    for (const [type, written] of Object.entries(group)) {
      if (type === "//") continue;
      for (const block of listOf(written) as readonly JsonObject[]) {
        const iterator = typeof block.iterator === "string" ? block.iterator.replace(/^\$\{\s*|\s*\}$/g, "") : type;
        const keys = keysOf(block.for_each ?? null, where.enter(this.#plain.env), `${at}.dynamic.${type}: for_each`, true);
        const before = made[type];
        const blocks = keys.keys.flatMap((key) =>
          listOf(block.content).map((content) => this.tree(content, withinDynamic(where, iterator, keys, key), `${at}.${type}`)),
        );
        made[type] = [...(Array.isArray(before) ? (before as readonly Tree[]) : before === undefined ? [] : [before]), ...blocks];
      }
    }
  }
}

interface Readable {
  readonly value: Json;
  readonly secret: boolean;
}

function readable(value: Value, at: string): Readable {
  const secret = isSensitive(value);
  if (value.kind === "known") return { value: value.value, secret };
  if (value.kind === "absent") return { value: null, secret };
  throw new Unregistrable([`${at}: ${value.kind === "unknown" ? value.cause : "it can be several things"}`]);
}

const listOf = (json: Json | undefined): readonly Json[] =>
  json === undefined || json === null ? [] : isList(json) ? json.filter((one) => one !== null) : [json];

/** Whether it is `dynamic` as a block, and no attribute of that name. */
const isDynamic = (json: Json | undefined): boolean => {
  const groups = listOf(json);
  return (
    groups.length > 0 &&
    groups.every(
      (group) =>
        isObject(group) &&
        Object.entries(group).every(([type, one]) => type === "//" || listOf(one).every((block) => isObject(block) && "content" in block)),
    )
  );
};
