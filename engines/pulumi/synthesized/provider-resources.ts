import * as pulumi from "@pulumi/pulumi";
import type { Json } from "../../../guard/values/json.ts";
import type { Module } from "../../../guard/views/synthesized/module.ts";
import { localNameOf, sourceOf } from "../../../guard/views/synthesized/provider-source.ts";
import { isOutput, later } from "./later.ts";
import type { Lowering } from "./lower.ts";
import { nameIn } from "./naming.ts";
import { type Package, packageOf } from "./packages.ts";
import { Unregistrable } from "./unregistrable.ts";
import { AT_TOP } from "./where.ts";

/** A provider block, registered, and the package that its resources are of. */
export interface UnderProvider {
  readonly package: Package;
  readonly resource: pulumi.ProviderResource;
  readonly reference?: Promise<string>;
}

class Provider extends pulumi.ProviderResource {}

/** The stack's provider blocks as provider resources: every one explicit, so that no default provider asks the environment. */
export class ProviderResources {
  readonly #module: Module;
  readonly #stack: string;
  readonly #parent: pulumi.Resource;
  readonly #lowering: () => Lowering;
  readonly #made = new Map<string, UnderProvider>();

  constructor(module: Module, stack: string, parent: pulumi.Resource, lowering: () => Lowering) {
    this.#module = module;
    this.#stack = stack;
    this.#parent = parent;
    this.#lowering = lowering;
  }

  /** @param meta the `provider` argument: `ovh`, `ovh.us` */
  of(type: string, meta: Json | undefined, at: string): UnderProvider {
    const name = meta === undefined || meta === null ? localNameOf(type) : nameOf(meta, at);
    let found = this.#made.get(name);
    if (found === undefined) {
      found = this.#register(name, at);
      this.#made.set(name, found);
    }
    return found;
  }

  package(type: string, meta: Json | undefined, at: string): Package {
    const name = meta === undefined || meta === null ? localNameOf(type) : nameOf(meta, at);
    return this.#packageOf(name, at);
  }

  #packageOf(name: string, at: string): Package {
    const [local = name] = name.split(".");
    const { source, host } = sourceOf(this.#module.required, local);
    const found = source === undefined || host !== undefined ? undefined : packageOf(source);
    if (found === undefined)
      throw new Unregistrable([
        `${at}: nothing here knows ${host === undefined ? "" : `${host}/`}${source ?? local}, by a Pulumi package or by its schema; register what is under it with Pulumi's own SDK`,
      ]);
    return found;
  }

  #register(name: string, at: string): UnderProvider {
    const body = this.#module.providers.get(name)?.body;
    if (body === undefined && name.includes(".")) throw new Unregistrable([`${at}: no provider block is called ${name}`]);
    if (body?.for_each !== undefined) throw new Unregistrable([`provider.${name}.for_each: give each instance a block of its own`]);
    const pack = this.#packageOf(name, at);
    const { alias: _alias, version: _version, ...said } = body ?? {};
    const inputs = pack.provider.fromTerraform(
      this.#lowering().tree(said, AT_TOP, `provider.${name}`) as object as Record<string, unknown>,
      later,
    );
    const reference = pack.reference?.();
    const resource = new Provider(
      pack.name,
      nameIn(this.#stack, name),
      Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, asText(value)])),
      { parent: this.#parent, ...pack.options },
      false,
      reference,
    );
    return { package: pack, resource, ...(reference !== undefined && { reference }) };
  }
}

/** The protocol takes texts only for a provider; whatever else there is stands as JSON in them. */
function asText(value: unknown): pulumi.Input<string> {
  if (!isOutput(value)) return typeof value === "string" ? value : JSON.stringify(value);
  return value.apply((one) => (typeof one === "string" ? one : JSON.stringify(one)));
}

function nameOf(meta: Json, at: string): string {
  const name = typeof meta === "string" ? /^(?:\$\{\s*)?([\w-]+(?:\.[\w-]+)?)(?:\s*\})?$/.exec(meta)?.[1] : undefined;
  if (name === undefined) throw new Unregistrable([`${at}.provider: ${JSON.stringify(meta)} is no provider block of this stack`]);
  return name;
}
