import { isFollowed } from "../../../guard/values/functions/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { isTemplate, type Node, parseTemplate, SPLAT } from "../../../guard/values/language/index.ts";
import { isList, isObject } from "../../../guard/values/term.ts";
import type { Block } from "../../../guard/views/synthesized/blocks.ts";
import { keyText } from "../../../guard/views/synthesized/instances.ts";
import type { Module } from "../../../guard/views/synthesized/module.ts";
import { REMOTE_STATE, sourceOf, WHOLE } from "./source.ts";
import type { Keys } from "./where.ts";

/** What an expression is made of, and what in it Pulumi has no counterpart for. */
export interface MadeOf {
  readonly sources: ReadonlySet<string>;
  readonly problems: readonly string[];
}

type Names = ReadonlyMap<string, Json>;
/** A step of a traversal: a name, an element, or every element. */
type Step = string | { readonly key: Node } | typeof EVERY;
const EVERY = Symbol("every element");

interface Surroundings {
  readonly module: Module;
  readonly expansion: (address: string, block: Block) => Keys | undefined;
  readonly isSecret: (variable: string) => boolean;
}

/** Words of Terraform's language that stand for something that only its own engine has. */
const ENGINE_ONLY = new Set(["path", "terraform", "module", "ephemeral", "self", "key_provider", "method"]);
const NONE: Names = new Map();

/** Follows expressions to the outputs that they are made of: by how they are written, whatever their values may be. */
export class Origins {
  readonly #around: Surroundings;
  readonly #texts = new Map<string, MadeOf>();
  readonly #open = new Set<string>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  of(json: Json, names: Names = NONE): MadeOf {
    const walk = new Walk(this, this.#around, names);
    walk.json(json);
    return walk;
  }

  /** A local, or what something is bound to: followed once, and never into itself. */
  within(key: string, json: Json, names: Names = NONE): MadeOf {
    const known = names.size === 0 ? this.#texts.get(key) : undefined;
    if (known !== undefined) return known;
    if (this.#open.has(key)) return { sources: new Set(), problems: [`${key} refers to itself`] };
    this.#open.add(key);
    const found = this.of(json, names);
    this.#open.delete(key);
    if (names.size === 0) this.#texts.set(key, found);
    return found;
  }
}

class Walk implements MadeOf {
  readonly sources = new Set<string>();
  readonly problems: string[] = [];
  readonly #origins: Origins;
  readonly #around: Surroundings;
  readonly #names: Names;

  constructor(origins: Origins, around: Surroundings, names: Names) {
    this.#origins = origins;
    this.#around = around;
    this.#names = names;
  }

  json(json: Json): void {
    if (typeof json === "string") {
      if (isTemplate(json)) this.#node(parseTemplate(json), new Set());
    } else if (isList(json)) for (const one of json) this.json(one);
    else if (isObject(json))
      for (const [key, one] of Object.entries(json)) {
        if (key === "//") continue;
        if (isTemplate(key)) this.#node(parseTemplate(key), new Set());
        this.json(one);
      }
  }

  #take({ sources, problems }: MadeOf): void {
    for (const one of sources) this.sources.add(one);
    this.problems.push(...problems);
  }

