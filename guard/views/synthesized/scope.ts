import { blockTerm } from "../../values/block-term.ts";
import { termOf } from "../../values/json-term.ts";
import { AT_RUN, ON_MACHINE, WHEN_READ } from "../../values/open.ts";
import type { Env, Files, Scope } from "../../values/scope.ts";
import {
  defer,
  failure,
  knownTerm,
  loosened,
  type ObjectTerm,
  objectOf,
  prefix,
  type Term,
  through,
  tupleOf,
  unknownTerm,
} from "../../values/term.ts";
import type { Block } from "./blocks.ts";
import { type Instances, instancesOf, keyText } from "./instances.ts";
import type { Module } from "./module.ts";
import { Openness } from "./openness.ts";
import { type Inputs, inputTerm, variableTerm } from "./variables.ts";

/** Settings that speak to the engine, not to the provider. */
const META = new Set(["count", "for_each", "provider", "provisioner", "connection", "lifecycle", "depends_on"]);

const REMOTE_STATE = "data.terraform_remote_state.";

/** Settings of a call that are no variables of the called module. */
const ARGUMENTS = new Set(["source", "version", "providers", "count", "for_each", "depends_on", "//"]);

/** States of other stacks, as far as their programs are at hand. */
export interface OtherStates {
  /** What the stack hands out whose state a block of `module` reads; undefined: nobody knows which that is. */
  outputsFor(module: Module, block: Block): ObjectTerm | undefined;
}

/** Where a module stands. */
interface Standing {
  /** Begins every address in it. @default "", the root module */
  readonly path?: string;
  /** What its caller gives it; absent: nobody calls it. */
  readonly inputs?: Inputs;
  /** Numbers on which it depends whether there is any of it. @default none */
  readonly numbers?: readonly string[];
  readonly others?: OtherStates | undefined;
  readonly openness?: Openness | undefined;
}

/** What names mean in one module: the blocks of the module, each read when somebody asks. */
export class ModuleScope implements Scope {
  readonly env: Env = { scope: this };
  readonly #numbers: readonly string[];
  /** On what its expressions depend. */
  readonly openness: Openness;
  readonly files: Files | undefined;
  readonly #module: Module;
  readonly #known = new Map<string, () => Term>();
  readonly #once: Instances = { kind: "one", env: this.env };
  readonly #instances = new Map<Block, Instances>();
  #types: ReadonlySet<string> | undefined;

  /** Begins every address in this module: `module.network["a"].`, empty for the root. */
  readonly path: string;
  readonly #inputs: Inputs | undefined;
  readonly #others: OtherStates | undefined;
  readonly #children = new Map<string, ModuleScope>();

  constructor(module: Module, { path = "", inputs, numbers = [], others, openness }: Standing = {}) {
    this.#module = module;
    this.files = module.disk;
    this.path = path;
    this.#numbers = numbers;
    this.openness = openness ?? new Openness(module);
    this.#inputs = inputs;
    this.#others = others;
  }

  /** The scope of what a call makes, as one of its instances; undefined where the called module was not read. */
  child(name: string, key: string | number | undefined, env: Env): ModuleScope | undefined {
    const [module, call] = [this.#module.children?.get(name), this.#module.modules.get(name)];
    if (module === undefined || call === undefined) return undefined;
    const address = `module.${name}${keyText(key)}`;
    let found = this.#children.get(address);
    if (found === undefined) {
      const body = blockTerm(call.body, env);
      const inputs: Inputs = (variable) => {
        if (ARGUMENTS.has(variable) || body.kind !== "object") return undefined;
        const given = body.get(variable);
        return given && through({ at: `${this.path}${address}.${variable}` }, given);
      };
      const numbers = this.numbersOf(call);
      const [others, openness] = [this.#others, this.openness.child(name)];
      found = new ModuleScope(module, { path: `${this.path}${address}.`, inputs, numbers, others, openness });
      this.#children.set(address, found);
    }
    return found;
  }

  /** What a module hands to its caller. */
  outputs(): ObjectTerm {
    return this.#lookup("output", (name) => {
      const block = this.#module.outputs.get(name);
      if (block === undefined) return undefined;
      const value = termOf(block.body.value ?? null, this.env);
      return block.body.sensitive === true ? prefix([{ at: `output.${name}`, sensitive: true }], value) : value;
    });
  }

