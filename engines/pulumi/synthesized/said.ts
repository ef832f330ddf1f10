import * as pulumi from "@pulumi/pulumi";
import type { Json } from "../../../guard/values/json.ts";
import { allOf, type Out, outputOf } from "./later.ts";
import type { Kind } from "./packages.ts";
import { WHOLE } from "./source.ts";
import { Unregistrable } from "./unregistrable.ts";

/** What is registered, or read: where its attributes come from. */
export interface Said {
  readonly kind: Kind;
  readonly resource?: Registered;
  readonly answer?: pulumi.Output<Record<string, unknown>>;
  /** The resources to wait for by whoever depends on it. */
  readonly behind: readonly pulumi.Resource[];
}

/** Any resource of any package. */
export class Registered extends pulumi.CustomResource {
  constructor(
    { token, properties, schema }: Kind,
    name: string,
    inputs: Record<string, unknown>,
    options: pulumi.CustomResourceOptions,
    reference?: Promise<string>,
  ) {
    // The SDK hands back those properties only that it was told of.
    const outputs = Object.fromEntries(properties.names.map((one) => [one, undefined]));
    const secret = Object.entries(schema.block.attributes ?? {}).flatMap(([attribute, { sensitive }]) =>
      sensitive === true ? (properties.nameOf(attribute) ?? []) : [],
    );
    super(
      token,
      name,
      { ...outputs, ...inputs },
      { ...options, ...(secret.length > 0 && { additionalSecretOutputs: secret }) },
      false,
      reference,
    );
  }
}

/** An attribute as Terraform has it. */
export function attributeOf({ kind, resource, answer }: Said, attribute: string, address: string): Out {
  const { properties, schema } = kind;
  if (attribute === WHOLE) return wholeOf({ kind, behind: [], ...(resource && { resource }), ...(answer && { answer }) }, address);
  if (attribute === "id" && resource !== undefined)
    return resource.id.apply((id) => (schema.block.attributes?.["id"]?.type === "number" ? Number(id) : id));
  const name = properties.nameOf(attribute);
  if (name === undefined) throw new Unregistrable([`${address}.${attribute}: the Pulumi package has no such property of ${kind.token}`]);
  const value = resource === undefined ? answer?.apply((all) => all[name]) : (resource as unknown as Record<string, unknown>)[name];
  return outputOf(value).apply((one) => properties.toTerraform({ [name]: one })[attribute] ?? null);
}

/** An attribute of something that is looked at as a whole: a part of it may be known, and another not. */
export interface Part {
  readonly isKnown: boolean;
  readonly isSecret: boolean;
  readonly value: Json;
}

/** What `pulumi.Output` keeps to itself in its types. */
interface Inner {
  promise(): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
}

/** All attributes, each with whether it is known: the output itself always is. */
function wholeOf(said: Said, address: string): Out {
  const { properties, schema } = said.kind;
  const names = [...Object.keys(schema.block.attributes ?? {}), ...Object.keys(schema.block.block_types ?? {})];
  const parts = names
    .filter((name) => name === "id" || properties.nameOf(name) !== undefined)
    .map(async (name): Promise<readonly [string, Part]> => {
      const inner = attributeOf(said, name, address) as unknown as Inner;
      const [isKnown, isSecret] = [await inner.isKnown, await inner.isSecret];
      return [name, { isKnown, isSecret, value: isKnown ? ((await inner.promise()) as Json) : null }];
    });
  // The parts have lost what they depend on; its URN has not.
  return allOf([outputOf(said.resource?.urn), outputOf(Promise.all(parts).then(Object.fromEntries))]).apply(([, all]) => all);
}
