import * as pulumi from "@pulumi/pulumi";
import type { Json } from "../../catalogue/json.ts";
import { OUTPUT, SIGNATURE } from "../../clouds/contract/pulumi-signatures.ts";

/** A property as the engine writes it, and the resources that it was made of. */
export interface Plain {
  readonly json: Json;
  readonly dependencies: readonly string[];
}

/** What `pulumi.Output` keeps to itself in its types, and every version has. */
interface Inner {
  promise(withUnknowns?: boolean): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  allResources?(): Promise<Iterable<{ readonly urn: pulumi.Output<string> }>>;
  resources(): Iterable<{ readonly urn: pulumi.Output<string> }>;
}

/** Deeper than this nothing is read: it is unknown. */
const DEEPEST = 60;
const NOBODY_KNOWS: Json = { [SIGNATURE]: OUTPUT };

/** Waits for everything that a value is made of. What no waiting makes known stays unknown, marked as the engine marks it. */
export async function plain(value: unknown): Promise<Plain> {
  const dependencies = new Set<string>();
  const json = await settled(value, dependencies, 0);
  return { json, dependencies: [...dependencies] };
}

async function settled(value: unknown, dependencies: Set<string>, depth: number): Promise<Json> {
  if (depth > DEEPEST) return NOBODY_KNOWS;
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (pulumi.Output.isInstance(value)) return ofOutput(value as unknown as Inner, dependencies, depth);
  if (value instanceof Promise) return settled(await value, dependencies, depth + 1);
  if (Array.isArray(value)) return Promise.all(value.map((one) => settled(one, dependencies, depth + 1)));
  if (
    typeof value !== "object" ||
    pulumi.Resource.isInstance(value) ||
    pulumi.asset.Asset.isInstance(value) ||
    pulumi.asset.Archive.isInstance(value)
  )
    return NOBODY_KNOWS;
  const members = await Promise.all(
    Object.entries(value).map(async ([key, one]) => [key, await settled(one, dependencies, depth + 1)] as const),
  );
  return Object.fromEntries(members);
}

async function ofOutput(output: Inner, dependencies: Set<string>, depth: number): Promise<Json> {
  const found = (await output.allResources?.()) ?? output.resources();
  for (const one of found) dependencies.add((await (one.urn as unknown as Inner).promise()) as string);
  const secret = await output.isSecret;
  if (!(await output.isKnown)) return secret ? { [SIGNATURE]: OUTPUT, secret } : NOBODY_KNOWS;
  const value = await settled(await output.promise(true), dependencies, depth + 1);
  return secret ? { [SIGNATURE]: OUTPUT, secret, value } : value;
}
