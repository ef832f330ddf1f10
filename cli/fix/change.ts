import type { BlockSchema } from "../../clouds/schema/index.ts";
import type { Json } from "../../guard/index.ts";
import { objectOutline, type SourceAttribute, type SourceBody } from "../../guard/views/folder/outline.ts";
import type { Segment } from "../code/path.ts";
import { type Change, insertAttribute, insertBlock, insertMember } from "./insert.ts";
import { isLiteral, literal } from "./literal.ts";
import { shapeOf } from "./shape.ts";

/** A change of a text, or why none is certain. */
export type Changed = Change | { readonly because: string };

/** Where one attribute is to be set: within a body of the text, whose schema may be known. */
export interface Target {
  readonly text: string;
  readonly body: SourceBody;
  readonly kind: "block" | "object";
  readonly schema: BlockSchema | undefined;
}

/** The one change that sets the attribute at a path, and touches nothing else. */
export function changeOf(target: Target, [head, ...rest]: readonly Segment[], value: Json): Changed {
  if (head === undefined) return { because: "the finding names no attribute" };
  const { text, body } = target;
  const attribute = body.attributes.find(({ name }) => name === head.name);
  if (body.blocks.some(({ type, labels }) => type === "dynamic" && labels[0] === head.name))
    return { because: `a dynamic block writes ${head.name}` };
  if (rest.length === 0) return attribute === undefined ? inserted(target, head.name, literal(value)) : replaced(text, attribute, value);
  if (attribute !== undefined) return withinObject(target, attribute, rest, value, head.name);
  const blocks = body.blocks.filter(({ type }) => type === head.name);
  const shape = shapeOf(target.schema, head.name);
  const [only] = blocks;
  if (only === undefined) return missing(target, head.name, rest, value);
  const chosen = blocks.length === 1 ? only : shape?.nesting === "list" && head.index !== undefined ? blocks[head.index] : undefined;
  if (chosen === undefined) return { because: `there are ${blocks.length} blocks ${head.name}, and which of them is meant is not certain` };
  return changeOf({ text, body: chosen.body, kind: "block", schema: shape?.inner }, rest, value);
}

function replaced(text: string, { from, to, name }: SourceAttribute, value: Json): Changed {
  const present = text.slice(from, to);
  return isLiteral(present)
    ? { from, to, text: literal(value) }
    : { because: `${name} is computed (${shortened(present)}): change what it comes from` };
}

function withinObject(target: Target, attribute: SourceAttribute, rest: readonly Segment[], value: Json, name: string): Changed {
  const body = objectOutline(target.text, attribute);
  if (body === undefined)
    return { because: `${name} is computed (${shortened(target.text.slice(attribute.from, attribute.to))}): change what it comes from` };
  return changeOf({ text: target.text, body, kind: "object", schema: shapeOf(target.schema, name)?.inner }, rest, value);
}

function inserted(target: Target, name: string, value: string): Change {
  return target.kind === "object"
    ? insertMember(target.text, target.body, name, value)
    : insertAttribute(target.text, target.body, name, value);
}

/** Nothing of the parent is there: it can be written whole only where the schema says how, and that it needs nothing else. */
function missing(target: Target, name: string, rest: readonly Segment[], value: Json): Changed {
  const shape = shapeOf(target.schema, name);
  const [child, ...deeper] = rest;
  if (shape === undefined || child === undefined || deeper.length > 0 || shape.nesting === "map")
    return { because: `${name} is not written, and how to write it is not certain` };
  const needed = shape.required.filter((one) => one !== child.name);
  if (needed.length > 0) return { because: `${name} is not written, and needs ${needed.join(", ")} as well` };
  if (shape.is === "block") return insertBlock(target.text, target.body, name, child.name, literal(value));
  if (shape.nesting !== "single") return { because: `${name} is not written, and is a list` };
  return inserted(target, name, `{ ${child.name} = ${literal(value)} }`);
}

const LONGEST = 60;
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};
