import * as pulumi from "@pulumi/pulumi";
import type { Later } from "../../../clouds/schema/index.ts";

/** An output of whatever: its type would be as deep as JSON is. */
export type Out = pulumi.Output<unknown>;

export const outputOf = (value: unknown): Out => pulumi.output(value as string) as unknown as Out;
export const secretOf = (value: unknown): Out => pulumi.secret(value as string) as unknown as Out;
export const isOutput = (value: unknown): value is Out => pulumi.Output.isInstance(value);

/** What the SDK takes for a value that is not known, and keeps out of its types. */
export const UNKNOWN = (pulumi as unknown as { readonly unknown: unknown }).unknown;

/** All of these, once they are known. */
export const allOf = (values: readonly Out[]): pulumi.Output<readonly unknown[]> =>
  pulumi.all([...values] as pulumi.Output<string>[]) as unknown as pulumi.Output<readonly unknown[]>;

/** Outputs among properties: what is within is spelled once it is known. */
export const later: Later = (value, convert) => (isOutput(value) ? value.apply(convert) : undefined);
