import * as pulumi from "@pulumi/pulumi";
import type { JsonObject } from "../../../guard/views/synthesized/parse-json.ts";

/**
 * A construct that holds resources, by its path. All of them are children of the stack itself: the types of what is around a resource are a part of
 * its URN, and must not change when a construct moves into another.
 */
class Construct extends pulumi.ComponentResource {
  constructor(path: string, parent: pulumi.Resource) {
    super("terroir:index:Construct", path, {}, { parent });
    this.registerOutputs({});
  }
}

/** The constructs of one stack. */
export class Constructs {
  readonly #stack: string;
  readonly #parent: pulumi.Resource;
  readonly #made = new Map<string, Construct>();

  constructor(stack: string, parent: pulumi.Resource) {
    this.#stack = stack;
    this.#parent = parent;
  }

  /** The construct in which a block was made, as the document notes it. */
  around(body: JsonObject): pulumi.Resource {
    const { metadata } = (body["//"] ?? {}) as { readonly metadata?: { readonly path?: unknown } };
    const own = typeof metadata?.path === "string" ? metadata.path : "";
    const path = own.includes("/") ? own.slice(0, own.lastIndexOf("/")) : this.#stack;
    let found = this.#made.get(path);
    if (found === undefined) {
      found = new Construct(path, this.#parent);
      this.#made.set(path, found);
    }
    return found;
  }
}
