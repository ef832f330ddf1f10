import * as pulumi from "@pulumi/pulumi";
import type { Json } from "../../guard/values/json.ts";
import { isOutput, plain } from "./plain.ts";

/** What a program wrote of one resource, before the engine asked the transforms. */
interface Written {
  readonly props: Readonly<Record<string, unknown>>;
  readonly parent: pulumi.Resource | undefined;
}

/** What is known of a resource once it is registered: in a preview of something new, little. */
export interface SaidOf {
  readonly id?: string;
  readonly outputs: Json;
}

/**
 * Which resources a value was made of. The engine does not tell a transform: what is known after the update only comes to it without its origin, and what
 * is known comes as a text. The SDK knows it, while the resource is constructed.
 */
export class MadeOf {
  readonly #written = new Map<string, Written[]>();
  /** Names of the properties that each resource has from the engine; its class may have others, which nobody may ever set. */
  readonly #properties = new WeakMap<pulumi.Resource, readonly string[]>();
  readonly #said = new WeakMap<pulumi.Resource, Promise<SaidOf>>();

  /** Listens from here on. @param hook asked before anything is made or changed, with what the engine makes of it in the end */
  constructor(hook: pulumi.ResourceHook) {
    pulumi.runtime.registerStackTransformation(({ resource, type, name, props, opts }) => {
      const key = `${type}::${name}`;
      const written = { props: props as Written["props"], parent: opts.parent };
      this.#written.set(key, [...(this.#written.get(key) ?? []), written]);
      this.#properties.set(resource, Object.keys(props as object));
      // A provider that is refused leaves the SDK waiting for ever, and the stack itself makes nothing.
      if (type.startsWith("pulumi:")) return undefined;
      const { beforeCreate = [], beforeUpdate = [], ...others } = opts.hooks ?? {};
      return {
        props,
        opts: { ...opts, hooks: { ...others, beforeCreate: [...beforeCreate, hook], beforeUpdate: [...beforeUpdate, hook] } },
      };
    });
  }

  /**
   * The resources that a property was made of, by URN.
   *
   * @param parent URN of the resource's parent; undefined: none, or the stack
   */
  async of(type: string, name: string, property: string, parent: string | undefined): Promise<ReadonlyMap<string, pulumi.Resource>> {
    for (const { props, parent: above } of this.#written.get(`${type}::${name}`) ?? []) {
      const value = Object.hasOwn(props, property) ? props[property] : undefined;
      if (typeof value === "object" && value !== null && isSame(await urnOf(above), parent)) return (await plain(value)).madeOf;
    }
    return new Map();
  }

  /** What is known by now of a resource that a value was made of: it was registered before. */
  said(resource: pulumi.Resource): Promise<SaidOf> {
    let said = this.#said.get(resource);
    if (said === undefined) {
      said = saidOf(resource, this.#properties.get(resource) ?? []);
      this.#said.set(resource, said);
    }
    return said;
  }
}

async function saidOf(resource: pulumi.Resource, properties: readonly string[]): Promise<SaidOf> {
  const members = resource as unknown as Readonly<Record<string, unknown>>;
  const outputs = await Promise.all(
    properties.map(async (name) => [name, isOutput(members[name]) ? (await plain(members[name])).json : null] as const),
  );
  const id = isOutput(members["id"]) ? (await plain(members["id"])).json : null;
  return { outputs: Object.fromEntries(outputs), ...(typeof id === "string" && id !== "" && { id }) };
}

/** The stack is everybody's parent, said or not. */
const isSame = (one: string | undefined, other: string | undefined): boolean => bare(one) === bare(other);
const bare = (urn: string | undefined): string => (urn === undefined || urn.includes("::pulumi:pulumi:Stack::") ? "" : urn);

const urnOf = async (resource: pulumi.Resource | undefined): Promise<string | undefined> =>
  resource === undefined ? undefined : (resource.urn as unknown as { promise(): Promise<string> }).promise();
