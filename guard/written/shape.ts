/** Shapes of what people write: one description checks it, and is its JSON Schema. */
import { isDay } from "../../catalogue/day.ts";
import { nearest } from "./nearest.ts";

/** What has a name, and parameters with a default each. */
interface Named {
  readonly id: string;
  readonly options: Readonly<Record<string, boolean | number | string | readonly string[] | readonly number[]>>;
}

/** What may be named beyond what is built in. */
export interface Given {
  readonly rules?: readonly Named[];
  readonly profiles?: readonly Pick<Named, "id">[];
  /** It was read from a file: what only a program can say is an error. */
  readonly json?: boolean;
}

/** Throws; says where, what is wrong, and what to write. */
export type Wrong = (at: string, what: string, fix: string) => never;

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A check and the schema that says the same as far as a schema can; none for what JSON cannot say. */
export interface Check {
  (value: unknown, at: string, wrong: Wrong, given: Given): void;
  readonly schema: JsonSchema | undefined;
}

export function check(schema: JsonSchema | undefined, run: (value: unknown, at: string, wrong: Wrong, given: Given) => void): Check {
  return Object.assign(run, { schema });
}

export interface Field {
  readonly check: Check;
  readonly says: string;
  readonly required?: true;
}

export type Shape = Readonly<Record<string, Field>>;

export const text = check({ type: "string", pattern: "\\S" }, (value, at, wrong) => {
  if (typeof value !== "string" || value.trim() === "") wrong(at, `is ${shown(value)}`, "Write a text");
});

/** An empty text says that no run sets the variable. */
export const anyText = check({ type: "string" }, (value, at, wrong) => {
  if (typeof value !== "string") wrong(at, `is ${shown(value)}`, "Write a text, empty for a variable that no run sets");
});

export const flag = check({ type: "boolean" }, (value, at, wrong) => {
  if (typeof value !== "boolean") wrong(at, `is ${shown(value)}`, "Write true or false");
});

export const day = check({ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }, (value, at, wrong) => {
  if (typeof value !== "string" || !isDay(value)) wrong(at, `is ${shown(value)}`, "Write a day as YYYY-MM-DD");
});

export const list = (each: Check): Check =>
  check({ type: "array", items: each.schema ?? {} }, (value, at, wrong, given) => {
    if (!Array.isArray(value)) wrong(at, `is ${shown(value)}`, "Write a list");
    else for (const [i, member] of value.entries()) each(member, `${at}[${i}]`, wrong, given);
  });

export const table = (each: Check): Check =>
  check({ type: "object", additionalProperties: each.schema ?? {} }, (value, at, wrong, given) => {
    if (!isRecord(value)) wrong(at, `is ${shown(value)}`, "Write an object");
    else for (const [key, member] of Object.entries(value)) each(member, `${at}.${key}`, wrong, given);
  });

/** Only a program can say it. */
export const program = check(undefined, (_value, at, wrong, { json }) => {
  if (json) wrong(at, "cannot be said in JSON", "Write the policy as terroir.policy.ts");
});

export const object = (shape: Shape): Check =>
  check(schemaOf(shape), (value, at, wrong, given) => {
    if (!isRecord(value)) return wrong(at, `is ${shown(value)}`, `Write an object with the keys ${Object.keys(shape).join(", ")}`);
    for (const key of Object.keys(value)) {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (field === undefined) unknownKey(key, at, Object.keys(shape), wrong);
      else if (value[key] !== undefined) field.check(value[key], at === "" ? key : `${at}.${key}`, wrong, given);
    }
    for (const [key, { required }] of Object.entries(shape))
      if (required && value[key] === undefined) wrong(at, `has no ${key}`, `Add ${key}`);
  });

function schemaOf(shape: Shape): JsonSchema {
  const sayable = Object.entries(shape).filter(([, field]) => field.check.schema !== undefined);
  const required = sayable.filter(([, field]) => field.required).map(([key]) => key);
  return {
    type: "object",
    properties: Object.fromEntries(sayable.map(([key, field]) => [key, { description: field.says, ...field.check.schema }])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** A sentence's end, where it has none of its own. */
export const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

export function unknownKey(key: string, at: string, known: readonly string[], wrong: Wrong): never {
  const [near] = nearest(key, known);
  return wrong(
    at,
    `has the unknown key "${key}"`,
    near === undefined ? `The keys are ${known.join(", ")}` : `Did you mean "${near}"? The keys are ${known.join(", ")}`,
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return value === undefined ? "not there" : (JSON.stringify(value) ?? typeof value);
}