  /** @param bound names of `for` expressions around */
  #node(node: Node, bound: ReadonlySet<string>): void {
    const steps = stepsOf(node);
    if (steps !== undefined) this.#traversal(steps, bound);
    else if (node.type === "opaque") this.problems.push(node.cause);
    else {
      if (node.type === "call" && !isFollowed(node.name))
        this.problems.push(`${node.name}() has no counterpart here: only functions that are computed exactly do`);
      const inner = node.type === "for" ? new Set([...bound, node.valueName, node.keyName ?? node.valueName]) : bound;
      for (const one of partsOf(node)) this.#node(one, node.type === "for" && one === node.in ? bound : inner);
    }
  }

  #traversal([root, ...steps]: readonly Step[], bound: ReadonlySet<string>): void {
    for (const step of steps) if (typeof step === "object") this.#node(step.key, bound);
    if (typeof root !== "string" || bound.has(root) || root === SPLAT) return;
    const made = this.#names.get(root);
    const [first, second] = steps.map((step) => (typeof step === "string" ? step : undefined));
    const { module } = this.#around;
    if (made !== undefined) this.#take(this.#origins.of(made, new Map([...this.#names].filter(([name]) => name !== root))));
    else if (root === "var") this.#variable(first);
    else if (root === "local") this.#local(first);
    else if (root === "data") this.#made(`data.${first}.${second}`, module.data.get(`${first}.${second}`), steps.slice(2));
    else if (ENGINE_ONLY.has(root)) this.problems.push(`${first === undefined ? root : `${root}.${first}`} has no counterpart in Pulumi`);
    else this.#made(`${root}.${first}`, module.resources.get(`${root}.${first}`), steps.slice(1));
  }

  #local(name: string | undefined): void {
    const { locals } = this.#around.module;
    if (name === undefined || !locals.has(name)) this.problems.push(`nothing here is called local.${name ?? "?"}`);
    else this.#take(this.#origins.within(`local.${name}`, locals.get(name) ?? null));
  }

  #variable(name: string | undefined): void {
    if (name === undefined || !this.#around.module.variables.has(name)) this.problems.push(`nothing here is called var.${name ?? "?"}`);
    else if (this.#around.isSecret(name)) this.sources.add(sourceOf(`var.${name}`, WHOLE));
  }

  #made(address: string, block: Block | undefined, steps: readonly Step[]): void {
    if (block === undefined) {
      this.problems.push(`nothing here is called ${address}`);
      return;
    }
    if (block.labels[0] === REMOTE_STATE) {
      this.sources.add(sourceOf(address, nameOf(steps[1]) ?? WHOLE));
      return;
    }
    const made = this.#around.expansion(address, block);
    if (made === undefined) {
      this.sources.add(sourceOf(address, nameOf(steps[0]) ?? WHOLE));
      return;
    }
    const [which, what] = steps;
    const key = typeof which === "string" ? which : which !== EVERY && which?.key.type === "literal" ? which.key.value : undefined;
    const all = key === undefined ? made.keys : made.keys.filter((one) => one === key || String(one) === String(key));
    for (const one of all) this.sources.add(sourceOf(`${address}${keyText(one)}`, nameOf(what) ?? WHOLE));
  }
}

/** The expressions that an expression is put together from. */
function partsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "call":
      return node.args;
    case "template":
      return node.parts;
    case "unary":
    case "attribute":
      return [node.of];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.if, node.then, node.else];
    case "tuple":
      return node.items;
    case "object":
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case "for":
      return [node.in, node.by, node.each, node.if].filter((one) => one !== undefined);
    case "index":
      return [node.of, node.key];
    case "splat":
      return [node.of, node.each];
    default:
      return [];
  }
}

/** An attribute's name, however it is written: `x.name` or `x["name"]`. */
function nameOf(step: Step | undefined): string | undefined {
  if (typeof step === "string") return step;
  return typeof step === "object" && step.key.type === "literal" && typeof step.key.value === "string" ? step.key.value : undefined;
}

/** `a.b[0].c` and `a.b[*].c` as their steps; undefined: it is no traversal from a name. */
function stepsOf(node: Node): readonly Step[] | undefined {
  switch (node.type) {
    case "name":
      return [node.name];
    case "attribute":
      return joined(stepsOf(node.of), node.name);
    case "index":
      return joined(stepsOf(node.of), { key: node.key });
    case "splat": {
      const each = stepsOf(node.each);
      return each?.[0] === SPLAT ? joined(stepsOf(node.of), EVERY, ...each.slice(1)) : undefined;
    }
    default:
      return undefined;
  }
}

const joined = (before: readonly Step[] | undefined, ...after: readonly Step[]): readonly Step[] | undefined =>
  before === undefined ? undefined : [...before, ...after];
