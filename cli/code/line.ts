import { sep } from "node:path";
import type { SourceLine } from "../../guard/index.ts";
import { objectOutline, type SourceBody } from "../../guard/views/folder/outline.ts";
import { withoutKeys } from "../../guard/views/plan/address.ts";
import { type Code, type InFile, partsOf } from "./code.ts";
import { type Segment, segmentsOf } from "./path.ts";

/** The line in which an attribute is written, or that of its block where the attribute is not; undefined where no file has the block. */
export function lineIn(code: Code, address: string, path: string): SourceLine | undefined {
  const segments = segmentsOf(path) ?? [];
  const found = blocksAt(code, withoutKeys(address)).map(({ file, block }) => {
    const text = code.text(file);
    return { file, text, at: block.at, ...furthest(text, block.body, segments) };
  });
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  // What overrides a file counts, if it says anything of the attribute.
  const { file, text, at } = others.reduce((best, one) => (one.steps >= Math.max(best.steps, 1) ? one : best), first);
  return { file: file.split(sep).join("/"), line: text.slice(0, at).split("\n").length };
}

/** The blocks of whatever an address names: a resource, `data.t.n`, `module.m`, `provider.ovh.us`, `terraform.backend.s3`, `t.n.provisioner.local-exec`. */
function blocksAt(code: Code, address: string): readonly InFile[] {
  const { own, calls } = partsOf(address);
  const [head = "", ...labels] = own;
  if (head === "provider") {
    const [name = "", alias] = labels;
    return code.all(calls, head, [name]).filter((one) => aliasOf(code, one) === alias);
  }
  if (head === "terraform") return code.all(calls, head, []).flatMap((one) => within(one, labels));
  if (head === "data" || head === "ephemeral" || head === "module") return code.all(calls, head, labels);
  return code.all(calls, "resource", own.slice(0, 2)).flatMap((one) => (own.length > 2 ? within(one, own.slice(2)) : [one]));
}

const within = ({ file, block }: InFile, [type, ...labels]: readonly string[]): readonly InFile[] =>
  block.body.blocks
    .filter((inner) => inner.type === type && inner.labels.join("\n") === labels.join("\n"))
    .map((inner) => ({ file, block: inner }));

function aliasOf(code: Code, { file, block }: InFile): string | undefined {
  const alias = block.body.attributes.find(({ name }) => name === "alias");
  return alias && code.text(file).slice(alias.from, alias.to).replaceAll('"', "");
}

/** How many steps of a path are written out, and where the last of them stands. */
function furthest(text: string, body: SourceBody, [head, ...rest]: readonly Segment[]): { readonly steps: number; readonly at?: number } {
  if (head === undefined) return { steps: 0 };
  const attribute = body.attributes.find(({ name }) => name === head.name);
  const blocks = body.blocks.filter(({ type, labels }) => type === head.name || (type === "dynamic" && labels[0] === head.name));
  const block = blocks[head.index ?? 0] ?? blocks[0];
  const found = attribute ?? block;
  if (found === undefined) return { steps: 0 };
  const inner = attribute === undefined ? block?.body : objectOutline(text, attribute);
  const further = inner === undefined ? { steps: 0 } : furthest(text, inner, rest);
  return { at: found.at, ...further, steps: further.steps + 1 };
}
