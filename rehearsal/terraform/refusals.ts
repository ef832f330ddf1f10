import type { KnownValues } from "../../clouds/contract/rehearsal.ts";
import type { Schema } from "../../clouds/schema/index.ts";
import { MARK } from "../staging/type-values.ts";
import { type Diagnostic, failure } from "./diagnostics.ts";
import { behaviourOf, type Simulation } from "./simulation.ts";
import { isList, isObject, type ObjectValue, type Value } from "./value.ts";

type Table = readonly (readonly [path: readonly string[], known: KnownValues])[];

const tables = new WeakMap<Schema, Table>();

/** The attributes of a type whose values the cloud knows: its own, and those that are the same everywhere. */
function tableOf(s: Simulation, type: string, schema: Schema): Table {
  let table = tables.get(schema);
  if (table === undefined) {
    const own = { ...s.overlay.checks?.[type]?.known, ...behaviourOf(s, type).known };
    const shared = Object.entries(s.overlay.known ?? {}).filter(
      ([path]) => !Object.hasOwn(own, path) && schema.block.attributes?.[path] !== undefined,
    );
    table = [...shared, ...Object.entries(own)].map(([path, known]) => [path.split("."), known]);
    tables.set(schema, table);
  }
  return table;
}

/**
 * What the cloud does not know: a misspelt region, a flavour that was never sold. Unknown and absent values are not judged. A plan with marked
 * answers is made for the guard, whose verdict on an unknown place says more than a failed plan: where it stands, why, and what to write instead.
 */
export function unknownToCloud(s: Simulation, type: string, schema: Schema, config: ObjectValue): readonly Diagnostic[] {
  if (s.answers === "marked") return [];
  return tableOf(s, type, schema).flatMap(([names, known]) => textsAt(config, names).flatMap((text) => refusal(text, names, type, known)));
}

const lists = new WeakMap<KnownValues, ReadonlySet<string>>();

function refusal(text: string, names: readonly string[], type: string, known: KnownValues): readonly Diagnostic[] {
  let set = lists.get(known);
  if (set === undefined) {
    set = new Set(typeof known.values === "function" ? known.values() : known.values);
    lists.set(known, set);
  }
  if (set.has(text) || text.startsWith(MARK) || (known.pattern !== undefined && new RegExp(known.pattern).test(text))) return [];
  const near = [...set].filter(
    (x) => x.toLowerCase() === text.toLowerCase() || x.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase(),
  );
  const hint =
    near.length > 0 ? `Near: ${near.slice(0, 8).join(", ")}.` : `Known: ${[...set].slice(0, 12).join(", ")}${set.size > 12 ? ", …" : ""}.`;
  return [failure(`Unknown ${known.what} "${text}"`, `${type}: the cloud has no ${known.what} "${text}". ${hint}`, names[0] ?? "")];
}

/** Every text at a dotted path; blocks that repeat are looked into one by one. */
function textsAt(value: Value | undefined, names: readonly string[]): readonly string[] {
  if (isList(value)) return value.flatMap((x) => textsAt(x, names));
  const [name, ...rest] = names;
  if (name === undefined) return typeof value === "string" ? [value] : [];
  return isObject(value) ? textsAt(value[name], rest) : [];
}

/** Another living resource that has the name already. */
export function clash(s: Simulation, type: string, state: ObjectValue): Diagnostic | null {
  const unique = behaviourOf(s, type).unique;
  if (unique === undefined) return null;
  const other = s.world.list(type).find(([, r]) => unique.every((name) => state[name] !== null && r.attributes[name] === state[name]));
  if (other === undefined) return null;
  const named = unique.map((name) => `${name} = ${JSON.stringify(state[name])}`).join(", ");
  return failure("409 Conflict: the name is taken", `A ${type} with ${named} exists already.`, unique.at(-1) ?? "");
}
