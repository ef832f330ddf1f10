import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { cloudNames } from "../../scripts/clouds.mjs";
import { ROOT } from "../architecture/house.ts";

/** A piece of code that a reader may copy. */
export interface Block {
  /** `README.md:12`. */
  readonly where: string;
  readonly code: string;
}

/** Rooms whose docstrings users read in their editor. */
const PUBLIC = [
  "catalogue",
  "clouds/contract",
  ...cloudNames().map((cloud) => `clouds/${cloud}`),
  "guard",
  "evidence",
  "constructs",
  "stacks",
  "testing",
];

/** Pages that people read, from the root. */
export function pages(): readonly string[] {
  return [
    "README.md",
    "CONTRIBUTING.md",
    ...filesBelow("docs"),
    ...filesBelow("clouds"),
    ...filesBelow("stacks"),
    ...filesBelow("examples"),
  ].filter((file) => file.endsWith(".md") && !file.endsWith(".api.md"));
}

export function documentedBlocks(): readonly Block[] {
  const modules = PUBLIC.flatMap((room) => [...filesBelow(room)]).filter((file) => file.endsWith(".ts"));
  return [...pages().flatMap(fenced), ...modules.flatMap(examples)];
}

function* filesBelow(folder: string): Generator<string> {
  const path = join(ROOT, folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const entry of readdirSync(path).sort()) {
    const file = `${folder}/${entry}`;
    if (["node_modules", "cdktf.out", "fixtures", "_template"].includes(entry)) continue;
    if (statSync(join(ROOT, file)).isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

function fenced(file: string): readonly Block[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => ({ where: at(file, text, match.index), code: match[1] ?? "" }));
}

function examples(file: string): readonly Block[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) =>
    [...comment[0].matchAll(/@example[^\n]*\n([\s\S]*?)(?=\n\s*\*\s*@|\*\/)/g)].map((match) => ({
      where: at(file, text, comment.index + match.index),
      code: (match[1] ?? "").replace(/^\s*\* ?/gm, "").replace(/^```(?:ts)?\s*$/gm, ""),
    })),
  );
}

const at = (file: string, text: string, index: number): string => `${file}:${text.slice(0, index).split("\n").length}`;
