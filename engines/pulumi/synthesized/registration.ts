import * as pulumi from "@pulumi/pulumi";
import type { TokenKind } from "../../../clouds/pulumi-tokens.ts";
import type { Json } from "../../../guard/values/json.ts";
import { isList } from "../../../guard/values/term.ts";
import type { Block } from "../../../guard/views/synthesized/blocks.ts";
import { keyText } from "../../../guard/views/synthesized/instances.ts";
import type { Module } from "../../../guard/views/synthesized/module.ts";
import type { JsonObject } from "../../../guard/views/synthesized/parse-json.ts";
import { Constructs } from "./construct.ts";
import { creatingFirst } from "./creating-first.ts";
import { expansionOf } from "./expansion.ts";
import { isOutput, later, type Out, outputOf, secretOf } from "./later.ts";
import { Lowering } from "./lower.ts";
import { Origins } from "./made-of.ts";
import { namesAnywhere } from "./names-anywhere.ts";
import { addressIn, formerNames, nameIn } from "./naming.ts";
import { META, optionsOf, triggersOf } from "./options.ts";
import type { Kind } from "./packages.ts";
import { ProviderResources } from "./provider-resources.ts";
import { attributeOf, Registered, type Said } from "./said.ts";
import { REMOTE_STATE, sourceParts, WHOLE } from "./source.ts";
import { Unregistrable } from "./unregistrable.ts";
import type { Variables } from "./variables.ts";
import { AT_TOP, type Keys, type Where, withinInstance } from "./where.ts";

/** What a stack is registered with. */
export interface Given {
  readonly variables: Variables;
  /** Outputs of other stacks, by the name of the data source that reads their state. */
  readonly states: Readonly<Record<string, pulumi.Input<Readonly<Record<string, unknown>>>>>;
  /** Ids of what is taken over, by address. */
  readonly imports: Readonly<Record<string, string>>;
  readonly after: readonly pulumi.Resource[];
}

/** Registers what one document describes, each thing after those that it is made of. */
export class Registration {
  readonly #module: Module;
  readonly #stack: string;
  readonly #parent: pulumi.Resource;
  readonly #given: Given;
  readonly #origins: Origins;
  readonly #lowering: Lowering;
  readonly #providers: ProviderResources;
  readonly #expansions = new Map<string, Keys | undefined>();
  readonly #said = new Map<string, Said>();
  readonly #constructs: Constructs;
  readonly #begun = new Set<string>();
  #createsFirst: ReadonlySet<string> | undefined;

  constructor(module: Module, stack: string, parent: pulumi.Resource, given: Given) {
    this.#module = module;
    this.#stack = stack;
    this.#parent = parent;
    this.#given = given;
    this.#constructs = new Constructs(stack, parent);
    const expansion = (address: string, block: Block) => this.#expansion(address, block);
    this.#origins = new Origins({ module, expansion, isSecret: (name) => given.variables.isSecret(name) });
    const around = { module, expansion, variable: (name: string) => given.variables.term(name) };
    this.#lowering = new Lowering(around, this.#origins, (source) => this.#output(source));
    this.#providers = new ProviderResources(module, stack, parent, () => this.#lowering);
  }

