import { createHash } from "node:crypto";
import { Fn, Lazy, TerraformDataSource, Token } from "cdktf";
import type { Construct } from "constructs";
import type { Handle } from "../clouds/contract/index.ts";
import { type DraftedResourceProps, elementOf } from "./drafted-resource.ts";

const ADDRESS = new WeakMap<Handle, () => string>();

/** A lookup in the operator's catalogue, as an element of the stack's tree. */
export class LookedUp extends TerraformDataSource {
  readonly handle: Handle;
  readonly #args: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, { type, args, provider, options = {} }: DraftedResourceProps) {
    const dependsOn = options.dependsOn?.flatMap((handle) => elementOf(handle) ?? []) ?? [];
    super(scope, id, { terraformResourceType: type, ...(provider ? { provider } : {}), ...(dependsOn.length > 0 ? { dependsOn } : {}) });
    this.#args = args;
    this.handle = { type, id, ref: (attribute) => this.getStringAttribute(attribute) };
    ADDRESS.set(this.handle, () => `data.${type}.${this.friendlyUniqueId}`);
  }

  protected override synthesizeAttributes() {
    return { ...this.#args };
  }
}

/** See `LowerContext.pick`. Lazy, because an element's address is settled only when its stack is written. */
export function pick(from: Handle, list: string, where: Readonly<Record<string, string>>, take: string): string {
  const address = ADDRESS.get(from);
  if (address === undefined) throw new TypeError(`${from.type} "${from.id}" was not looked up here: pick() takes what lookUp() gave.`);
  const test = Object.entries(where)
    .map(([attribute, value]) => `x.${attribute} == ${JSON.stringify(value)}`)
    .join(" && ");
  return Lazy.stringValue({ produce: () => `\${one([for x in ${address()}.${list} : x.${take} if ${test}])}` });
}

/** See `LowerContext.digest`. */
export function digest(text: string, length: number): string {
  if (Token.isUnresolved(text)) return Fn.substr(Fn.sha256(text), 0, length);
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
