/** The synthesized view: reads cdk.tf.json, and whatever else stands beside it, as the engine would. */
import { basename, dirname, join, relative } from "node:path";
import { entryAt } from "../../catalogue/entry-at.ts";
import { InputError } from "../errors.ts";
import type { Infrastructure } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { isObject } from "../values/term.ts";
import { withCalled } from "./folder/module-of-code.ts";
import { collect } from "./synthesized/collect.ts";
import { bytesOf, readFolder, requireTerraform } from "./synthesized/folder.ts";
import type { Document, Module } from "./synthesized/module.ts";
import { OtherStacks } from "./synthesized/other-stacks.ts";
import { CODE, kindOf, parseJson } from "./synthesized/parse-json.ts";
import { readModule } from "./synthesized/read-module.ts";
import type { ReadOptions } from "./synthesized/read-options.ts";
import { ModuleScope } from "./synthesized/scope.ts";
import { folders } from "./synthesized/stack-folders.ts";

export type { ReadOptions } from "./synthesized/read-options.ts";
export { SiblingStacks } from "./synthesized/sibling-stacks.ts";

/**
 * Reads a folder that SovereignApp or a plain cdktf App wrote (`manifest.json`, `stacks/<name>/cdk.tf.json`), a folder of `*.tf.json`, or one such
 * file. Gives one infrastructure per stack. Throws InputError when there is nothing to judge, or when the engine would refuse what is there.
 */
export function readSynthesized(path: string, options: ReadOptions = {}): readonly Infrastructure[] {
  const kind = entryAt(path);
  if (kind === undefined) throw new InputError(`${path} does not exist. Synthesize first: terroir synth`);
  if (kind.isFile()) return [readModule(alone(path), options)];
  if (!kind.isDirectory()) throw new InputError(`${path} is neither a file nor a folder.`);
  const named = (place: string): string => {
    const within = relative(path, place);
    return options.as === undefined || within.startsWith("..") ? place : join(options.as, within);
  };
  const own = folders(path);
  const modules = own.flatMap((folder) => {
    const module = readFolder(folder, named(folder));
    return module === undefined ? [] : [withCalled(module, folder, named)];
  });
  if (modules.length === 0)
    throw new InputError(
      `${path} holds no Terraform configuration: no *.tf.json in it, and none in its stacks. Synthesize first: terroir synth`,
    );
  const others = new OtherStacks(
    () => [...modules, ...(options.beside?.without(own) ?? [])],
    (module, scope) => readModule(module, options, scope).find,
  );
  return modules.map((module) => {
    const read = readModule(module, options, new ModuleScope(module, { others }));
    return { ...read, find: (address) => read.find(address) ?? others.find(address) };
  });
}

/** Reads a document that is at hand already. `origin`: its name, for messages. */
export function readDocument(json: Json, origin: string, options: ReadOptions = {}): Infrastructure {
  if (!isObject(json))
    throw new InputError(`${origin} is not a Terraform configuration: it holds ${kindOf(json)} where an object with blocks belongs.`);
  return readModule(single({ file: origin, json }), options);
}

function alone(path: string): Module {
  const name = basename(path);
  if (/\.(tf|tofu|hcl|tfvars)$/.test(name))
    throw new InputError(
      `${path} is in Terraform's native syntax, which this view does not read. Check the folder that holds it: it is judged by its plan.`,
    );
  const module = single({ file: path, json: parseJson(bytesOf(path), path, name === "cdk.tf.json" ? undefined : CODE) });
  return { ...module, unseen: [...module.unseen, `${dirname(path)}: other files beside ${name}, which the engine would read with it`] };
}

function single(document: Document): Module {
  requireTerraform(document);
  return { origin: document.file, ...collect([document], []), given: new Map(), files: [], unseen: [] };
}
