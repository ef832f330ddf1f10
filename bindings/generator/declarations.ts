import { collectionNames, inputName, putName, referenceName, resetName } from "../naming/names.ts";
import { isKept } from "../naming/types.ts";
import { type Attribute, type Binding, isAssignable, type Struct } from "./model.ts";
import { configuredText, inputText, outputText } from "./type-text.ts";

const deprecated = (attribute: Attribute, isOutput = false) => {
  if (isOutput && attribute.writeOnly) return "/** @deprecated Write-only: the provider never gives it back. */\n";
  return attribute.deprecated ? "/** @deprecated by the provider */\n" : "";
};

const props = (attributes: readonly Attribute[], binding: Binding) =>
  attributes
    .filter(isAssignable)
    .map((one) => `${deprecated(one)}readonly ${one.property}${one.optional ? "?" : ""}:${inputText(one.type, binding)};`)
    .join("\n");

/** The members that an attribute which may be set gives to the class. */
function settable(attribute: Attribute, siblings: ReadonlySet<string>, binding: Binding): string {
  const { property, tf, type } = attribute;
  const input = inputText(type, binding);
  const output = outputText(attribute, binding);
  const kept = binding.kind !== "provider" && isKept(type, true, attribute.computed);
  const both = [`get ${property}():${output};`, `set ${property}(v:${output});`];
  const lines = kept
    ? [`get ${property}():${output};`, `${putName(property)}(v:${input}):void;`]
    : binding.kind === "provider"
      ? both
      : [`${property}:${output};`];
  if (!attribute.required) lines.push(`${resetName(property, tf, siblings)}():void;`);
  lines.push(`get ${inputName(property, tf, siblings)}():${configuredText(attribute, binding)};`);
  return deprecated(attribute, true) + lines.join("\n");
}

const block = (head: string, body: string) => (body === "" ? `${head}{}` : `${head}{\n${body}\n}`);

/**
 * A class and, beside it, an interface with what may be set: there a property needs one line instead of two accessors, and a class that extends
 * this one may still define it as an accessor.
 */
function classText(name: string, base: string, own: readonly string[], attributes: readonly Attribute[], binding: Binding): string {
  const siblings = new Set(attributes.map((one) => one.tf));
  const set = attributes.filter(isAssignable).map((one) => settable(one, siblings, binding));
  const read = attributes
    .filter((one) => !isAssignable(one))
    .map((one) => `${deprecated(one, true)}get ${one.property}():${outputText(one, binding)};`);
  // The library's provider has an accessor of its own, `alias`, which no property may hide.
  const inClass = binding.kind === "provider" ? [...own, ...set] : own;
  const text = block(`class ${name} extends b.${base}`, [...inClass, ...read].join("\n"));
  return set.length === 0 || binding.kind === "provider" ? text : `${text}\n${block(`interface ${name}`, set.join("\n"))}`;
}

function structText(struct: Struct, binding: Binding): string {
  const { name, nesting, single } = struct;
  const isOne = single || nesting === "single" || nesting === "object";
  const reference = referenceName(name);
  const texts = [block(`interface ${name}`, props(struct.attributes, binding))];
  if (binding.kind === "provider") return texts.join("\n");
  // What is only computed has nothing to configure: naming its empty interface again would only cost bytes.
  const value = struct.attributes.some(isAssignable) ? name : undefined;
  const own = value === undefined ? "" : `,${value}`;
  const Base = isOne ? "One" : nesting.startsWith("map") ? "Entry" : "Item";
  const base = `${Base}${value === undefined ? "" : `<${value}${struct.isClass ? "" : "|b.R"}>`}`;
  texts.push(classText(reference, base, [], struct.attributes, binding));
  const [outer, inner] = collectionNames(name, nesting, single);
  const close = inner ?? outer;
  if (close !== undefined) texts.push(`class ${close} extends b.${close.endsWith("Map") ? "Dictionary" : "List"}<${reference}${own}>{}`);
  if (outer !== undefined && inner !== undefined) {
    texts.push(`class ${outer} extends b.${outer.endsWith("ListMap") ? "ListMap" : "ListOf"}<${inner}${own}>{}`);
  }
  return texts.join("\n");
}

const BASE = { resource: "Resource", data: "DataSource", ephemeral: "Ephemeral", provider: "Provider" } as const;
const META = {
  resource: " extends b.Meta",
  data: " extends b.Meta",
  ephemeral: " extends b.EphemeralMeta",
  provider: "",
};

/** The declarations of one type, as the body of a module. `docs`: where the provider documents it. */
export function declarationsOf(binding: Binding, docs: string, functions?: string): string {
  const { kind, className, configName, attributes } = binding;
  const optional = attributes.every((one) => one.optional || one.computed);
  const own = [
    `static readonly tfResourceType = "${binding.tf}";`,
    `constructor(scope:b.Construct,id:string,config${optional ? "?" : ""}:${configName});`,
    ...(kind === "provider" && functions !== undefined ? [`get functions(): b.${functions};`] : []),
  ];
  return [
    block(`interface ${configName}${META[kind]}`, props(attributes, binding)),
    ...binding.structs.map((struct) => structText(struct, binding)),
    `/** {@link ${docs}} */`,
    classText(className, BASE[kind], own, attributes, binding),
  ].join("\n");
}
