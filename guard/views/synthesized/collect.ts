import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import { isObject } from "../../values/term.ts";
import { type Block, blocks } from "./blocks.ts";
import { override } from "./merge.ts";
import type { Document, Module } from "./module.ts";

/** Blocks that say nothing about places, or that are read where they matter. */
const SILENT = new Set([
  "//",
  "output",
  "moved",
  "check",
  "removed",
  "import",
  "terraform",
  "variable",
  "locals",
  "provider",
  "resource",
  "data",
  "ephemeral",
  "module",
]);
/** Blocks within `terraform` that say nothing about places. */
const SETTINGS = new Set([
  "//",
  "required_version",
  "required_providers",
  "backend",
  "cloud",
  "encryption",
  "experiments",
  "provider_meta",
  "language",
]);

/** Where one kind of named block is gathered. A name may come once among the ordinary files; override files change what is there. */
class Named {
  readonly blocks = new Map<string, Block>();
  readonly #what: string;

  constructor(what: string) {
    this.#what = what;
  }

  add(name: string, block: Block, overriding: boolean): void {
    const earlier = this.blocks.get(name);
    if (earlier !== undefined && !overriding) {
      const where = earlier.file === block.file ? `twice in ${block.file}` : `in ${earlier.file} and again in ${block.file}`;
      throw new InputError(`The ${this.#what} ${name} is declared ${where}. The engine refuses that; keep one of them.`);
    }
    this.blocks.set(name, overriding ? override(earlier, block) : block);
  }
}

type Collected = Pick<
  Module,
  | "variables"
  | "locals"
  | "resources"
  | "data"
  | "ephemeral"
  | "providers"
  | "required"
  | "modules"
  | "outputs"
  | "imports"
  | "removed"
  | "moved"
  | "checks"
  | "strangers"
  | "backend"
  | "cloud"
  | "encryption"
>;

/** What a variable may say. */
const VARIABLE: ReadonlySet<string> = new Set([
  "//",
  "type",
  "default",
  "description",
  "sensitive",
  "nullable",
  "ephemeral",
  "validation",
  "deprecated",
  "const",
]);

/** Puts the blocks of all files together as the engine does: ordinary files first, then override files in their order. */
export function collect(documents: readonly Document[], overrides: readonly Document[]): Collected {
  const [variables, locals, resources, data, ephemeral, providers, modules, outputs] = [
    "variable",
    "local",
    "resource",
    "data source",
    "ephemeral resource",
    "provider",
    "module",
    "output",
  ].map((what) => new Named(what)) as [Named, Named, Named, Named, Named, Named, Named, Named];
  const required = new Map<string, Json>();
  const strangers: (Block & { type: string })[] = [];
  const imports: Block[] = [];
  const removed: Block[] = [];
  const moved: Block[] = [];
  const checks: Block[] = [];
  const single: { backend?: Block; cloud?: Block; encryption?: Block } = {};

  const settings = (block: Block, overriding: boolean) => {
    for (const key of Object.keys(block.body))
      if (!SETTINGS.has(key)) strangers.push({ type: `terraform.${key}`, labels: [], body: block.body, file: block.file });
    for (const { body } of blocks(block.body.required_providers, 0, "terraform.required_providers", block.file)) {
      for (const [name, value] of Object.entries(body)) if (name !== "//") required.set(name, value);
    }
    for (const [key, labels] of [
      ["backend", 1],
      ["cloud", 0],
      ["encryption", 0],
    ] as const) {
      for (const one of blocks(block.body[key], labels, `terraform.${key}`, block.file)) {
        if (single[key] !== undefined && !overriding)
          throw new InputError(
            `terraform.${key} is declared twice, the second time in ${block.file}. The engine refuses that; keep one of them.`,
          );
        single[key] = one;
        // Of a backend and a cloud block, an override leaves the one that it brings.
        if (overriding && key === "backend") delete single.cloud;
        if (overriding && key === "cloud") delete single.backend;
      }
    }
  };

  const read = ({ file, json }: Document, overriding: boolean) => {
    const add = (type: string, labels: number, to: Named, nameOf = (block: Block) => block.labels.join(".")) => {
      for (const block of blocks(json[type], labels, type, file)) to.add(nameOf(block), block, overriding);
    };
    add("variable", 1, variables);
    // The engine refuses it, and it may be a resource that has lost its way.
    for (const { labels, body } of blocks(json.variable, 1, "variable", file))
      for (const key of Object.keys(body))
        if (!VARIABLE.has(key)) strangers.push({ type: `variable.${labels.join(".")}.${key}`, labels: [], body, file });
    add("resource", 2, resources);
    add("data", 2, data);
    add("ephemeral", 2, ephemeral);
    add("module", 1, modules);
    add("output", 1, outputs);
    add("provider", 1, providers, ({ labels, body }) =>
      [labels.join("."), ...(typeof body.alias === "string" ? [body.alias] : [])].join("."),
    );
    for (const { body } of blocks(json.locals, 0, "locals", file)) {
      for (const [name, value] of Object.entries(body))
        if (name !== "//") locals.add(name, { labels: [name], body: { value }, file }, overriding);
    }
    for (const block of blocks(json.terraform, 0, "terraform", file)) settings(block, overriding);
    for (const check of blocks(json.check, 1, "check", file)) {
      checks.push(check);
      for (const block of blocks(check.body.data, 2, "check.data", file)) data.add(block.labels.join("."), block, overriding);
    }
    imports.push(...blocks(json.import, 0, "import", file));
    removed.push(...blocks(json.removed, 0, "removed", file));
    moved.push(...blocks(json.moved, 0, "moved", file));
    for (const [type, value] of Object.entries(json)) {
      if (!SILENT.has(type)) strangers.push({ type, labels: [], body: isObject(value) ? value : { value }, file });
    }
  };

  for (const document of documents) read(document, false);
  for (const document of overrides) read(document, true);
  return {
    variables: variables.blocks,
    locals: new Map([...locals.blocks].map(([name, { body }]) => [name, body.value ?? null])),
    resources: resources.blocks,
    data: data.blocks,
    ephemeral: ephemeral.blocks,
    providers: providers.blocks,
    modules: modules.blocks,
    outputs: outputs.blocks,
    required,
    imports,
    removed,
    moved,
    checks,
    strangers,
    ...single,
  };
}
