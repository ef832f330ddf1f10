/** Says in a sentence what of some props does not fit. */
import type { Misfit } from "./compare.ts";
import type { Shape } from "./shape.ts";

export function sentence(misfit: Misfit): string {
  const { path } = misfit;
  switch (misfit.is) {
    case "unknown key": {
      const guess = misfit.meant === undefined ? "" : ` Did you mean ${written([...path, misfit.meant])}?`;
      return `${misfit.owner} has no ${written([...path, misfit.key])}.${guess} It takes ${misfit.known.join(", ") || "none"}.`;
    }
    case "missing keys":
      return `${misfit.owner} needs ${series(misfit.keys.map((key) => written([...path, key])))}.`;
    case "no list":
    case "no object":
      return `${written(path, shown(misfit.value))} is ${misfit.is}.`;
    case "another kind":
      return `${written(path, shown(misfit.value))} is not ${named(misfit.shape)}.${howToWrite(misfit.value, misfit.shape)}`;
    case "none of several": {
      const guess = misfit.meant === undefined ? "" : ` Did you mean ${JSON.stringify(misfit.meant)}?`;
      return `${written(path, shown(misfit.value))} is none of these: ${[...new Set(misfit.shapes.map(listed))].join(", ")}.${guess}`;
    }
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const article = (word: string): string => (/^[AEIO]/.test(word) ? "an" : "a");
const series = (all: readonly string[]): string => all.join(", ").replace(/, (?=[^,]*$)/, " and ");

/** As a sentence names it. */
function named(shape: Shape): string {
  if (typeof shape !== "string") return Array.isArray(shape) ? "one of several" : "list" in (shape as object) ? "a list" : "an object";
  if (shape.startsWith("'")) return JSON.stringify(shape.slice(1, -1));
  if (shape.startsWith("made ")) return `${article(shape.slice(5))} ${shape.slice(5)}`;
  return { text: "a text", number: "a number", flag: "true or false", list: "a list", place: "a place", made: "an object" }[shape] ?? shape;
}

/** As a list names it. */
const listed = (shape: Shape): string => (typeof shape === "string" && shape.startsWith("made ") ? shape.slice(5) : named(shape));

const howToWrite = (value: unknown, shape: string): string =>
  shape === "place" && typeof value === "string"
    ? ` Write ovh("GRA11"), or placeFrom("ovh:GRA11", ovh) for what comes from configuration.`
    : "";

/** `{ lock: { days } }`, `{ inbound: [{ from: 3 }] }`, as a program says it. */
const written = (path: readonly string[], value?: string): string =>
  path.reduceRight(
    (inner, key) => (key.startsWith("[") ? `[${inner || "…"}]` : inner === "" ? `{ ${key} }` : `{ ${key}: ${inner} }`),
    value ?? "",
  );

export function shown(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  return typeof value === "object" && value !== null ? "{…}" : typeof value === "function" ? "a function" : String(value);
}
