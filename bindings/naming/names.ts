import { lowerFirst, upperFirst } from "./case.ts";

/** Names that a class already has, or that cdktf's generator avoids for its other languages. */
const ESCAPED = new Set(["self", "build", "node", "system", "tfResourceType", "importFrom", "moveTo", "software"]);

/** The property that stands for an attribute, given its name in camel case. */
export function propertyName(name: string): string {
  if (ESCAPED.has(name)) return `${name}Attribute`;
  if (name === "equals") return "equalTo";
  return /^get[A-Za-z]/.test(name) ? name.replace("get", "fetch") : name;
}

/** The getter of what was configured. An attribute that is itself called `…_input` takes the plain name. */
export const inputName = (property: string, tf: string, siblings: ReadonlySet<string>): string =>
  `${property}${siblings.has(`${tf}_input`) ? "TfInput" : "Input"}`;

/** The method that takes a value back. An attribute that is itself called `reset_…` takes the plain name. */
export const resetName = (property: string, tf: string, siblings: ReadonlySet<string>): string =>
  `reset${siblings.has(`reset_${tf}`) ? "Tf" : ""}${upperFirst(property)}`;

/** The method that sets a nested block. */
export const putName = (property: string): string => `put${upperFirst(property)}`;

/** Where a structure stands: `list`, `set`, `map`, `single`, `object`, or outermost first `maplist` (a list of maps). */
export type Nesting = string;

/** The classes that stand for a structure's collections, outermost first; each next one is what the former's members are. */
export function collectionNames(struct: string, nesting: Nesting, single: boolean): readonly string[] {
  if (!single && (nesting === "list" || nesting === "set")) return [`${struct}List`];
  if (nesting === "map") return [`${struct}Map`];
  if (nesting === "maplist" || nesting === "mapset") return [`${struct}MapList`, `${struct}Map`];
  if (nesting === "listmap" || nesting === "setmap") return [`${struct}ListMap`, `${struct}List`];
  if (/^(list|set){2}$/.test(nesting)) return [`${struct}ListList`, `${struct}List`];
  return [];
}

export const referenceName = (struct: string): string => `${struct}OutputReference`;
export const writerName = (struct: string): string => `${lowerFirst(struct)}ToTerraform`;
export const hclWriterName = (struct: string): string => `${lowerFirst(struct)}ToHclTerraform`;