  /** Registers everything, and gives the document's outputs. Whatever has no counterpart is told at once, all of it. */
  run(): Readonly<Record<string, Out>> {
    const problems: string[] = [];
    const attempt = <T>(work: () => T): T | undefined => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof Unregistrable)) throw error;
        problems.push(...error.problems);
        return undefined;
      }
    };
    for (const [address, block] of this.#everything()) attempt(() => this.#prove(address, block));
    attempt(() => this.#requireThere(Object.keys(this.#given.imports)));
    if (problems.length > 0) throw new Unregistrable([...new Set(problems)]);
    for (const [address, block] of this.#everything())
      attempt(() => {
        for (const instance of this.#instances(address, block)) this.#made(instance);
      });
    const outputs = Object.fromEntries(
      [...this.#module.outputs].flatMap(([name, { body }]) => {
        const value = attempt(() => this.#lowering.value(body.value ?? null, AT_TOP, `output.${name}`));
        const output = outputOf(value);
        return value === undefined ? [] : [[name, body.sensitive === true ? secretOf(output) : output] as const];
      }),
    );
    if (problems.length > 0) throw new Unregistrable([...new Set(problems)]);
    return outputs;
  }

  #everything(): readonly (readonly [address: string, block: Block])[] {
    const data = [...this.#module.data].map(([address, block]) => [`data.${address}`, block] as const);
    return [...data, ...this.#module.resources].filter(([, { labels }]) => labels[0] !== REMOTE_STATE);
  }

  /** Whether all that a block says has a counterpart, before anything is registered. */
  #prove(address: string, { labels: [type = ""], body }: Block): void {
    this.#expansion(address, { labels: [type], body, file: "" });
    const { sources, problems } = this.#origins.of(body, namesAnywhere(body));
    if (problems.length > 0) throw new Unregistrable(problems.map((one) => `${address}: ${one}`));
    for (const source of sources) if (!source.startsWith("var.")) this.#kindAt(sourceParts(source).address);
    this.#kind(address, type, body);
  }

  #kindAt(address: string): void {
    const { block, at } = this.#blockAt(address);
    const [type = ""] = block.labels;
    if (type !== REMOTE_STATE) this.#kind(at, type, block.body);
  }

  #kind(address: string, type: string, body: JsonObject): Kind {
    const kind: TokenKind = address.startsWith("data.") ? "data" : "resource";
    const pack = this.#providers.package(type, body.provider, address);
    const found = pack.kind(type, kind);
    if (found === undefined) throw new Unregistrable([`${address}: the Pulumi package ${pack.name} has no counterpart of ${type}`]);
    return found;
  }

  #expansion(address: string, block: Block): Keys | undefined {
    if (!this.#expansions.has(address)) this.#expansions.set(address, expansionOf(block.body, this.#lowering.plain.env, address));
    return this.#expansions.get(address);
  }

  #instances(address: string, block: Block): readonly string[] {
    const made = this.#expansion(address, block);
    return made === undefined ? [address] : made.keys.map((key) => `${address}${keyText(key)}`);
  }

  #blockAt(instance: string): { readonly block: Block; readonly at: string; readonly where: Where } {
    const at = /^(?:data\.)?[^.]+\.[^.[]+/.exec(instance)?.[0] ?? instance;
    const block = at.startsWith("data.") ? this.#module.data.get(at.slice("data.".length)) : this.#module.resources.get(at);
    if (block === undefined) throw new Unregistrable([`nothing here is called ${instance}`]);
    const made = block.labels[0] === REMOTE_STATE ? undefined : this.#expansion(at, block);
    const key = made?.keys.find((one) => `${at}${keyText(one)}` === instance);
    return { block, at, where: made === undefined || key === undefined ? AT_TOP : withinInstance(made, key) };
  }

  #output(source: string): Out {
    const { address, attribute } = sourceParts(source);
    if (address.startsWith("var.")) return this.#given.variables.output(address.slice("var.".length));
    if (address.startsWith(`data.${REMOTE_STATE}.`)) return this.#state(address.slice(`data.${REMOTE_STATE}.`.length), attribute);
    return attributeOf(this.#made(address), attribute, address);
  }

  #state(name: string, attribute: string): Out {
    const state = Object.hasOwn(this.#given.states, name) ? this.#given.states[name] : undefined;
    if (state === undefined)
      throw new Unregistrable([
        `data.${REMOTE_STATE}.${name}: it reads the state of another program; give its outputs where the stack is registered, \`states: { ${JSON.stringify(name)}: reference.outputs }\``,
      ]);
    if (attribute !== WHOLE && !isOutput(state) && !(state instanceof Promise)) {
      const one = (state as Readonly<Record<string, unknown>>)[attribute];
      if (one === undefined) throw new Unregistrable([`data.${REMOTE_STATE}.${name}: there is no output ${attribute}`]);
      return outputOf(one);
    }
    return outputOf(state).apply((all) => (attribute === WHOLE ? all : ((all as Readonly<Record<string, unknown>>)[attribute] ?? null)));
  }

  /** Registers an instance, if it is not yet. */
  #made(instance: string): Said {
    const known = this.#said.get(instance);
    if (known !== undefined) return known;
    if (this.#begun.has(instance)) throw new Unregistrable([`${instance} depends on itself`]);
    this.#begun.add(instance);
    const said = instance.startsWith("data.") ? this.#invoke(instance) : this.#register(instance);
    this.#said.set(instance, said);
    return said;
  }

  #invoke(instance: string): Said {
    const { block, at, where } = this.#blockAt(instance);
    const [type = ""] = block.labels;
    const kind = this.#kind(at, type, block.body);
    const { resource, reference } = this.#providers.of(type, block.body.provider, at);
    const inputs = this.#inputs(instance, block, where, kind);
    const dependsOn = this.#dependsOn(block);
    const answer = pulumi.runtime.invokeOutput<Record<string, unknown>>(
      kind.token,
      inputs,
      { parent: this.#parent, provider: resource, ...(dependsOn.length > 0 && { dependsOn: [...dependsOn] }) },
      reference,
    );
    return { kind, answer, behind: dependsOn };
  }

  #register(instance: string): Said {
    const { block, at, where } = this.#blockAt(instance);
    const { body } = block;
    const [type = ""] = block.labels;
    const kind = this.#kind(at, type, body);
    const { resource: provider, reference } = this.#providers.of(type, body.provider, at);
    const name = instance.slice(type.length + 1);
    const inputs = this.#inputs(instance, block, where, kind);
    const dependsOn = this.#dependsOn(block);
    const aliases = formerNames(this.#module.moved, type, name, this.#stack, (other) => this.#tokenOf(other, body, at));
    const taken = this.#taken(instance);
    const triggers = triggersOf(body);
    this.#createsFirst ??= creatingFirst(this.#module, this.#origins);
    const timeouts = body.timeouts === undefined ? undefined : this.#lowering.now(body.timeouts, where, `${instance}.timeouts`);
    const resource = new Registered(
      kind,
      nameIn(this.#stack, name),
      inputs,
      {
        parent: this.#constructs.around(body),
        provider,
        ...optionsOf(body, kind.properties, this.#createsFirst.has(at)),
        ...(dependsOn.length > 0 && { dependsOn: [...dependsOn] }),
        ...(aliases.length > 0 && { aliases }),
        ...(taken !== undefined && { import: taken }),
        ...(triggers.length > 0 && {
          replacementTrigger: this.#lowering.value(
            [...triggers],
            where,
            `${instance}.lifecycle.replace_triggered_by`,
          ) as pulumi.Input<unknown>,
        }),
        ...(timeouts !== undefined && timeouts !== null && { customTimeouts: timeouts as pulumi.CustomTimeouts }),
      },
      reference,
    );
    return { kind, resource, behind: [resource] };
  }

  #tokenOf(type: string, body: JsonObject, at: string): string | undefined {
    return this.#providers.package(type, body.provider, at).kind(type, "resource")?.token;
  }

  #inputs(instance: string, block: Block, where: Where, { properties }: Kind): Record<string, unknown> {
    const body = Object.fromEntries(Object.entries(block.body).filter(([name]) => !META.has(name)));
    const tree = this.#lowering.tree(body, where, instance) as Record<string, unknown>;
    try {
      return properties.fromTerraform(tree, later);
    } catch (error) {
      throw new Unregistrable([`${instance}: ${(error as Error).message}`]);
    }
  }

  /** The resources that `depends_on` names; of a data source, those that it waits for itself. */
  #dependsOn({ body }: Block): readonly pulumi.Resource[] {
    const named = isList(body.depends_on ?? null) ? (body.depends_on as readonly Json[]) : [];
    const found = named.flatMap((one) => {
      const address = typeof one === "string" ? one.replace(/^\$\{\s*|\s*\}$/g, "") : "";
      const { block: other, at } = this.#blockAt(address);
      if (other.labels[0] === REMOTE_STATE) return [];
      const instances = address === at ? this.#instances(at, other) : [address];
      return instances.flatMap((instance) => this.#made(instance).behind);
    });
    return [...new Set([...this.#given.after, ...found])];
  }

  #requireThere(taken: readonly string[]): void {
    if (taken.length === 0) return;
    const all = new Set([...this.#module.resources].flatMap(([address, block]) => this.#instances(address, block)));
    const strangers = taken.filter((address) => !all.has(address));
    if (strangers.length > 0)
      throw new Unregistrable(strangers.map((address) => `${address} is to be taken over, and the stack writes no such resource`));
  }

  /** The id of what is taken over: the caller's word, or an `import` block's. */
  #taken(instance: string): string | undefined {
    if (Object.hasOwn(this.#given.imports, instance)) return this.#given.imports[instance];
    for (const { body } of this.#module.imports) {
      const to = addressIn(body.to);
      if (to === undefined || `${to.type}.${to.name}` !== instance) continue;
      const id = this.#lowering.now(body.id ?? null, AT_TOP, `import ${instance}`);
      if (typeof id !== "string") throw new Unregistrable([`import ${instance}: its id is no text`]);
      return id;
    }
    return undefined;
  }
}
