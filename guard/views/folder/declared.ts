import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../values/json.ts";
import { isObject } from "../../values/term.ts";
import { blocks } from "../synthesized/blocks.ts";
import type { Module } from "../synthesized/module.ts";
import { CODE, parseJson } from "../synthesized/parse-json.ts";
import { type Engine, isConfiguration, isPassedOver } from "./files.ts";
import { outlineOf, type SourceBlock, type SourceBody } from "./outline.ts";

/** What is written in blocks of one type, all of them together. */
export interface DeclaredBody {
  readonly attributes: Set<string>;
  readonly blocks: Map<string, DeclaredBody & { readonly labelled: boolean }>;
}

/** What code writes in the blocks of each type, whichever provider it is of, and what it may read of anything. */
export interface Declared {
  readonly resources: Map<string, DeclaredBody>;
  readonly data: Map<string, DeclaredBody>;
  readonly ephemeral: Map<string, DeclaredBody>;
  /** Of all provider blocks. */
  readonly provider: DeclaredBody;
  /** Every name after a dot, and every text in brackets, wherever it stands. */
  readonly names: Set<string>;
  /** Of these the names that follow an index, `[0].this`: what may be read of one block among many. */
  readonly indexed: Set<string>;
  /** Functions of providers, `provider::x::this`. */
  readonly functions: Set<string>;
}

/** Reads the files of a module and of all that it calls once more: whether something is a block or an attribute, only they say. */
export function declaredIn(root: Module, engine: Engine): Declared {
  const found: Declared = {
    resources: new Map(),
    data: new Map(),
    ephemeral: new Map(),
    provider: emptyBody(),
    names: new Set(),
    indexed: new Set(),
    functions: new Set(),
  };
  for (const folder of foldersOf(root)) {
    const present = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
    for (const name of present.filter((one) => isConfiguration(one) && !isPassedOver(one, present, engine))) {
      const path = join(folder, name);
      const bytes = readFileSync(path);
      const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
      addNames(text, found);
      if (name.endsWith(".json")) addJson(parseJson(bytes, path, CODE), path, found);
      else addNative(outlineOf(text).blocks, found);
    }
  }
  return found;
}

function foldersOf(root: Module): ReadonlySet<string> {
  const seen = new Set<Module>([root]);
  for (const module of seen) for (const child of module.children?.values() ?? []) seen.add(child);
  return new Set([...seen].map(({ origin }) => origin));
}

function addNames(text: string, { names, indexed, functions }: Declared): void {
  for (const [, name = ""] of text.matchAll(/(?<!\b(?:var|local|module|path|terraform))\.\s*([A-Za-z_][\w-]*)/g)) names.add(name);
  for (const [, name = ""] of text.matchAll(/(?:\]|\.\d+)\s*\.\s*([A-Za-z_][\w-]*)/g)) indexed.add(name);
  for (const [, name = ""] of text.matchAll(/\[\s*\\?"([A-Za-z_][\w-]*)\\?"\s*\]/g)) names.add(name);
  for (const [, name = ""] of text.matchAll(/\bprovider::[\w-]+::([\w-]+)/g)) functions.add(name);
}

const emptyBody = (): DeclaredBody => ({ attributes: new Set(), blocks: new Map() });

const GROUPS = { resource: "resources", data: "data", ephemeral: "ephemeral" } as const;

function addNative(blocks: readonly SourceBlock[], found: Declared): void {
  for (const { type, labels, body } of blocks) {
    if (type === "resource" || type === "data" || type === "ephemeral") addBody(bodyOf(found[GROUPS[type]], labels[0] ?? ""), body);
    else if (type === "provider") addBody(found.provider, body);
    else if (type === "check")
      addNative(
        body.blocks.filter((inner) => inner.type === "data"),
        found,
      );
  }
}

function bodyOf(types: Map<string, DeclaredBody>, type: string): DeclaredBody {
  const body = types.get(type) ?? emptyBody();
  types.set(type, body);
  return body;
}

/** A `dynamic` block writes blocks of its label, as its `content` says. */
function addBody(into: DeclaredBody, { attributes, blocks }: SourceBody): void {
  for (const { name } of attributes) into.attributes.add(name);
  for (const { type, labels, body } of blocks) {
    if (type !== "dynamic" || labels.length !== 1) addBody(innerOf(into, type, labels.length > 0), body);
    else {
      const inner = innerOf(
        into,
        labels[0] ?? "",
        body.attributes.some(({ name }) => name === "labels"),
      );
      for (const content of body.blocks) addBody(inner, content.body);
    }
  }
}

function innerOf({ blocks }: DeclaredBody, type: string, labelled: boolean): DeclaredBody {
  const inner = blocks.get(type) ?? { ...emptyBody(), labelled };
  blocks.set(type, inner);
  return inner;
}

/** Nothing tells a block from an attribute there but `dynamic`, and an attribute of any type takes both. */
function addJson(document: { readonly [key: string]: Json }, path: string, found: Declared): void {
  const add = (into: DeclaredBody, body: { readonly [key: string]: Json }): void => {
    for (const name of Object.keys(body)) if (name !== "//" && name !== "dynamic") into.attributes.add(name);
    for (const { labels, body: dynamic } of blocks(body.dynamic, 1, "dynamic", path)) {
      const inner = innerOf(into, labels[0] ?? "", false);
      for (const content of blocks(dynamic.content, 0, "content", path)) if (isObject(content.body)) add(inner, content.body);
    }
  };
  const addAll = (json: Json | undefined, type: keyof typeof GROUPS): void => {
    for (const { labels, body } of blocks(json, 2, type, path)) add(bodyOf(found[GROUPS[type]], labels[0] ?? ""), body);
  };
  for (const type of ["resource", "data", "ephemeral"] as const) addAll(document[type], type);
  for (const { body } of blocks(document.provider, 1, "provider", path)) add(found.provider, body);
  for (const { body } of blocks(document.check, 1, "check", path)) addAll(body.data, "data");
}
