import { holdsUnknown, MASKED, OUTPUT, RESOURCE_REFERENCE, SECRET, SIGNATURE } from "../../../clouds/contract/pulumi-signatures.ts";
import type { Json } from "../../values/json.ts";
import { field, isList, isObject, text } from "../plan/document.ts";
import type { Layers } from "../plan/layers.ts";

/** Deeper than this nothing is read: it is unknown. */
const DEEPEST = 60;

/** Properties as the engine writes them, taken apart: what stands there, what is unknown, what is secret. */
export function layersOf(json: Json | undefined, depth = 0): Layers {
  if (depth > DEEPEST) return NOBODY_KNOWS;
  if (typeof json === "string") {
    if (json === MASKED) return { value: null, unknown: true, sensitive: true };
    return holdsUnknown(json) ? NOBODY_KNOWS : { value: json, unknown: undefined, sensitive: undefined };
  }
  if (isList(json)) {
    const items = json.map((one) => layersOf(one, depth + 1));
    return {
      value: items.map(({ value }) => value ?? null),
      unknown: some(items.map(({ unknown }) => unknown ?? false)),
      sensitive: some(items.map(({ sensitive }) => sensitive ?? false)),
    };
  }
  if (!isObject(json)) return { value: json, unknown: undefined, sensitive: undefined };
  const signature = field(json, SIGNATURE);
  if (signature !== undefined) return signed(json, signature, depth);
  const members = Object.entries(json).map(([key, one]) => [key, layersOf(one, depth + 1)] as const);
  const unknown = members.filter(([, one]) => one.unknown !== undefined).map(([key, one]) => [key, one.unknown as Json] as const);
  const sensitive = members.filter(([, one]) => one.sensitive !== undefined).map(([key, one]) => [key, one.sensitive as Json] as const);
  return {
    value: Object.fromEntries(members.flatMap(([key, one]) => (one.value === undefined ? [] : [[key, one.value]]))),
    unknown: unknown.length === 0 ? undefined : Object.fromEntries(unknown),
    sensitive: sensitive.length === 0 ? undefined : Object.fromEntries(sensitive),
  };
}

const NOBODY_KNOWS: Layers = { value: null, unknown: true, sensitive: undefined };

const some = (flags: readonly Json[]): Json | undefined => (flags.some((flag) => flag !== false) ? flags : undefined);

/** A secret, an output, a reference to a resource, an asset: objects that stand for something. */
function signed(json: Json, signature: Json, depth: number): Layers {
  switch (signature) {
    case SECRET: {
      const plaintext = text(json, "plaintext");
      const within = field(json, "value") ?? (plaintext === undefined ? undefined : parsed(plaintext));
      return within === undefined ? { value: null, unknown: true, sensitive: true } : { ...layersOf(within, depth + 1), sensitive: true };
    }
    case OUTPUT: {
      const within = field(json, "value");
      const layers = within === undefined ? NOBODY_KNOWS : layersOf(within, depth + 1);
      return field(json, "secret") === true ? { ...layers, sensitive: true } : layers;
    }
    case RESOURCE_REFERENCE:
      return layersOf(field(json, "id"), depth + 1);
    default:
      // An asset or an archive: a file, and no value that says a place.
      return NOBODY_KNOWS;
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
