import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import type { Shown } from "../shown/document.ts";
import type { Piece, Pieces } from "../shown/piece.ts";
import { deposedAddress } from "./address.ts";
import { entries, field, isList, isObject, list, text } from "./document.ts";
import { ReadResource, type Resource, type Trees } from "./resource.ts";

const DEEPEST = 200;

/** Resources of a state by number, each made when it is asked for. */
export interface Values {
  readonly length: number;
  at(index: number): Resource;
  /** Address and type alone, which are read sooner. */
  headAt(index: number): readonly [address: string, type: string];
}

interface Module {
  readonly address: string;
  readonly resources: Pieces;
  /** The number of its first resource. */
  readonly first: number;
}

/**
 * Resources of a state, or of the state before a plan: `values.root_module` with its children.
 *
 * @param strictly nothing else says what there is, so that a member that nobody knows is refused
 */
export function readValues(shown: Shown, values: Json | undefined, origin: string, strictly = false): Values {
  const modules: Module[] = [];
  let length = 0;
  const walk = (module: Json | undefined, depth: number): void => {
    if (depth > DEEPEST) throw new InputError(`${origin} nests modules more than ${DEEPEST} deep: it is damaged. Make it again.`);
    if (strictly) {
      requireKnown(module, MODULE, origin);
      requireKinds(module, origin);
    }
    const resources = shown.pieces(list(module, "resources"));
    if (resources.length > 0) modules.push({ address: text(module, "address") ?? "", resources, first: length });
    length += resources.length;
    for (const child of list(module, "child_modules")) walk(child, depth + 1);
  };
  if (strictly) requireKnown(values, VALUES, origin);
  walk(field(values, "root_module"), 0);
  const moduleOf = (index: number): Module => modules.findLast(({ first }) => first <= index) as Module;
  let near = modules[0];
  const find = (index: number): Module => {
    if (near === undefined || index < near.first || index >= near.first + near.resources.length) near = moduleOf(index);
    return near;
  };
  return {
    length,
    at(index) {
      const { address, resources, first } = find(index);
      return resource(resources.at(index - first), address, index - first, origin);
    },
    headAt(index) {
      const { address: module, resources, first } = find(index);
      const [address, type] = resources.texts(index - first, ["address", "type"]);
      return address === undefined || type === undefined ? refuse(module, index - first, origin) : [address, type];
    },
  };
}

const VALUES: ReadonlySet<string> = new Set(["outputs", "root_module"]);
const MODULE: ReadonlySet<string> = new Set(["address", "resources", "child_modules"]);

/** Of another kind than engines write, a member is no list of resources, and what it holds would be passed over. */
function requireKinds(module: Json | undefined, origin: string): void {
  const isText = (json: Json | undefined): boolean => json === undefined || typeof json === "string";
  const isListOrNone = (json: Json | undefined): boolean => json === undefined || json === null || isList(json);
  if (
    (module === undefined || isObject(module)) &&
    isText(field(module, "address")) &&
    [field(module, "resources"), field(module, "child_modules")].every(isListOrNone)
  )
    return;
  throw new InputError(`${origin} holds a module that is none: it is damaged. Make it again.`);
}

/** What stands under a name that nobody knows may be resources: a document that is damaged, or of an engine to come. */
function requireKnown(json: Json | undefined, known: ReadonlySet<string>, origin: string): void {
  const strange = entries(json).find(([name]) => !known.has(name))?.[0];
  if (strange === undefined) return;
  throw new InputError(
    `${origin} holds ${JSON.stringify(strange.slice(0, 80))} beside its resources, and what that means is not known: it is damaged, or of an engine that is newer than this version of Terroir. Make it again.`,
  );
}

function refuse(module: string, index: number, origin: string): never {
  throw new InputError(`${origin}: resource ${index} of ${module || "the root module"} has no address, type and name. Make it again.`);
}

const TREES: Trees = { value: ["values"], unknown: undefined, sensitive: ["sensitive_values"] };

function resource(piece: Piece, module: string, index: number, origin: string): Resource {
  const [address, type, name] = [piece.text("address"), piece.text("type"), piece.text("name")];
  if (address === undefined || type === undefined || name === undefined) return refuse(module, index, origin);
  const mode = piece.text("mode");
  return new ReadResource(
    {
      kind: mode === "data" ? "data" : "resource",
      mode,
      address: deposedAddress(address, piece.text("deposed_key")),
      module,
      type,
      name,
      provider: piece.text("provider_name"),
    },
    piece,
    TREES,
    true,
  );
}
