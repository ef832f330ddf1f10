import type { PulumiSpelling } from "./pulumi-names.ts";

/** `sub_region` → `subRegion`, as Pulumi's bridge of Terraform providers spells an attribute. */
export const camelCase = (name: string): string =>
  name.replace(/(?<=.)_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/_+$/, "");

/** A path in the package's spelling; `[]` and indices are kept: `rules[].max_age` → `rules[].maxAge`. */
export function spelled(path: string, spelling: PulumiSpelling | undefined): string {
  const names = spelling?.names;
  let plain = "";
  return path
    .split(".")
    .map((part) => {
      const name = part.replace(/\[.*$/s, "");
      plain = plain === "" ? name : `${plain}.${name}`;
      const known = names !== undefined && Object.hasOwn(names, plain) ? names[plain] : undefined;
      return `${known ?? camelCase(name)}${part.slice(name.length)}`;
    })
    .join(".");
}

/** A name and every plural that the bridge may give it: what it does with a list of any length. */
export function inflected(name: string): readonly string[] {
  const one = camelCase(name);
  const all = [one, `${one}s`, `${one}es`, one.replace(/y$/, "ies"), one.replace(/[ei]x$/, "ices"), one.replace(/fe?$/, "ves")];
  return [...new Set(all)];
}
