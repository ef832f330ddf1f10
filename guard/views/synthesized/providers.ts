import type { Subject } from "../../subject/infrastructure.ts";
import { evaluate } from "../../values/evaluate.ts";
import { type Node, parseExpression } from "../../values/language/index.ts";
import type { Env } from "../../values/scope.ts";
import { settle } from "../../values/settle.ts";
import type { Block } from "./blocks.ts";
import { type Handed, handedOver } from "./handed-providers.ts";
import { eachOf, isNone, keyText } from "./instances.ts";
import type { Module } from "./module.ts";
import { localNameOf, type ProviderSource, requirementOf, sourceOf } from "./provider-source.ts";
import type { Strays } from "./read-options.ts";
import type { ModuleScope } from "./scope.ts";
import { opaqueSubject, subject } from "./subject.ts";

/** The configuration that a resource runs under, and the provider's source. */
export interface UnderProvider {
  readonly provider: Subject | undefined;
  readonly providerSource: ProviderSource;
}

/** The call by which a module came about: its caller's providers, and what the call says of them. */
export interface Caller {
  readonly providers: Providers;
  readonly call: Block;
  readonly env: Env;
}

/** What is said of a module from outside. */
interface Under {
  readonly caller?: Caller;
  readonly strays?: Strays | undefined;
  /** Nothing of the module is made. @default false */
  readonly none?: boolean;
}

/** The provider configurations of a module, and which of them a resource runs under. */
export class Providers {
  readonly subjects: readonly Subject[];
  readonly #byAddress = new Map<string, Subject>();
  readonly #module: Module;
  readonly #path: string;
  readonly #handed: Handed;
  readonly #caller: Caller | undefined;
  readonly #strays: Strays | undefined;
  readonly #implied = new Map<string, UnderProvider>();
  readonly #sources = new Map<string, ProviderSource>();

