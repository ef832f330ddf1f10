import * as pulumi from "@pulumi/pulumi";
import { OUTPUT, SIGNATURE } from "../../clouds/contract/pulumi-signatures.ts";
import type { Json } from "../../guard/values/json.ts";
import { plain } from "./plain.ts";

/** What a program wrote of one resource, before the engine asked the transforms. */
interface Written {
  readonly props: Readonly<Record<string, unknown>>;
  readonly parent: pulumi.Resource | undefined;
}

/**
 * Which resources a value was made of. The engine does not tell a transform: what is known after the update only comes to it without its origin. The SDK
 * knows it, while the resource is constructed.
 */
export class MadeOf {
  readonly #written = new Map<string, Written[]>();

  /** Listens from here on. */
  constructor() {
    pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) => {
      const key = `${type}::${name}`;
      const written = { props: props as Written["props"], parent: opts.parent };
      this.#written.set(key, [...(this.#written.get(key) ?? []), written]);
      return undefined;
    });
  }

  /** @param parent URN of the resource's parent; undefined: none, or the stack */
  async of(type: string, name: string, property: string, parent: string | undefined): Promise<readonly string[]> {
    for (const { props, parent: above } of this.#written.get(`${type}::${name}`) ?? [])
      if (Object.hasOwn(props, property) && isSame(await urnOf(above), parent)) return (await plain(props[property])).dependencies;
    return [];
  }
}

/** The stack is everybody's parent, said or not. */
const isSame = (one: string | undefined, other: string | undefined): boolean => bare(one) === bare(other);
const bare = (urn: string | undefined): string => (urn === undefined || urn.includes("::pulumi:pulumi:Stack::") ? "" : urn);

const urnOf = async (resource: pulumi.Resource | undefined): Promise<string | undefined> =>
  resource === undefined ? undefined : (resource.urn as unknown as { promise(): Promise<string> }).promise();

/** Whether anything in a value is known after the update only. */
export function holdsUnknown(json: Json): boolean {
  if (typeof json !== "object" || json === null) return false;
  const members = json as Readonly<Record<string, Json>>;
  if (members[SIGNATURE] === OUTPUT) return !("value" in members) || holdsUnknown(members["value"] ?? null);
  return Object.values(json).some((one) => holdsUnknown(one as Json));
}
