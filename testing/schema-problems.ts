import type { AttributeSchema, BlockSchema, Schema, TypeSchema } from "../clouds/schema/index.ts";

/**
 * What a provider would say of a resource's arguments before it asks anybody: names that it does not know, wrong types, what is missing, what
 * only the provider may set. One line each, beginning with the path; none when all is well.
 *
 * @example
 * const schema = providerSchema("ovh").resource("ovh_cloud_project_storage");
 * if (schema !== undefined) console.assert(schemaProblems({ nmae: "media" }, schema).includes("nmae: the provider knows no such argument"));
 */
export function schemaProblems(args: Readonly<Record<string, unknown>>, schema: Schema): readonly string[] {
  return blockProblems(args, schema.block, "");
}

function blockProblems(args: Readonly<Record<string, unknown>>, block: BlockSchema, path: string): readonly string[] {
  const { attributes = {}, block_types = {} } = block;
  const unknown = Object.keys(args).filter((name) => !(name in attributes) && !(name in block_types));
  return [
    ...unknown.map((name) => `${path}${name}: the provider knows no such argument`),
    ...attributeProblems(args, attributes, path),
    ...Object.entries(block_types).flatMap(([name, type]) => {
      const value = args[name];
      const entries = value === undefined ? [] : Array.isArray(value) ? value : [value];
      const few = entries.length < (type.min_items ?? 0) ? [`${path}${name}: at least ${type.min_items} are needed`] : [];
      const many = entries.length > (type.max_items ?? Infinity) ? [`${path}${name}: at most ${type.max_items} are taken`] : [];
      return [
        ...few,
        ...many,
        ...entries.flatMap((entry, index) =>
          isMembers(entry)
            ? blockProblems(entry, type.block, `${path}${name}[${index}].`)
            : [`${path}${name}[${index}]: a block is written as an object`],
        ),
      ];
    }),
  ];
}

function attributeProblems(
  args: Readonly<Record<string, unknown>>,
  attributes: Readonly<Record<string, AttributeSchema>>,
  path: string,
): readonly string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = args[name];
    if (value === undefined || value === null) return attribute.required ? [`${path}${name}: is required`] : [];
    if (attribute.computed && !attribute.optional && !attribute.required) return [`${path}${name}: only the provider sets it`];
    if (attribute.nested_type === undefined) return typeProblems(value, attribute.type ?? "dynamic", path + name);
    const { nesting_mode, attributes: inner } = attribute.nested_type;
    if (isExpression(value)) return [];
    const object = (one: unknown, at: string): readonly string[] => {
      if (isExpression(one)) return [];
      if (!isMembers(one)) return [`${at}: an object is wanted`];
      const unknown = Object.keys(one).filter((key) => !(key in inner));
      return [...unknown.map((key) => `${at}.${key}: the provider knows no such argument`), ...attributeProblems(one, inner, `${at}.`)];
    };
    if (nesting_mode === "single" || nesting_mode === "group") return object(value, path + name);
    if (nesting_mode === "map")
      return isMembers(value)
        ? Object.entries(value).flatMap(([key, one]) => object(one, `${path}${name}.${key}`))
        : [`${path}${name}: a map is wanted`];
    return Array.isArray(value)
      ? value.flatMap((one, index) => object(one, `${path}${name}[${index}]`))
      : [`${path}${name}: a list is wanted`];
  });
}

function typeProblems(value: unknown, type: TypeSchema, path: string): readonly string[] {
  if (isExpression(value) || type === "dynamic") return [];
  if (type === "string") return typeof value === "string" ? [] : [`${path}: a string is wanted, and it is ${JSON.stringify(value)}`];
  if (type === "number") return typeof value === "number" ? [] : [`${path}: a number is wanted, and it is ${JSON.stringify(value)}`];
  if (type === "bool") return typeof value === "boolean" ? [] : [`${path}: true or false is wanted, and it is ${JSON.stringify(value)}`];
  if (type[0] === "list" || type[0] === "set")
    return Array.isArray(value)
      ? value.flatMap((one, index) => typeProblems(one, type[1], `${path}[${index}]`))
      : [`${path}: a list is wanted`];
  if (type[0] === "tuple") return Array.isArray(value) ? [] : [`${path}: a list is wanted`];
  if (!isMembers(value)) return [`${path}: an object is wanted`];
  if (type[0] === "map") return Object.entries(value).flatMap(([key, one]) => typeProblems(one, type[1], `${path}.${key}`));
  const members = type[0] === "object" ? type[1] : {};
  return Object.entries(value).flatMap(([key, one]) => {
    const member = members[key];
    return member === undefined ? [`${path}.${key}: the provider knows no such member`] : typeProblems(one, member, `${path}.${key}`);
  });
}

/** The engine computes it; its type shows only then. */
function isExpression(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("${") && value.endsWith("}");
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
