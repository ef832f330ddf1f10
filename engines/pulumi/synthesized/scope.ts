import { blockTerm } from "../../../guard/values/block-term.ts";
import type { Json } from "../../../guard/values/json.ts";
import { termOf } from "../../../guard/values/json-term.ts";
import type { Env, Scope } from "../../../guard/values/scope.ts";
import { defer, failure, knownTerm, type ObjectTerm, objectOf, part, type Term, tupleOf, unknownTerm } from "../../../guard/values/term.ts";
import type { Block } from "../../../guard/views/synthesized/blocks.ts";
import { keyText } from "../../../guard/views/synthesized/instances.ts";
import type { Module } from "../../../guard/views/synthesized/module.ts";
import type { Part } from "./said.ts";
import { REMOTE_STATE, sourceOf, WHOLE } from "./source.ts";
import type { Keys } from "./where.ts";

/** What a scope asks of the stack that it is a part of. */
export interface Surroundings {
  readonly module: Module;
  /** Undefined: it is made once, without a key. */
  readonly expansion: (address: string, block: Block) => Keys | undefined;
  /** A variable whose value is no secret; undefined: there is none. */
  readonly variable: (name: string) => Term | undefined;
}

/** What names mean in a document, given what outputs have said so far. One is made for each set of values: terms remember what they once were. */
export class DocumentScope implements Scope {
  readonly env: Env = { scope: this };
  readonly #around: Surroundings;
  readonly #known: ReadonlyMap<string, unknown>;
  readonly #locals = new Map<string, () => Term>();

  constructor(around: Surroundings, known: ReadonlyMap<string, unknown> = new Map()) {
    this.#around = around;
    this.#known = known;
  }

  root(name: string): Term | undefined {
    const { module } = this.#around;
    switch (name) {
      case "var":
        return open((one) => this.#said(`var.${one}`, WHOLE) ?? this.#around.variable(one));
      case "local":
        return open((one) => this.#local(one));
      case "data":
        return open((type) => open((one) => this.#made(`data.${type}.${one}`, module.data.get(`${type}.${one}`))));
      case "path":
      case "terraform":
      case "module":
      case "ephemeral":
        return open((one) => unknownTerm(`${name}.${one} has no counterpart in Pulumi`));
      default:
        return open((one) => this.#made(`${name}.${one}`, module.resources.get(`${name}.${one}`)));
    }
  }

  #said(address: string, attribute: string): Term | undefined {
    const value = this.#known.get(sourceOf(address, attribute));
    return value === undefined ? undefined : knownTerm(value as Json);
  }

  #whole(address: string): Term | undefined {
    const parts = this.#known.get(sourceOf(address, WHOLE)) as Readonly<Record<string, Part>> | undefined;
    if (parts === undefined) return undefined;
    const terms = Object.entries(parts).map(([name, { isKnown, isSecret, value }]) => {
      const at = `${address}.${name}`;
      return [
        name,
        () => (isKnown ? knownTerm(value, isSecret ? [{ at, sensitive: true }] : []) : unknownTerm(`${at} is not known yet`, [at])),
      ] as const;
    });
    return objectOf(new Map(terms));
  }

  #local(name: string): Term | undefined {
    const { locals } = this.#around.module;
    let term = this.#locals.get(name);
    if (term === undefined && locals.has(name)) {
      term = defer(`local.${name}`, () => termOf(locals.get(name) ?? null, this.env));
      this.#locals.set(name, term);
    }
    return term?.();
  }

  #made(address: string, block: Block | undefined): Term | undefined {
    if (block === undefined) return undefined;
    if (block.labels[0] === REMOTE_STATE) return open((what) => (what === "outputs" ? this.#outputs(address) : undefined));
    const made = this.#around.expansion(address, block);
    if (made === undefined) return this.#instance(address, block);
    const instances = made.keys.map((key) => [key, () => this.#instance(`${address}${keyText(key)}`, undefined)] as const);
    return typeof made.keys[0] === "number" || (made.keys.length === 0 && block.body.for_each === undefined)
      ? tupleOf(instances.map(([, term]) => term))
      : objectOf(new Map(instances.map(([key, term]) => [String(key), term])));
  }

  #outputs(address: string): Term {
    return this.#said(address, WHOLE) ?? open((one) => this.#said(address, one));
  }

  /** What it said; before it said anything, what is written of it. */
  #instance(address: string, block: Block | undefined): Term {
    const later = (attribute: string) => unknownTerm(`${address}.${attribute} is known only when it is made`, [address]);
    return (
      this.#whole(address) ??
      open((attribute) => {
        const said = this.#said(address, attribute);
        if (said !== undefined || block === undefined || !Object.hasOwn(block.body, attribute)) return said ?? later(attribute);
        return part(blockTerm(block.body, this.env), attribute);
      })
    );
  }
}

function open(find: (name: string) => Term | undefined): ObjectTerm {
  return {
    kind: "object",
    keys: [],
    chain: [],
    get: () => undefined,
    rest: (name) => find(name) ?? failure(`nothing here is called ${name}`),
  };
}
