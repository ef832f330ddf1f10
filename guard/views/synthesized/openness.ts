/**
 * On what an expression can depend that is not decided yet: values that whoever runs the engine chooses, what data sources answer, the machine, the
 * day. It reads what is written and computes nothing, so that it holds for expressions too whose values are not followed.
 */
import { isFollowed, plainName } from "../../values/functions/index.ts";
import { UNFOLLOWED } from "../../values/functions/unfollowed.ts";
import type { Json } from "../../values/json.ts";
import { isTemplate, type Node, parseTemplate, SPLAT } from "../../values/language/index.ts";
import { isOpen } from "../../values/open.ts";
import { isList, isObject } from "../../values/term.ts";
import type { Module } from "./module.ts";
import type { JsonObject } from "./parse-json.ts";

/** Which module is called, and by whom. */
interface Call {
  readonly from: Openness;
  readonly name: string;
  readonly body: JsonObject;
}

/** Where an expression stands: the block whose `each` and `count` it means, and the names that a `for` binds around it. */
interface Standing {
  readonly block?: JsonObject | undefined;
  readonly bound?: readonly string[];
}

/** The answers for one module, each found once. */
export class Openness {
  readonly #module: Module;
  readonly #call: Call | undefined;
  readonly #children = new Map<string, Openness>();
  readonly #names = new Map<string, boolean>();
  /** Only what is of these types counts; undefined: all that is not decided yet. */
  readonly #only: ReadonlySet<string> | undefined;
  readonly #reaching = new Map<ReadonlySet<string>, Openness>();

  constructor(module: Module, call?: Call, only?: ReadonlySet<string>) {
    this.#module = module;
    this.#call = call;
    this.#only = only;
  }

  /** The same, asked of certain types: on whether anything of them an expression can depend. */
  reaching(types: ReadonlySet<string>): Openness {
    let found = this.#reaching.get(types);
    if (found === undefined) {
      found = this.#call?.from.reaching(types).child(this.#call.name) ?? new Openness(this.#module, undefined, types);
      this.#reaching.set(types, found);
    }
    return found;
  }

