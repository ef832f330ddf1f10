import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import type { Shown } from "../shown/document.ts";
import { type Piece, pieceOf } from "../shown/piece.ts";
import { deposedAddress } from "./address.ts";
import { ReadResource, type Resource, type Trees } from "./resource.ts";

/** The planned changes of a document, each read when it is asked for. */
export interface Changes {
  readonly length: number;
  at(index: number): Resource;
  /** Address and type alone, which are read sooner. */
  headAt(index: number): readonly [address: string, type: string];
}

/** Every change of a plan, the deferred ones too. */
export function readChanges(plan: Shown, origin: string): Changes {
  const changes = plan.pieces(plan.member("resource_changes"));
  const deferred = plan.pieces(plan.member("deferred_changes"));
  const whereIs = (index: number): string =>
    index < changes.length ? `resource_changes[${index}]` : `deferred_changes[${index - changes.length}]`;
  const at = (index: number): Resource => {
    const piece = index < changes.length ? changes.at(index) : pieceOf(deferred.at(index - changes.length).part("resource_change") ?? null);
    return change(piece, whereIs(index), origin);
  };
  return {
    length: changes.length + deferred.length,
    at,
    headAt(index) {
      if (index >= changes.length) return [at(index).address, at(index).type];
      const [address, type] = changes.texts(index, HEAD);
      return address === undefined || type === undefined ? refuse(whereIs(index), origin) : [address, type];
    },
  };
}

/** What was found to have changed since the last run, as it is now. What has gone is nothing. */
export function readDrift(plan: Shown, origin: string): Changes {
  const all = plan.pieces(plan.member("resource_drift"));
  const there = Array.from({ length: all.length }, (_, index) => index).filter((index) => {
    const [after] = all.at(index).kinds(CHANGE, ["after"]);
    return after !== "missing" && after !== "null";
  });
  const at = (index: number): Resource => change(all.at(there[index] ?? -1), `resource_drift[${there[index]}]`, origin);
  return {
    length: there.length,
    at,
    headAt(index) {
      const [address, type] = all.texts(there[index] ?? -1, HEAD);
      return address === undefined || type === undefined ? refuse(`resource_drift[${there[index]}]`, origin) : [address, type];
    },
  };
}

const HEAD = ["address", "type"];

function refuse(where: string, origin: string): never {
  throw new InputError(`${origin}: ${where} has no address, type, name and change, as every planned change has. Make the plan again.`);
}

const BEFORE: Trees = { value: ["change", "before"], unknown: undefined, sensitive: ["change", "before_sensitive"] };
const AFTER: Trees = { value: ["change", "after"], unknown: ["change", "after_unknown"], sensitive: ["change", "after_sensitive"] };
/** Changed where it is: what the provider says of it anew, it said before as well. */
const CHANGED: Trees = { ...AFTER, was: BEFORE };
/** Nothing is said of it: it may be anything, unless it is said what is unknown of it. */
const GONE: Trees = { ...AFTER, otherwise: true };

function change(piece: Piece, where: string, origin: string): Resource {
  const [address, type, name, mode, module = "", provider, deposed] = piece.texts(SAID);
  if (address === undefined || type === undefined || name === undefined || piece.kind("change") !== "object") return refuse(where, origin);
  const [listed, after, importing] = piece.kinds(CHANGE, ASKED);
  const actions = listed === "list" ? actionsOf(piece) : [];
  const leaves = leaving(actions);
  const gone = after === "missing" || after === "null";
  // What does not change, or is only taken over, is what it was.
  const stays = gone && (actions.includes("no-op") || importing !== "missing");
  const kind = mode === "data" || mode === "ephemeral" ? "data" : "resource";
  const said = { kind, mode, address: deposedAddress(address, deposed), module, type, name, provider } as const;
  const trees = leaves !== undefined || stays ? BEFORE : gone ? GONE : isOnly(actions, "update") ? CHANGED : AFTER;
  if (leaves !== undefined) return new ReadResource({ ...said, leaves }, piece, trees);
  const replaced = actions.includes("forget") && {
    replaced: new ReadResource({ ...said, address: letGo(address), leaves: "forgotten" }, piece, BEFORE),
  };
  const taken = importing !== "missing" && importing !== "null" && { importing: piece.part("change", "importing") };
  return new ReadResource({ ...said, ...taken, ...replaced }, piece, trees);
}

/** What takes its place has its address. */
const letGo = (address: string): string => `${address} (the object that it replaces)`;

const SAID = ["address", "type", "name", "mode", "module_address", "provider_name", "deposed"];
const CHANGE = ["change"];
const ASKED = ["actions", "after", "importing"];
const ACTIONS = ["change", "actions"];

/** Nearly all changes have one of these. */
const KNOWN = new Map<string, readonly Json[]>(
  ["create", "no-op", "update", "read", "delete", "forget"].map((action) => [JSON.stringify([action]), [action]]),
);

const actionsOf = (piece: Piece): readonly Json[] => KNOWN.get(piece.alike(ACTIONS, [])) ?? (piece.part(...ACTIONS) as readonly Json[]);

/** An action that nobody knows makes something: it does not leave. */
function leaving(actions: readonly Json[]): Resource["leaves"] {
  if (isOnly(actions, "delete")) return "destroyed";
  return isOnly(actions, "forget") ? "forgotten" : undefined;
}

const isOnly = (actions: readonly Json[], word: string): boolean => actions.length > 0 && actions.every((action) => action === word);
