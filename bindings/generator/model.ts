import type { Kind } from "../naming/descriptor.ts";
import type { Nesting } from "../naming/names.ts";
import type { Type } from "../naming/types.ts";

/** An attribute or nested block, as a property of a class. */
export interface Attribute {
  /** As the provider calls it. */
  readonly tf: string;
  /** As the class calls it. */
  readonly property: string;
  readonly type: Type;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
}

/** A nested object: an interface to configure it with, a class to read it through. */
export interface Struct {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly nesting: Nesting;
  /** Computed only, or a block that stands once: its value is never a token. */
  readonly isClass: boolean;
  readonly single: boolean;
}

/** A resource, data source, ephemeral resource, or the provider itself. */
export interface Binding {
  readonly kind: Kind;
  readonly tf: string;
  readonly className: string;
  readonly configName: string;
  /** The folder that cdktf's generator would write, and the last part of the import path: `cloud-project-kube`. */
  readonly path: string;
  /** Name in the package's index: `cloudProjectKube`. */
  readonly namespace: string;
  readonly attributes: readonly Attribute[];
  readonly structs: readonly Struct[];
}

export const isAssignable = (attribute: Attribute): boolean => attribute.required || attribute.optional;