  /** The module behind a call; undefined: it was not read. */
  child(name: string): Openness | undefined {
    const [module, call] = [this.#module.children?.get(name), this.#module.modules.get(name)];
    if (module === undefined || call === undefined) return undefined;
    const known = this.#children.get(name) ?? new Openness(module, { from: this, name, body: call.body }, this.#only);
    this.#children.set(name, known);
    return known;
  }

  /** Of what stands at a path of a block's body. */
  at(body: JsonObject, path: string): boolean {
    const [name = ""] = path.split(/[.[]/);
    const made = [Object.hasOwn(body, name) ? body[name] : undefined, ...dynamicOf(body.dynamic ?? null, name)];
    return made.some((one) => one !== undefined && this.#json(one, { block: body }));
  }

  /** Of how many there are of a block, and of the modules around it. */
  count(body: JsonObject): boolean {
    return this.#repeats(body) || (this.#call?.from.count(this.#call.body) ?? false);
  }

  #repeats({ for_each = null, count = null }: JsonObject): boolean {
    return this.#json(for_each, {}) || this.#json(count, {});
  }

  #json(json: Json, standing: Standing): boolean {
    if (typeof json === "string") return isTemplate(json) && this.#node(parseTemplate(json), standing);
    if (isList(json)) return json.some((one) => this.#json(one, standing));
    return isObject(json) && Object.entries(json).some(([key, value]) => this.#json(key, standing) || this.#json(value, standing));
  }

  #node(node: Node, standing: Standing): boolean {
    const some = (...nodes: readonly (Node | undefined)[]): boolean => nodes.some((one) => one !== undefined && this.#node(one, standing));
    switch (node.type) {
      case "literal":
        return false;
      case "opaque":
        return true;
      case "template":
        return some(...node.parts);
      case "name":
      case "attribute":
        return this.#reference(node, standing);
      case "index":
        return some(node.key) || this.#reference(node, standing);
      case "splat":
        return some(node.of, node.each);
      case "call":
        return (this.#only === undefined ? isOpenFunction(node) : node.name.startsWith("provider::")) || some(...node.args);
      case "unary":
        return some(node.of);
      case "binary":
        return some(node.left, node.right);
      case "conditional":
        return some(node.if, node.then, node.else);
      case "tuple":
        return some(...node.items);
      case "object":
        return node.entries.some(({ key, value }) => some(key, value));
      case "for": {
        const bound = [...(standing.bound ?? []), node.valueName, node.keyName ?? node.valueName];
        return some(node.in) || [node.by, node.each, node.if].some((one) => one !== undefined && this.#node(one, { ...standing, bound }));
      }
    }
  }

  #reference(node: Node, standing: Standing): boolean {
    const steps: string[] = [];
    let root = node;
    while (root.type === "attribute" || root.type === "index") {
      if (root.type === "attribute") steps.unshift(root.name);
      else if (this.#node(root.key, standing)) return true;
      root = root.of;
    }
    if (root.type !== "name") return this.#node(root, standing);
    if (root.name === SPLAT || standing.bound?.includes(root.name)) return false;
    if (root.name === "each" || root.name === "count") return standing.block === undefined || this.#repeats(standing.block);
    const full = [root.name, ...steps.slice(0, 3)].join(".");
    const known = this.#names.get(full);
    if (known !== undefined) return known;
    // What refers to itself depends on nothing by that.
    this.#names.set(full, false);
    const open = this.#named(root.name, steps);
    this.#names.set(full, open);
    return open;
  }

  #named(root: string, steps: readonly string[]): boolean {
    const [first = "", second = "", third] = steps;
    const { locals, resources, data, ephemeral } = this.#module;
    switch (root) {
      case "var":
        return this.#variable(first);
      case "local":
        return this.#json(locals.get(first) ?? null, {});
      case "path":
        return this.#only === undefined && first !== "module" && first !== "root";
      case "module":
        return this.#output(first, second);
      case "data":
        return this.#attribute(first, data.get(`${first}.${second}`)?.body, third, true);
      case "resource":
        return this.#attribute(first, resources.get(`${first}.${second}`)?.body, third, false);
      case "terraform":
        return this.#only === undefined && (first !== "workspace" || this.#module.workspace === undefined);
      case "ephemeral":
        return this.#only === undefined || this.#attribute(first, ephemeral.get(`${first}.${second}`)?.body, third, false);
      case "self":
        return true;
      default:
        return this.#attribute(root, resources.get(`${root}.${first}`)?.body, second === "" ? undefined : second, false);
    }
  }

  #variable(name: string): boolean {
    const block = this.#module.variables.get(name);
    if (block === undefined) return true;
    if (this.#call !== undefined && Object.hasOwn(this.#call.body, name))
      return this.#call.from.#json(this.#call.body[name] ?? null, { block: this.#call.body });
    return this.#only === undefined && !this.#module.given.has(name) && !Object.hasOwn(block.body, "default");
  }

  #output(call: string, name: string): boolean {
    const [block, child] = [this.#module.modules.get(call), this.child(call)];
    if (block === undefined || child === undefined) return true;
    const outputs = child.#module.outputs;
    const meant = outputs.has(name) ? [outputs.get(name)] : [...outputs.values()];
    return this.#repeats(block.body) || meant.some((output) => child.#json(output?.body.value ?? null, {}));
  }

  /** @param unwritten what holds of an attribute that nobody wrote */
  #attribute(type: string, body: JsonObject | undefined, name: string | undefined, unwritten: boolean): boolean {
    // What a provider makes of a block may depend on all that stands in it.
    if (this.#only !== undefined) return this.#only.has(type) || (body !== undefined && this.#json(body, { block: body }));
    if (body === undefined) return unwritten;
    if (name === undefined) return unwritten || this.#json(body, { block: body });
    return this.#repeats(body) || (Object.hasOwn(body, name) ? this.at(body, name) : unwritten);
  }
}

/** The `dynamic` blocks that make blocks of a type. */
function dynamicOf(json: Json, type: string): readonly Json[] {
  if (isList(json)) return json.flatMap((one) => dynamicOf(one, type));
  return isObject(json) && Object.hasOwn(json, type) ? [json[type] ?? null] : [];
}

/** A file beside the code is as decided as the code. */
function isOpenFunction({ name: written, args }: Node & { readonly type: "call" }): boolean {
  const name = plainName(written);
  if (isFollowed(written)) return false;
  if (Object.hasOwn(UNFOLLOWED, name)) return isOpen(UNFOLLOWED[name] ?? "");
  return !name.startsWith("file") || args.some(isElsewhere);
}

function isElsewhere(node: Node): boolean {
  const [first] = node.type === "template" ? node.parts : [node];
  return first?.type === "literal" && /^[/~]/.test(String(first.value));
}
