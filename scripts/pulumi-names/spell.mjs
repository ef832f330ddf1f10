// How the Terraform bridge spells an attribute: camel case, and the plural for a list or a set of any length.
// https://github.com/pulumi/pulumi-terraform-bridge pkg/tfbridge/names.go, seen 2026-11-23.
export const camel = (name) => name.replace(/(?<=.)_+([a-zA-Z0-9])/g, (_, letter) => letter.toUpperCase()).replace(/_+$/, "");

/** Singular first, then every plural that an English noun may have. */
export function inflected(name) {
  const one = camel(name);
  return [one, `${one}s`, `${one}es`, one.replace(/y$/, "ies"), one.replace(/ex$|ix$/, "ices"), one.replace(/(?:f|fe)$/, "ves")].filter(
    (form, index, all) => all.indexOf(form) === index,
  );
}
