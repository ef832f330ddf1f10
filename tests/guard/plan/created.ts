import { cloudFactsBySource } from "../../../clouds/facts.ts";
import { type AttributeSchema, type BlockSchema, loadSchema } from "../../../clouds/schema/index.ts";
import type { Json } from "../../../guard/index.ts";

type Body = { readonly [key: string]: Json };
/** The three trees of a plan, of one attribute or block. */
interface Said {
  readonly after?: Json;
  readonly unknown?: Json;
  readonly expression?: Json;
}

/**
 * The plan of what a program makes anew, as real providers answer: what is written stands there, a reference is not known yet, and neither is whatever
 * the provider says by itself. Older providers (SDK 2) may say so of blocks that nobody wrote as well, which no schema shows.
 *
 * @param blocks what becomes of blocks that nobody wrote
 */
export function created(document: Body, blocks: "unknown" | "none"): Body {
  const sources = sourcesOf(document);
  const resources = entries(document["resource"]).flatMap(([type, named]) =>
    entries(named).map(([name, body]) => ({ type, name, body: body as Body, source: sources[type.split("_", 1)[0] ?? ""] ?? "" })),
  );
  const made = resources.map(({ type, name, body, source }) => {
    const cloud = cloudFactsBySource(source)?.cloud;
    const schema = cloud === undefined ? undefined : loadSchema(cloud).resource(type);
    if (schema === undefined) throw new Error(`${type} has no schema`);
    return { type, name, source, ...planned(schema.block, body, blocks === "unknown") };
  });
  const head = ({ type, name }: { readonly type: string; readonly name: string }) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
  });
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: made.map(({ after, unknown, source, ...one }) => ({
      ...head(one),
      provider_name: `registry.terraform.io/${source.toLowerCase()}`,
      change: {
        actions: ["create"],
        before: null,
        after: after ?? {},
        after_unknown: unknown ?? {},
        before_sensitive: false,
        after_sensitive: {},
      },
    })),
    configuration: {
      provider_config: Object.fromEntries(
        Object.entries(sources).map(([name, source]) => [
          name,
          {
            name,
            full_name: `registry.terraform.io/${source.toLowerCase()}`,
            expressions: Object.fromEntries(
              entries(first((document["provider"] as Body | undefined)?.[name])).map(([key, value]) => [key, written(value)]),
            ),
          },
        ]),
      ),
      root_module: {
        resources: made.map(({ expression, ...one }) => ({
          ...head(one),
          provider_config_key: one.type.split("_", 1)[0] ?? "",
          expressions: expression ?? {},
        })),
      },
    },
    complete: true,
    errored: false,
  };
}

const first = (json: Json | undefined): Json | undefined => (Array.isArray(json) ? (json as readonly Json[])[0] : json);

function sourcesOf(document: Body): Readonly<Record<string, string>> {
  const required = (document["terraform"] as Body | undefined)?.["required_providers"];
  return Object.fromEntries(entries(required).map(([name, one]) => [name, String((one as Body)["source"])]));
}

/** One object of a schema, in a plan and in the configuration that the plan carries. */
function planned({ attributes = {}, block_types: types = {} }: BlockSchema, body: Body, isOpen: boolean): Said {
  const said = new Map<string, Said>();
  for (const [name, schema] of Object.entries(attributes)) said.set(name, attribute(schema, body[name] ?? null, isOpen));
  for (const [name, { nesting_mode: mode, block }] of Object.entries(types)) {
    const given = body[name] ?? null;
    if (given === null) {
      const none = mode === "list" || mode === "set" ? { after: [], unknown: [] } : { after: null };
      said.set(name, isOpen && (mode === "list" || mode === "set") ? { unknown: true } : none);
    } else if (Array.isArray(given)) {
      const all = (given as readonly Json[]).map((one) => planned(block, one as Body, isOpen));
      said.set(name, {
        after: all.map(({ after = {} }) => after),
        unknown: all.map(({ unknown = {} }) => unknown),
        expression: all.map(({ expression = {} }) => expression),
      });
    } else {
      const one = planned(block, given as Body, isOpen);
      // A block may be written as an object where it may come many times.
      const isMany = mode === "list" || mode === "set";
      said.set(name, isMany ? { after: [one.after ?? {}], unknown: [one.unknown ?? {}], expression: [one.expression ?? {}] } : one);
    }
  }
  return object(said);
}

function attribute({ computed, nested_type: nested, write_only: isSecret }: AttributeSchema, given: Json, isOpen: boolean): Said {
  if (given === null) return computed === true ? { unknown: true } : { after: null };
  const expression = written(given);
  if (isSecret === true) return { after: null, expression };
  if (refers(given) && typeof given === "string") return { unknown: true, expression };
  if (nested === undefined) return { ...known(given), expression };
  const within = (one: Json): Said => planned({ attributes: nested.attributes }, one as Body, isOpen);
  const one = nested.nesting_mode;
  if (Array.isArray(given)) {
    const all = (given as readonly Json[]).map(within);
    return { after: all.map(({ after = {} }) => after), unknown: all.map(({ unknown = {} }) => unknown), expression };
  }
  if (one === "map") return { ...object(new Map(entries(given).map(([key, value]) => [key, within(value)]))), expression };
  const { after = {}, unknown = {} } = within(given);
  return { after, unknown, expression };
}

/** A value without a schema of its own: only references in it are not known. */
function known(json: Json): Said {
  if (typeof json === "string" && refers(json)) return { unknown: true };
  if (Array.isArray(json)) {
    const all = (json as readonly Json[]).map(known);
    return { after: all.map(({ after = null }) => after), unknown: all.map(({ unknown = false }) => unknown) };
  }
  if (typeof json !== "object" || json === null) return { after: json };
  return object(new Map(Object.entries(json as Body).map(([key, one]) => [key, known(one)])));
}

function object(said: ReadonlyMap<string, Said>): Said {
  const part = (name: keyof Said) =>
    Object.fromEntries([...said].flatMap(([key, one]) => (one[name] === undefined ? [] : [[key, one[name] as Json]])));
  return { after: part("after"), unknown: part("unknown"), expression: part("expression") };
}

/** An expression as a plan shows it: its constant, or what it refers to, with every prefix. */
function written(json: Json): Json {
  const names = [...JSON.stringify(json).matchAll(/\$\{([^}]*)\}/g)].map(([, inside]) => (inside ?? "").trim());
  if (names.length === 0) return { constant_value: json };
  const chains = names.flatMap((name) => {
    const steps = name.split(".");
    const least = name.startsWith("data.") ? 3 : 2;
    return steps.length <= least ? [name] : [name, steps.slice(0, least).join(".")];
  });
  return { references: chains };
}

const refers = (json: Json): boolean => JSON.stringify(json).includes("${");

const entries = (json: Json | undefined): readonly (readonly [string, Json])[] =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? Object.entries(json as Body) : [];
