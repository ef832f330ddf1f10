// The naming rules of cdktf's own generator, so that code and documentation written for its bindings fit these.

// Providers use plain letters; classes of all letters there are take milliseconds to build.
const BETWEEN_WORDS = /[_.\- ]+([a-z0-9_]|$)/g;
const AFTER_DIGITS = /\d+([a-z0-9_]|$)/g;

/** Marks the words of a name that already is in camel case. */
const separated = (name: string) => name.replace(/([a-z])([A-Z])/g, "$1-$2").replace(/([A-Z])([A-Z][a-z])/g, "$1-$2");

/** `cloud_project_kube` → `cloudProjectKube`. A letter after digits is a capital: `ipv6address` → `ipv6Address`. */
export function camelCase(name: string): string {
  if (name.length === 1) return name.toLowerCase();
  const words = name === name.toLowerCase() ? name : separated(name);
  return words
    .replace(/^[_.\- ]+/, "")
    .toLowerCase()
    .replace(BETWEEN_WORDS, (_, first: string) => first.toUpperCase())
    .replace(AFTER_DIGITS, (found) => found.toUpperCase());
}

export const upperFirst = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
export const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

/** `cloud_project_kube` → `CloudProjectKube`. */
export const pascalCase = (name: string): string => upperFirst(camelCase(name));

/** `CloudProjectKube` → `cloud_project_kube`. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z]+)/g, "$1_$2")
    .toLowerCase();
