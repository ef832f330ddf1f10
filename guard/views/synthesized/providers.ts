import type { Subject } from "../../infrastructure.ts";
import { evaluate } from "../../values/evaluate.ts";
import { type Node, parseExpression } from "../../values/language/index.ts";
import type { Env } from "../../values/scope.ts";
import { settle } from "../../values/settle.ts";
import type { Block } from "./blocks.ts";
import { keyText } from "./instances.ts";
import type { Module } from "./module.ts";
import { localNameOf, type ProviderSource, sourceOf } from "./provider-source.ts";
import type { ModuleScope } from "./scope.ts";
import { opaqueSubject, subject } from "./subject.ts";

/** The configuration that a resource runs under, and the provider's source. */
export interface UnderProvider {
  readonly provider: Subject | undefined;
  readonly providerSource: ProviderSource;
}

/** The provider configurations of a module, and which of them a resource runs under. */
export class Providers {
  readonly subjects: readonly Subject[];
  readonly #byAddress = new Map<string, Subject>();
  readonly #module: Module;
  readonly #implied = new Map<string, UnderProvider>();
  readonly #sources = new Map<string, ProviderSource>();

  constructor(module: Module, scope: ModuleScope) {
    this.#module = module;
    for (const [name, block] of module.providers) {
      const made = scope.instances(block);
      const all = made.kind === "counted" || made.kind === "keyed" ? made.instances : [{ env: made.env }];
      for (const one of all) this.#add(`provider.${name}${keyText("key" in one ? one.key : undefined)}`, block, one.env);
    }
    this.subjects = [...this.#byAddress.values(), ...this.#unused()];
  }

  /** The provider of a block of this type, `meta` being its `provider` argument. */
  of(type: string, meta: unknown, env: Env): UnderProvider {
    if (meta === undefined || meta === null) {
      let found = this.#implied.get(type);
      if (found === undefined) {
        const local = localNameOf(type);
        found = { provider: this.#byAddress.get(`provider.${local}`), providerSource: this.source(local) };
        this.#implied.set(type, found);
      }
      return found;
    }
    const node = typeof meta === "string" ? parseExpression(meta.replace(/^\$\{([\s\S]*)\}$/, "$1")) : undefined;
    const reference = node === undefined ? undefined : named(node, env);
    if (reference === undefined) {
      return {
        provider: opaqueSubject("provider", "provider.?", "?", `the provider argument ${JSON.stringify(meta)} cannot be followed`),
        providerSource: {},
      };
    }
    const providerSource = this.source(reference.local);
    const found = this.#byAddress.get(`provider.${reference.name}`);
    if (found !== undefined || reference.name === reference.local) return { provider: found, providerSource };
    const cause = reference.cause ?? `no provider block is called ${reference.name}`;
    return { provider: opaqueSubject("provider", `provider.${reference.name}`, reference.local, cause, providerSource), providerSource };
  }

  source(local: string): ProviderSource {
    let found = this.#sources.get(local);
    if (found === undefined) {
      found = sourceOf(this.#module.required, local);
      this.#sources.set(local, found);
    }
    return found;
  }

  #add(address: string, block: Block, env: Env): void {
    const [local = ""] = block.labels;
    this.#byAddress.set(
      address,
      subject({ kind: "provider", address, type: local, body: block.body, env, providerSource: this.source(local) }),
    );
  }

  /** The engine fetches and starts a provider that is only required: it is judged like one that is used. */
  #unused(): readonly Subject[] {
    const { resources, data, ephemeral, providers, required } = this.#module;
    const used = new Set([...providers.values()].map(({ labels }) => labels[0] ?? ""));
    for (const { labels, body } of [...resources.values(), ...data.values(), ...ephemeral.values()]) {
      used.add(
        typeof body.provider === "string" ? (/^(?:\$\{\s*)?([^.[}\s]*)/.exec(body.provider)?.[1] ?? "") : localNameOf(labels[0] ?? ""),
      );
    }
    const env: Env = { scope: { root: () => undefined } };
    return [...required.keys()]
      .filter((local) => !used.has(local) && this.source(local).host !== "terraform.io")
      .map((local) =>
        subject({
          kind: "provider",
          address: `terraform.required_providers.${local}`,
          type: local,
          body: {},
          env,
          providerSource: this.source(local),
        }),
      );
  }
}

/** `ovh`, `ovh.us` or `ovh.by_region["a"]`. */
function named(node: Node, env: Env): { readonly local: string; readonly name: string; readonly cause?: string } | undefined {
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
