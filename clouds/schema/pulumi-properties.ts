import type { PulumiSpelling } from "../contract/pulumi-names.ts";
import { camelCase } from "../contract/pulumi-spelling.ts";
import type { AttributeSchema, BlockSchema, NestingMode, TypeSchema } from "./schema.ts";

/** What may stand among the properties beside plain data: an output, an unknown. It is handed on as it is. */
type Tree = unknown;
type Members = Readonly<Record<string, Tree>>;

/** Writes what is known later: gives undefined for what is plain, else what stands there once `convert` has been applied to it. */
export type Later = (value: unknown, convert: (known: unknown) => unknown) => unknown;
const NEVER: Later = () => undefined;

/** One name at one level: how it is spelled, what is within, and whether the package has a list of it as one object. */
interface Entry {
  readonly terraform: string;
  readonly pulumi: string;
  readonly within: Within;
}

type Within =
  | { readonly kind: "leaf"; readonly primitive?: "string" | "number" | "bool" }
  /** Objects under keys that the author chose. */
  | { readonly kind: "map"; readonly of: Within }
  | { readonly kind: "list"; readonly single: boolean; readonly of: Within }
  | { readonly kind: "object"; readonly level: Level };

interface Level {
  readonly terraform: ReadonlyMap<string, Entry>;
  readonly pulumi: ReadonlyMap<string, Entry>;
}

/** A block's attributes in the spelling of a Pulumi package, and back. Made once for each type. */
export class PulumiProperties {
  readonly #level: Level;

  constructor(block: BlockSchema, spelling: PulumiSpelling = {}) {
    this.#level = levelOf(block, spelling, "");
  }

