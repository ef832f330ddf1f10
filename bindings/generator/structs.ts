import type { AttributeSchema, BlockSchema, BlockTypeSchema, NestedType, TypeSchema } from "../../clouds/schema/schema.ts";
import { camelCase, pascalCase, snakeCase } from "../naming/case.ts";
import { type Nesting, propertyName } from "../naming/names.ts";
import type { Collection, Type } from "../naming/types.ts";
import { type Attribute, isAssignable, type Struct } from "./model.ts";

/** What the attributes within a plain object type inherit from the attribute around them. */
interface Around {
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** Members of a nested type say it themselves. */
  readonly nested: boolean;
}

const ANY: Type = { of: "map", element: { of: "simple", name: "any" }, single: false, block: false };
const SIMPLE: Readonly<Record<string, Type>> = {
  string: { of: "simple", name: "string" },
  number: { of: "simple", name: "number" },
  bool: { of: "simple", name: "boolean" },
  dynamic: ANY,
};
const collection = (of: Collection["of"], element: Type, single = false, block = false): Type => ({ of, element, single, block });

/** Two attributes may end up with one name (`bgp_ipv6_state`, `bgp_ipv6state`): the last one stays. */
export const distinct = (attributes: readonly Attribute[]): readonly Attribute[] =>
  attributes.filter((one, i) => !attributes.slice(i + 1).some((other) => other.property === one.property));

/** Collects the structures of one resource, innermost first, as cdktf's generator numbers and names them. */
export class StructTable {
  readonly structs: Struct[] = [];
  readonly #unique: (name: string) => string;

  constructor(unique: (name: string) => string) {
    this.#unique = unique;
  }

  #add(scope: readonly string[], attributes: readonly Attribute[], nesting: Nesting, isClass: boolean, single: boolean): Type {
    const wanted = pascalCase(scope.map(snakeCase).join("_"));
    const name = this.#unique(wanted.toLowerCase().endsWith("list") ? `${wanted}Struct` : wanted);
    return { of: "struct", struct: this.structs.push({ name, attributes, nesting, isClass, single }) - 1 };
  }

  /** The attributes of a block, nested blocks last. `name`: the block's, with those around it. */
  ofBlock(name: string, block: BlockSchema): readonly Attribute[] {
    const attributes = Object.entries(block.attributes ?? {}).map(([tf, schema]) => {
      const [computed, optional, required] = [schema.computed === true, schema.optional === true, schema.required === true];
      const around = { computed, optional, required, nested: schema.nested_type !== undefined };
      return this.#attribute(tf, schema, around, this.#type([name, tf], schema.type ?? schema.nested_type, around));
    });
    const blocks = Object.entries(block.block_types ?? {}).map(([tf, type]) => this.#block(name, tf, type));
    return [...attributes, ...blocks];
  }

  #attribute(tf: string, schema: AttributeSchema, { computed, optional, required }: Omit<Around, "nested">, type: Type): Attribute {
    const property = propertyName(camelCase(tf));
    return {
      tf,
      property,
      type,
      required,
      optional,
      computed,
      writeOnly: schema.write_only === true,
      deprecated: schema.deprecated === true,
    };
  }

  #block(around: string, tf: string, type: BlockTypeSchema): Attribute {
    const mode = type.nesting_mode;
    if (mode === "group") throw new Error(`${around}.${tf}: blocks that nest as a group are not supported.`);
    const single = (mode === "list" || mode === "set") && type.max_items === 1;
    const attributes = distinct(this.ofBlock(`${around}_${tf}`, type.block));
    const struct = this.#add([around, tf], attributes, mode, single, single);
    if (mode === "map") return this.#attribute(tf, {}, { computed: false, optional: false, required: false }, collection("map", struct));
    if (mode === "single") {
      const [optional, required] = [attributes.every((one) => one.optional), attributes.every((one) => one.required)];
      const some = optional || (!required && attributes.some(isAssignable));
      return this.#attribute(tf, {}, { computed: false, optional: some, required }, struct);
    }
    const required = (type.min_items ?? 0) > 0;
    return this.#attribute(tf, {}, { computed: false, optional: !required, required }, collection(mode, struct, single, true));
  }

  #type(scope: readonly string[], type: TypeSchema | NestedType | undefined, around: Around, outer = ""): Type {
    if (type === undefined) throw new Error(`${scope.join(".")} has no type.`);
    if (typeof type === "string") return SIMPLE[type] ?? ANY;
    if ("nesting_mode" in type) {
      const struct = this.#object(scope, type.attributes, around, type.nesting_mode);
      return type.nesting_mode === "single" || type.nesting_mode === "group" ? struct : collection(type.nesting_mode, struct);
    }
    const [kind, of] = type;
    if (kind === "object")
      return this.#object(
        scope,
        Object.fromEntries(Object.entries(of).map(([name, member]) => [name, { type: member }])),
        around,
        outer || kind,
      );
    if (kind === "tuple") throw new Error(`${scope.join(".")}: tuples are not supported.`);
    return collection(kind, this.#type(scope, of, around, `${kind}${outer}`));
  }

  #object(scope: readonly string[], members: Readonly<Record<string, AttributeSchema>>, around: Around, nesting: Nesting): Type {
    const attributes = Object.entries(members).map(([tf, schema]) => {
      const flags = {
        computed: around.computed || (around.nested && schema.computed === true),
        optional: around.nested ? schema.optional === true : around.optional,
        required: around.nested ? schema.required === true : around.required,
      };
      return this.#attribute(
        tf,
        schema,
        flags,
        this.#type([...scope, tf], schema.type ?? schema.nested_type, { ...flags, nested: around.nested }),
      );
    });
    return this.#add(scope, distinct(attributes), nesting, around.computed && !around.optional, false);
  }
}
