import * as pulumi from "@pulumi/pulumi";
import type { Json } from "../../catalogue/json.ts";
import { OUTPUT, SIGNATURE } from "../../clouds/contract/pulumi-signatures.ts";

/** A property as the engine writes it, and the resources that it was made of, by URN. */
export interface Plain {
  readonly json: Json;
  readonly madeOf: ReadonlyMap<string, pulumi.Resource>;
}

/** What `pulumi.Output` keeps to itself in its types, and every version has. */
interface Inner {
  promise(withUnknowns?: boolean): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  allResources?(): Promise<Iterable<pulumi.Resource>>;
  resources(): Iterable<pulumi.Resource>;
}

/** Deeper than this nothing is read: it is unknown. */
const DEEPEST = 60;
const NOBODY_KNOWS: Json = { [SIGNATURE]: OUTPUT };

export const isOutput = (value: unknown): boolean => pulumi.Output.isInstance(value);

/** Waits for everything that a value is made of. What no waiting makes known stays unknown, marked as the engine marks it. */
export async function plain(value: unknown): Promise<Plain> {
  const madeOf = new Map<string, pulumi.Resource>();
  return { json: await settled(value, madeOf, 0), madeOf };
}

async function settled(value: unknown, madeOf: Map<string, pulumi.Resource>, depth: number): Promise<Json> {
  if (depth > DEEPEST) return NOBODY_KNOWS;
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (isOutput(value)) return ofOutput(value as unknown as Inner, madeOf, depth);
  if (value instanceof Promise) return settled(await value, madeOf, depth + 1);
  if (Array.isArray(value)) return Promise.all(value.map((one) => settled(one, madeOf, depth + 1)));
  if (
    typeof value !== "object" ||
    pulumi.isUnknown(value) ||
    pulumi.Resource.isInstance(value) ||
    pulumi.asset.Asset.isInstance(value) ||
    pulumi.asset.Archive.isInstance(value)
  )
    return NOBODY_KNOWS;
  const members = await Promise.all(Object.entries(value).map(async ([key, one]) => [key, await settled(one, madeOf, depth + 1)] as const));
  return Object.fromEntries(members);
}

async function ofOutput(output: Inner, madeOf: Map<string, pulumi.Resource>, depth: number): Promise<Json> {
  const found = (await output.allResources?.()) ?? output.resources();
  for (const one of found) madeOf.set((await (one.urn as unknown as Inner).promise()) as string, one);
  const secret = await output.isSecret;
  if (!(await output.isKnown)) return secret ? { [SIGNATURE]: OUTPUT, secret } : NOBODY_KNOWS;
  const value = await settled(await output.promise(true), madeOf, depth + 1);
  return secret ? { [SIGNATURE]: OUTPUT, secret, value } : value;
}