  root(name: string): Term | undefined {
    const module = this.#module;
    switch (name) {
      case "var":
        return this.#lookup("var", (variable) =>
          this.#inputs === undefined ? variableTerm(module, variable, this.env) : inputTerm(module, variable, this.#inputs, this.env),
        );
      case "local":
        return this.#lookup("local", (local) =>
          module.locals.has(local) ? termOf(module.locals.get(local) ?? null, this.env) : undefined,
        );
      case "data":
        return this.#typed("data.", module.data);
      case "ephemeral":
        return this.#typed("ephemeral.", module.ephemeral);
      // `resource.a.b` is another way to write `a.b`.
      case "resource":
        return this.#typed("", module.resources);
      case "module":
        return this.#lookup("module", (call) => this.#call(module.modules.get(call), call));
      case "path":
        return this.#lookup("path", (what) =>
          what === "module" || what === "root"
            ? knownTerm(what === "root" ? "." : (module.path ?? "."))
            : unknownTerm(`path.${what} ${ON_MACHINE}`),
        );
      case "terraform":
        return this.#lookup("terraform", (what) =>
          what === "workspace" && module.workspace !== undefined
            ? prefix([{ at: "terraform.workspace", text: module.workspace }], knownTerm(module.workspace))
            : unknownTerm(`terraform.${what} ${AT_RUN}`),
        );
      default:
        this.#types ??= new Set([...module.resources.values()].map((block) => block.labels[0] ?? ""));
        return this.#types.has(name)
          ? this.#lookup(name, (resource) => this.#block(module.resources.get(`${name}.${resource}`), `${name}.${resource}`))
          : undefined;
    }
  }

  /** How often a block is made, computed once. */
  instances(block: Block): Instances {
    if (block.body.count === undefined && block.body.for_each === undefined) return this.#once;
    let found = this.#instances.get(block);
    if (found === undefined) {
      found = instancesOf(block.body, this.env);
      this.#instances.set(block, found);
    }
    return found;
  }

  /** The numbers, as they are written, on which it depends whether there is any of a block: its own, and those of the modules around it. */
  numbersOf(block: Block): readonly string[] {
    const made = this.instances(block);
    if (made.kind !== "some" || made.many !== undefined) return this.#numbers;
    return [...this.#numbers, `${this.path}${JSON.stringify(block.body.for_each ?? block.body.count)}`];
  }

  #lookup(prefixName: string, compute: (name: string) => Term | undefined): ObjectTerm {
    return {
      kind: "object",
      keys: [],
      chain: [],
      get: () => undefined,
      rest: (name) => {
        const full = `${prefixName}.${name}`;
        let term = this.#known.get(full);
        if (term === undefined) {
          term = defer(full, () => compute(name) ?? failure(`${full} is not declared`));
          this.#known.set(full, term);
        }
        return term();
      },
    };
  }

  #typed(prefixName: string, all: ReadonlyMap<string, Block>): ObjectTerm {
    const rest = (type: string) =>
      this.#lookup(`${prefixName}${type}`, (name) => this.#block(all.get(`${type}.${name}`), `${prefixName}${type}.${name}`));
    return { kind: "object", keys: [], chain: [], get: () => undefined, rest };
  }

  #block(block: Block | undefined, local: string): Term | undefined {
    const address = `${this.path}${local}`;
    return (
      block &&
      this.#made(block, address, (key, env) => this.#read(resourceTerm(block, `${address}${keyText(key)}`, env), block, local, address))
    );
  }

  /** The state of another stack says what that one hands out. */
  #read(term: Term, block: Block, local: string, address: string): Term {
    if (this.#others === undefined || term.kind !== "object" || !local.startsWith(REMOTE_STATE)) return term;
    const outputs = this.#others.outputsFor(this.#module, block);
    return outputs === undefined
      ? term
      : { ...term, get: (key) => (key === "outputs" ? prefix([{ at: `${address}.outputs` }], outputs) : term.get(key)) };
  }

  /** What a call hands back: the outputs of what it makes. */
  #call(block: Block | undefined, name: string): Term | undefined {
    const address = `${this.path}module.${name}`;
    const unread = (): Term => outside(address, "an output of a module that is not read");
    return block && this.#made(block, address, (key, env) => this.child(name, key, env)?.outputs() ?? unread());
  }

  #made(block: Block, address: string, make: (key: string | number | undefined, env: Env) => Term): Term {
    const made = this.instances(block);
    switch (made.kind) {
      case "one":
        return make(undefined, made.env);
      case "counted":
        return tupleOf(made.instances.map(({ key, env }) => defer(address, () => make(key, env))));
      case "keyed":
        return objectOf(new Map(made.instances.map(({ key, env }) => [String(key), defer(address, () => make(key, env))])));
      case "some":
        // Whichever instance is meant, this is what all of them say.
        return { ...outside(address, "an instance"), rest: () => make(undefined, made.env) };
    }
  }
}

/** A resource: what the configuration sets, and for the rest what only the provider knows. */
export function resourceTerm(block: Block, address: string, env: Env): Term {
  const body = blockTerm(block.body, env);
  if (body.kind !== "object") return body;
  const rest = (key: string): Term =>
    unknownTerm(`${address}.${key} ${/(?:^|[. ])data\./.test(address) ? WHEN_READ : "is known only when it is made"}`, [address]);
  const get = (key: string): Term | undefined => {
    const found = META.has(key) ? undefined : body.get(key);
    return found?.kind === "known" && found.value === null ? prefix(found.chain, rest(key)) : found && loosened(found);
  };
  const whole: ObjectTerm = { kind: "object", keys: body.keys.filter((key) => !META.has(key)), get, rest, address, chain: [] };
  return address.endsWith("]") ? named(whole, address) : whole;
}

/** However an instance is called where it is used (`each.value`, `x.y[each.key]`), the way of a value leads through its address. */
function named(resource: ObjectTerm, address: string): ObjectTerm {
  const { get, rest } = resource;
  return {
    ...resource,
    get: (key) => {
      const found = get(key);
      return found && through({ at: `${address}.${key}` }, found);
    },
    rest: (key) => through({ at: `${address}.${key}` }, rest?.(key) ?? knownTerm(null)),
  };
}

function outside(address: string, what: string): ObjectTerm {
  return {
    kind: "object",
    keys: [],
    chain: [],
    address,
    get: () => undefined,
    rest: (key) => unknownTerm(`${address}.${key} is ${what}`, [address]),
  };
}
