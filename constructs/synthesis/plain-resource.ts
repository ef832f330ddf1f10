import { createHash } from "node:crypto";
import { TerraformElement, TerraformResource } from "cdktf";

/** A resource to which nothing was done: it is what its class says of it, and nothing else. */
export interface PlainResource {
  readonly type: string;
  readonly id: string;
  /** As its class writes them; tokens are not resolved. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The provider block under which it runs, where it is not the default one. */
  readonly provider: unknown;
  /** What the library notes beside it. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * An element as a plain resource. Undefined: it has an override, a meta-argument, a provisioner, a move, an import or a dynamic block, or it is no
 * resource of the library's class; then only its own `toTerraform()` says what it writes. The library asks all of them for that, and copies
 * the attributes four times on the way.
 */
export function plainResource(element: TerraformElement): PlainResource | undefined {
  const resource = element as unknown as Resource;
  if (!isPlain(resource)) return undefined;
  const { provider, ...others } = resource.terraformMetaArguments;
  for (const name in others) if (others[name] !== undefined) return undefined;
  const attributes = resource.synthesizeAttributes();
  for (const name of RESERVED) if (name in attributes) return undefined;
  if (hasDynamicBlock(attributes)) return undefined;
  const { node, friendlyUniqueId: id, terraformResourceType: type } = resource;
  if (!isWritten(id) || !isWritten(type) || !isWritten(node.path)) return undefined;
  const stackTrace = node.metadata.find((entry) => entry.type === "stacktrace")?.trace;
  const metadata = stackTrace === undefined ? { path: node.path, uniqueId: id } : { path: node.path, stackTrace, uniqueId: id };
  return { type, id, attributes, provider, metadata };
}

/** Names that are the engine's or the library's, and not the provider's. */
const RESERVED = ["//", "depends_on", "count", "provider", "lifecycle", "for_each", "connection", "provisioner", "resolve"];

/** Text that is written as it is: no token, no escape. */
const isWritten = (text: string): boolean => /^[\w ./:@-]+$/.test(text);

/** A resource, with what the library keeps for itself. */
interface Resource extends Omit<TerraformElement, "constructNodeMetadata"> {
  readonly provisioners: unknown;
  readonly rawOverrides: object;
  readonly terraformResourceType: string;
  readonly terraformMetaArguments: Readonly<Record<string, unknown>>;
  readonly _hasMoved: boolean;
  readonly _movedByTarget: unknown;
  readonly _movedById: unknown;
  readonly _imported: unknown;
  synthesizeAttributes(): Readonly<Record<string, unknown>>;
}

function isPlain(element: Resource): boolean {
  if (element.toTerraform !== TerraformResource.prototype.toTerraform || !isOfPlainClass(element)) return false;
  const { _hasMoved, _movedByTarget, _movedById, _imported, provisioners, rawOverrides } = element;
  return (
    !_hasMoved &&
    _movedByTarget === undefined &&
    _movedById === undefined &&
    _imported === undefined &&
    provisioners === undefined &&
    Object.keys(rawOverrides).length === 0
  );
}

/** Members of the library's classes that are taken over here. */
const TAKEN_OVER = [
  [TerraformResource.prototype, "toTerraform"],
  [TerraformResource.prototype, "toMetadata"],
  [TerraformResource.prototype, "terraformMetaArguments"],
  [TerraformResource.prototype, "_buildMovedBlock"],
  [TerraformElement.prototype, "constructNodeMetadata"],
] as const;

const PLAIN = new WeakMap<object, boolean>();

/** Whether the class, and the resource itself, leave to the library what is taken over from it. */
function isOfPlainClass(element: object): boolean {
  for (const [, name] of TAKEN_OVER) if (Object.hasOwn(element, name)) return false;
  const prototype = Object.getPrototypeOf(element) as object;
  let plain = PLAIN.get(prototype);
  if (plain === undefined) {
    plain = isKnownLibrary() && TAKEN_OVER.every(([owner, name]) => definerOf(prototype, name) === owner);
    PLAIN.set(prototype, plain);
  }
  return plain;
}

function definerOf(prototype: object, name: string): object | undefined {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null)
    if (Object.hasOwn(at, name)) return at;
  return undefined;
}

/** SHA-256 of the text of those members in cdktf 0.21 and cdktn 0.24. Where it is another, nobody has looked whether it still means the same. */
const KNOWN = "92301175c579540cdaeb5b63459feb6822e289a3ba4af1ae00fc5e25f780c22e";
let known: boolean | undefined;

function isKnownLibrary(): boolean {
  known ??=
    createHash("sha256")
      .update(TAKEN_OVER.map(([owner, name]) => textOf(owner, name)).join("\n"))
      .digest("hex") === KNOWN;
  return known;
}

function textOf(owner: object, name: string): string {
  const { value, get } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
  return String(value ?? get).replace(/\s+/g, " ");
}

/** Dynamic blocks stand among the attributes, and are written elsewhere. */
function hasDynamicBlock(attributes: object): boolean {
  const fields = attributes as Readonly<Record<string, unknown>>;
  for (const name in fields) {
    const value = fields[name];
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    if ("toTerraformDynamicBlockJson" in value) return true;
    if (value.constructor === Object && hasDynamicBlock(value)) return true;
  }
  return false;
}
