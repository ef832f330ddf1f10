/** Props as a caller without a compiler writes them: what is unknown, missing or of another kind is refused, never ignored. */
import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import { editDistance } from "../../clouds/contract/edit-distance.ts";
import { isPlace } from "../../clouds/contract/index.ts";
import { nearest } from "../../guard/nearest.ts";
import { isRecord } from "../../guard/shape.ts";

/** By name of the prop; a name that ends in `?` may be left out. */
export type Keys = Readonly<Record<string, Shape>>;

/**
 * What a value may be: `text`, `number`, `flag`, `list`, `any`, `place`, `made Network` for what a class makes, a literal in its own quotes, or one of
 * several.
 */
export type Shape = string | readonly Shape[] | { readonly list: Shape } | { readonly table: Shape } | { readonly keys: Keys };

interface Wrong {
  /** `lock.days` */
  readonly path: readonly string[];
  readonly says: string;
}

/**
 * Before `super`, so that a mistake is told before anything stands. A class that extends ours may hand on all that it was given, its own props among
 * them (decision 270): of it only what looks like a slip is refused.
 *
 * @throws InputError that names the construct, the prop, and what it takes
 */
export function checkedProps<Kind extends string>(
  made: { readonly name: string },
  all: Readonly<Record<Kind, Keys>>,
  ours: Kind,
  scope: IConstruct | undefined,
  id: string,
  props: unknown,
): void {
  const kind = nameOf(made);
  const extended = kind !== ours || extendsNamesake(made, ours);
  const wrong = isRecord(props)
    ? wrongKeys(extended ? withoutOwn(props, all[ours]) : props, all[ours], [], `${article(kind)} ${kind}`)
    : { path: [], says: `its props are ${shown(props)}: give an object.` };
  if (wrong === undefined) return;
  const path = [scope?.node?.path, id].filter(Boolean).join("/");
  throw withoutTrace(new InputError(path === "" ? capital(wrong.says) : `${path}: ${wrong.says}`));
}

/**
 * Options of a call, by the same rules: a mistyped `prefix` would grant all.
 *
 * @throws InputError that names the construct, the call and what it takes
 */
export function checkedOptions(on: IConstruct, call: string, keys: Keys, options: unknown): void {
  const wrong = isRecord(options)
    ? wrongKeys(options, keys, [], call)
    : { path: [], says: `${call} takes an object of options, and got ${shown(options)}.` };
  if (wrong !== undefined) throw withoutTrace(new InputError(`${on.node.path}: ${wrong.says}`));
}

/** Bundlers put an underscore before a class that refers to itself. */
const nameOf = (made: { readonly name: string }): string => made.name.replace(/^_+(?=\p{L})/u, "");

/** `class Bucket extends SovereignBucket`, ours under the name that it was imported as. */
function extendsNamesake(made: object, ours: string): boolean {
  for (let base = Object.getPrototypeOf(made); typeof base === "function"; base = Object.getPrototypeOf(base))
    if (nameOf(base) === ours) return true;
  return false;
}

/** What a class of a company's own takes beside ours. `lokc` and `tag` are slips; `department` is its own. */
function withoutOwn(given: Readonly<Record<string, unknown>>, keys: Keys): Readonly<Record<string, unknown>> {
  const known = Object.keys(keys).map((key) => key.replace(/\?$/, ""));
  const letters = (text: string): string => [...text.toLowerCase()].sort().join("");
  const slip = (key: string): boolean =>
    known.some((one) => editDistance(key.toLowerCase(), one.toLowerCase()) <= 1 || letters(key) === letters(one));
  return Object.fromEntries(Object.entries(given).filter(([key]) => known.includes(key) || slip(key)));
}

function wrongKeys(given: Readonly<Record<string, unknown>>, keys: Keys, path: readonly string[], what: string): Wrong | undefined {
  const shapes = new Map(Object.entries(keys).map(([key, shape]) => [key.replace(/\?$/, ""), { shape, needed: !key.endsWith("?") }]));
  for (const key of Object.keys(given)) {
    const known = shapes.get(key);
    if (given[key] === undefined) continue;
    if (known === undefined) return { path, says: `${what} has no ${written([...path, key])}.${meant(key, shapes.keys(), path)}` };
    const wrong = wrongValue(given[key], known.shape, [...path, key]);
    if (wrong !== undefined) return wrong;
  }
  const missing = [...shapes].filter(([key, { needed }]) => needed && given[key] === undefined).map(([key]) => key);
  if (missing.length === 0) return undefined;
  return {
    path,
    says: `${what} needs ${series(
      missing.map((key) => written([...path, key])),
      "and",
    )}.`,
  };
}