  /**
   * Attributes as Terraform writes them → properties. Null and what is not there stay away; texts, numbers and truths become what the schema says, as
   * in Terraform.
   *
   * @param later for values that are not known yet: outputs
   * @throws Error that names the path, when the package has no property for it or can hold less than is written
   */
  fromTerraform(attributes: Members, later: Later = NEVER): Record<string, Tree> {
    return written(this.#level, attributes, "", later);
  }

  /** Properties → attributes as Terraform's protocol has them. A name that the schema does not have is read by `stranger`. */
  toTerraform(properties: Members, stranger: (name: string) => void = () => {}): Record<string, Tree> {
    return read(this.#level, properties, stranger, "");
  }

  /** A top-level attribute's name in the package: `sub_regions` → `subRegions`. */
  nameOf(attribute: string): string | undefined {
    return this.#level.terraform.get(attribute)?.pulumi;
  }

  /** Every property's name. */
  get names(): readonly string[] {
    return [...this.#level.pulumi.keys()];
  }

  /** A path as Terraform writes it → the package's: `rule[0].max_age` → `rules[0].maxAge`. What the schema does not have is kept. */
  pathOf(path: string): string {
    let within = { kind: "object", level: this.#level } as Within;
    let made = "";
    for (const [step] of path.matchAll(/\[[^\]]*\]|[^.[\]]+/g)) {
      const isIndex = step.startsWith("[");
      const entry: Entry | undefined = !isIndex && within.kind === "object" ? within.level.terraform.get(step) : undefined;
      if (isIndex && within.kind === "list" && within.single) within = within.of;
      else if (isIndex) {
        made += step;
        within = within.kind === "list" || within.kind === "map" ? within.of : LEAF;
      } else {
        made += `${made === "" ? "" : "."}${entry?.pulumi ?? step}`;
        within = entry?.within ?? (within.kind === "map" ? within.of : LEAF);
      }
    }
    return made;
  }
}

function levelOf(block: BlockSchema, spelling: PulumiSpelling, prefix: string): Level {
  const entries: Entry[] = [];
  const add = (name: string, within: (path: string) => Within): void => {
    const path = `${prefix}${name}`;
    if (spelling.missing?.includes(path) === true) return;
    entries.push({ terraform: name, pulumi: spelling.names?.[path] ?? camelCase(name), within: within(path) });
  };
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) add(name, (path) => ofAttribute(attribute, spelling, path));
  for (const [name, { nesting_mode, block: inner }] of Object.entries(block.block_types ?? {}))
    add(name, (path) => nested(nesting_mode, { kind: "object", level: levelOf(inner, spelling, `${path}.`) }, spelling, path));
  return { terraform: new Map(entries.map((one) => [one.terraform, one])), pulumi: new Map(entries.map((one) => [one.pulumi, one])) };
}

function nested(mode: NestingMode, of: Within, spelling: PulumiSpelling, path: string): Within {
  if (mode === "map") return { kind: "map", of };
  if (mode === "list" || mode === "set") return { kind: "list", single: spelling.single?.includes(path) === true, of };
  return of;
}

function ofAttribute(attribute: AttributeSchema, spelling: PulumiSpelling, path: string): Within {
  const { nested_type: inner, type } = attribute;
  if (inner !== undefined)
    return nested(
      inner.nesting_mode,
      { kind: "object", level: levelOf({ attributes: inner.attributes }, spelling, `${path}.`) },
      spelling,
      path,
    );
  return type === undefined ? LEAF : ofType(type, spelling, path);
}

const LEAF: Within = { kind: "leaf" };

function ofType(type: TypeSchema, spelling: PulumiSpelling, path: string): Within {
  if (typeof type === "string") return type === "dynamic" ? LEAF : { kind: "leaf", primitive: type };
  if (type[0] === "tuple") return LEAF;
  if (type[0] === "object") {
    const attributes = Object.fromEntries(Object.entries(type[1]).map(([name, inner]) => [name, { type: inner, optional: true }]));
    return { kind: "object", level: levelOf({ attributes }, spelling, `${path}.`) };
  }
  const of = ofType(type[1], spelling, path);
  return type[0] === "map" ? { kind: "map", of } : { kind: "list", single: spelling.single?.includes(path) === true, of };
}

function written(level: Level, attributes: Members, path: string, later: Later): Record<string, Tree> {
  const made: Record<string, Tree> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    const entry = level.terraform.get(name);
    if (entry === undefined) throw new Error(`${path}${name} has no counterpart in the Pulumi package`);
    const one = writtenValue(entry.within, value, `${path}${name}`, later);
    if (one !== undefined) made[entry.pulumi] = one;
  }
  return made;
}

function writtenValue(within: Within, value: Tree, path: string, later: Later): Tree {
  const deferred = later(value, (known) => (known === null ? undefined : writtenValue(within, known, path, later)));
  if (deferred !== undefined) return deferred;
  switch (within.kind) {
    case "leaf":
      return within.primitive === undefined ? value : primitive(value, within.primitive);
    case "map":
      return isPlain(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, writtenValue(within.of, one, `${path}.${key}`, later)]))
        : value;
    case "object": {
      // A block may be written as a list of one.
      const one = Array.isArray(value) && value.length === 1 ? (value[0] as Tree) : value;
      if (one !== value) return writtenValue(within, one, path, later);
      return isPlain(one) ? written(within.level, one, `${path}.`, later) : one;
    }
    case "list": {
      const items = Array.isArray(value) ? (value as readonly Tree[]) : isPlain(value) ? [value] : undefined;
      if (items === undefined) return value;
      const all = items.map((one) => writtenValue(within.of, one, path, later));
      if (!within.single) return all;
      if (all.length > 1) throw new Error(`${path} holds ${all.length} where the Pulumi package takes one`);
      return all[0];
    }
  }
}

/** As Terraform converts what is written to what the schema asks for; what cannot be converted is the provider's to refuse. */
function primitive(value: Tree, type: "string" | "number" | "bool"): Tree {
  if (type === "string") return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (typeof value !== "string") return value;
  if (type === "bool") return value === "true" ? true : value === "false" ? false : value;
  return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

function read(level: Level, properties: Members, stranger: (name: string) => void, path: string): Record<string, Tree> {
  const made: Record<string, Tree> = {};
  for (const [name, value] of Object.entries(properties)) {
    const entry = level.pulumi.get(name);
    if (entry === undefined) stranger(`${path}${name}`);
    else made[entry.terraform] = readValue(entry.within, value, stranger, `${path}${name}`);
  }
  return made;
}

function readValue(within: Within, value: Tree, stranger: (name: string) => void, path: string): Tree {
  if (value === null || value === undefined) return null;
  switch (within.kind) {
    case "leaf":
      return value;
    case "map":
      return isPlain(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readValue(within.of, one, stranger, `${path}.${key}`)]))
        : value;
    case "object":
      return isPlain(value) ? read(within.level, value, stranger, `${path}.`) : value;
    case "list":
      if (Array.isArray(value)) return (value as readonly Tree[]).map((one) => readValue(within.of, one, stranger, path));
      return within.single ? [readValue(within.of, value, stranger, path)] : value;
  }
}

function isPlain(value: Tree): value is Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