  constructor(module: Module, scope: ModuleScope, { caller, strays, none = false }: Under) {
    this.#module = module;
    this.#strays = strays;
    this.#path = scope.path;
    this.#caller = caller;
    this.#handed = handedOver(caller?.call.body.providers ?? null);
    for (const [name, block] of module.providers) {
      const made = scope.instances(block);
      for (const { key, env } of isNone(made) ? [] : eachOf(made)) this.#add(`provider.${name}${keyText(key)}`, block, env);
    }
    this.subjects = [...this.#byAddress.values(), ...this.#unused((block) => none || isNone(scope.instances(block)))];
  }

  /** The provider of a block of this type, `meta` being its `provider` argument. */
  of(type: string, meta: unknown, env: Env): UnderProvider {
    if (meta === undefined || meta === null) {
      let found = this.#implied.get(type);
      if (found === undefined) {
        found = this.#named({ local: localNameOf(type), name: localNameOf(type) });
        this.#implied.set(type, found);
      }
      return found;
    }
    const node = typeof meta === "string" ? parseExpression(meta.replace(/^\$\{([\s\S]*)\}$/, "$1")) : undefined;
    const reference = node === undefined ? undefined : named(node, env);
    return reference === undefined
      ? {
          provider: opaqueSubject("provider", "provider.?", "?", `the provider argument ${JSON.stringify(meta)} cannot be followed`),
          providerSource: {},
        }
      : this.#named(reference);
  }

  source(local: string): ProviderSource {
    let found = this.#sources.get(local);
    if (found === undefined) {
      found = sourceOf(this.#module.required, local);
      // A module that does not say it takes its caller's word, as far as they use one name for one provider.
      if (this.#caller !== undefined && !this.#module.required.has(local) && this.#handed(local) !== undefined)
        found = this.#inherited(local, local)?.providerSource ?? found;
      this.#sources.set(local, found);
    }
    return found;
  }

  /** A configuration by its name here: the module's own, else what its caller hands over, else its caller's of the same provider. */
  #named({ local, name, cause }: Reference): UnderProvider {
    const own = this.#byAddress.get(`provider.${name}`);
    const providerSource = this.source(local);
    if (own !== undefined) return { provider: own, providerSource };
    const inherited = this.#inherited(local, name);
    if (inherited !== undefined) return { provider: inherited.provider, providerSource };
    if (name === local) return { provider: undefined, providerSource };
    const missing = cause ?? `no provider block is called ${name}`;
    return { provider: opaqueSubject("provider", `${this.#path}provider.${name}`, local, missing, providerSource), providerSource };
  }

  #inherited(local: string, name: string): UnderProvider | undefined {
    if (this.#caller === undefined) return undefined;
    const { providers, env } = this.#caller;
    const handed = this.#handed(name);
    if (handed === "unreadable") {
      const cause = "which providers the module is called with cannot be followed";
      return { provider: opaqueSubject("provider", `${this.#path}provider.${name}`, local, cause), providerSource: {} };
    }
    if (handed !== undefined) return providers.of(local, handed, env);
    return name === local ? providers.#sameAs(local, sourceOf(this.#module.required, local)) : undefined;
  }

  /** The default configuration of a provider, whatever it is called here; of a module that says nothing of it, its caller's. */
  #sameAs(local: string, providerSource: ProviderSource): UnderProvider {
    const { source, host } = providerSource;
    const same = [local, ...this.#module.required.keys()].find((one) => {
      const mine = this.source(one);
      return mine.source === source && mine.host === host;
    });
    // Where one of both does not say which provider it means, it means the other's of that name.
    const isSaid = source !== `hashicorp/${local}` && this.#module.required.has(local);
    if (same !== undefined || (!isSaid && this.#byAddress.has(`provider.${local}`)))
      return this.#named({ local: same ?? local, name: same ?? local });
    return this.#caller === undefined ? { provider: undefined, providerSource } : this.#caller.providers.#sameAs(local, providerSource);
  }

  #add(address: string, block: Block, env: Env): void {
    const [local = ""] = block.labels;
    const providerSource = this.source(local);
    const stray = this.#strays?.("provider", providerSource, local, block.body);
    this.#byAddress.set(
      address,
      subject({
        kind: "provider",
        address: `${this.#path}${address}`,
        type: local,
        body: block.body,
        env,
        providerSource,
        ...(stray !== undefined && { stray }),
        requirement: requirementOf(this.#module.required, local),
      }),
    );
  }

  /** The engine fetches and starts a provider that is only required, or under which nothing is made: it is judged like one that is used. */
  #unused(isIdle: (block: Block) => boolean): readonly Subject[] {
    const { resources, data, ephemeral, providers, required } = this.#module;
    const used = new Set([...providers.values()].map(({ labels }) => labels[0] ?? ""));
    const idle = new Set(required.keys());
    for (const block of [...resources.values(), ...data.values(), ...ephemeral.values()]) {
      const { provider } = block.body;
      const local =
        typeof provider === "string" ? (/^(?:\$\{\s*)?([^.[}\s]*)/.exec(provider)?.[1] ?? "") : localNameOf(block.labels[0] ?? "");
      (isIdle(block) ? idle : used).add(local);
    }
    const env: Env = { scope: { root: () => undefined } };
    return [...idle]
      .filter((local) => !used.has(local) && this.source(local).host !== "terraform.io")
      .map((local) =>
        subject({
          kind: "provider",
          address: `${this.#path}terraform.required_providers.${local}`,
          type: local,
          body: {},
          env,
          providerSource: this.source(local),
          requirement: requirementOf(required, local),
        }),
      );
  }
}

interface Reference {
  readonly local: string;
  readonly name: string;
  readonly cause?: string;
}

/** `ovh`, `ovh.us` or `ovh.by_region["a"]`. */
function named(node: Node, env: Env): Reference | undefined {
  if (node.type === "name") return { local: node.name, name: node.name };
  if (node.type === "attribute" && node.of.type === "name") return { local: node.of.name, name: `${node.of.name}.${node.name}` };
  if (node.type !== "index" || node.of.type !== "attribute") return undefined;
  const block = named(node.of, env);
  if (block === undefined) return undefined;
  const key = settle(evaluate(node.key, env));
  if (key.kind === "known" && (typeof key.value === "string" || typeof key.value === "number"))
    return { local: block.local, name: `${block.name}${keyText(key.value)}` };
  return { local: block.local, name: `${block.name}[?]`, cause: `which instance of provider ${block.name} is meant is not known` };
}