function wrongValue(value: unknown, shape: Shape, path: readonly string[]): Wrong | undefined {
  // Known to the engine only: whoever makes it answers for its kind.
  if (Token.isUnresolved(value)) return undefined;
  if (Array.isArray(shape)) return wrongOfAll(value, shape as readonly Shape[], path);
  if (typeof shape === "string")
    return isA(shape, value) ? undefined : { path, says: `${written(path, shown(value))} is not ${named(shape)}.${help(value, shape)}` };
  if ("list" in shape) {
    if (!Array.isArray(value)) return { path, says: `${written(path, shown(value))} is no list.` };
    return first(value, (member, index) => wrongValue(member, shape.list, [...path, `[${index}]`]));
  }
  if (!isRecord(value)) return { path, says: `${written(path, shown(value))} is no object.` };
  if (hasKeys(shape)) return wrongKeys(value, shape.keys, path, path.findLast((key) => !key.startsWith("[")) ?? "it");
  return first(Object.entries(value), ([key, member]) =>
    member === undefined ? undefined : wrongValue(member, (shape as { readonly table: Shape }).table, [...path, key]),
  );
}

/** It fits none of several: said of the one that was most likely meant. */
function wrongOfAll(value: unknown, shapes: readonly Shape[], path: readonly string[]): Wrong | undefined {
  const all = shapes.map((shape) => wrongValue(value, shape, path));
  if (all.includes(undefined)) return undefined;
  const inside = all.filter(
    (wrong): wrong is Wrong => wrong !== undefined && (wrong.path.length > path.length || isKeyed(shapes[all.indexOf(wrong)], value)),
  );
  if (inside.length > 0) return inside.sort((a, b) => b.path.length - a.path.length || rank(b) - rank(a))[0];
  const literals = shapes.flatMap((shape) => (typeof shape === "string" && shape.startsWith("'") ? [shape.slice(1, -1)] : []));
  const [near] = typeof value === "string" ? nearest(value, literals) : [];
  return {
    path,
    says: `${written(path, shown(value))} is none of these: ${[...new Set(shapes.map(alone))].join(", ")}.${near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`}`,
  };
}

const hasKeys = (shape: Shape | undefined): shape is { readonly keys: Keys } =>
  typeof shape === "object" && !Array.isArray(shape) && "keys" in shape;
const isKeyed = (shape: Shape | undefined, value: unknown): boolean => hasKeys(shape) && isRecord(value);
const rank = ({ says }: Wrong): number => (says.includes("Did you mean") ? 2 : says.includes(" needs ") ? 1 : 0);

function isA(shape: string, value: unknown): boolean {
  if (shape.startsWith("'")) return value === shape.slice(1, -1);
  if (shape === "place") return isPlace(value);
  if (shape.startsWith("made"))
    return (typeof value === "object" && value !== null && !Array.isArray(value)) || typeof value === "function";
  if (shape === "list") return Array.isArray(value);
  if (shape === "text") return typeof value === "string";
  if (shape === "number") return typeof value === "number";
  return shape === "flag" ? typeof value === "boolean" : true;
}

/** As a sentence names it. */
function named(shape: Shape): string {
  if (typeof shape !== "string") return Array.isArray(shape) ? "one of several" : "list" in (shape as object) ? "a list" : "an object";
  if (shape.startsWith("'")) return JSON.stringify(shape.slice(1, -1));
  if (shape.startsWith("made ")) return `${article(shape.slice(5))} ${shape.slice(5)}`;
  return { text: "a text", number: "a number", flag: "true or false", list: "a list", place: "a place", made: "an object" }[shape] ?? shape;
}

/** As a list names it. */
const alone = (shape: Shape): string => (typeof shape === "string" && shape.startsWith("made ") ? shape.slice(5) : named(shape));

const series = (all: readonly string[], last: string): string => all.join(", ").replace(/, (?=[^,]*$)/, ` ${last} `);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const article = (word: string): string => (/^[AEIO]/.test(word) ? "an" : "a");

const help = (value: unknown, shape: string): string =>
  shape === "place" && typeof value === "string"
    ? ` Write ovh("GRA11"), or placeFrom("ovh:GRA11", ovh) for what comes from configuration.`
    : "";

function meant(key: string, known: Iterable<string>, path: readonly string[]): string {
  const all = [...known].sort();
  // Half of the letters may differ where words are long; names of props are short, and a wrong guess is worse than none.
  const near = nearest(key, all).find((one) => editDistance(key.toLowerCase(), one.toLowerCase()) <= Math.max(2, key.length / 3));
  return `${near === undefined ? "" : ` Did you mean ${written([...path, near])}?`} It takes ${all.join(", ") || "none"}.`;
}

/** `{ lock: { days } }`, `{ inbound: [{ from: 3 }] }`, as a program says it. */
const written = (path: readonly string[], value?: string): string =>
  path.reduceRight(
    (inner, key) => (key.startsWith("[") ? `[${inner || "…"}]` : inner === "" ? `{ ${key} }` : `{ ${key}: ${inner} }`),
    value ?? "",
  );

function shown(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  return typeof value === "object" && value !== null ? "{…}" : typeof value === "function" ? "a function" : String(value);
}

function first<T>(all: readonly T[], wrong: (one: T, index: number) => Wrong | undefined): Wrong | undefined {
  for (const [index, one] of all.entries()) {
    const found = wrong(one, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
