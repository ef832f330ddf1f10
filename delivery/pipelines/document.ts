import { Document, isMap, isScalar, type Scalar, visit } from "yaml";

/** Comments by path: keys joined with `/`. */
export type Notes = Readonly<Record<string, string>>;

/** A YAML document: a header, the value with notes before the keys that they explain, a blank line between the entries of the upper levels. */
export function yamlText(
  header: string,
  value: object,
  { notes = {}, spaced = [""] }: { notes?: Notes; spaced?: readonly string[] } = {},
): string {
  const document = new Document(value, { aliasDuplicateObjects: false, version: "1.2" });
  for (const [path, note] of Object.entries(notes)) keyAt(document, path.split("/")).commentBefore = commented(note);
  for (const path of spaced) {
    const map = path === "" ? document.contents : document.getIn(path.split("/"));
    if (isMap(map)) for (const { key } of map.items.slice(path === "" ? 0 : 1)) (key as Scalar).spaceBefore = true;
  }
  visit(document, {
    Scalar(key, scalar) {
      if (key !== "key" && typeof scalar.value === "string" && scalar.value.includes("\n")) scalar.type = "BLOCK_LITERAL";
    },
  });
  return `${header}\n${document.toString({ lineWidth: 0, flowCollectionPadding: true })}`;
}

/** Several documents in one file, as Kubernetes takes them. */
export const yamlTexts = (header: string, values: readonly object[]): string =>
  `${header}\n${values.map((value) => yamlText("---", value, { spaced: [] })).join("")}`;

const commented = (text: string): string =>
  text
    .split("\n")
    .map((line) => ` ${line}`)
    .join("\n");

function keyAt(document: Document, path: readonly string[]): Scalar {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1));
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  if (!isScalar(pair?.key)) throw new Error(`no key ${path.join("/")} to explain`);
  return pair.key;
}
