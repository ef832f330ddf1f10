/** Where blocks and attributes of a file in Terraform's native syntax stand, for whoever changes one of them and leaves the rest as it is. */
import { HclCursor } from "./hcl-cursor.ts";

export interface SourceAttribute {
  readonly name: string;
  /** Where its name begins. */
  readonly at: number;
  /** Where `=` or `:` stands. */
  readonly sign: number;
  /** Where its expression begins and ends. */
  readonly from: number;
  readonly to: number;
}

export interface SourceBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** Where its type begins. */
  readonly at: number;
  readonly body: SourceBody;
}

/** What stands between two braces, or in a file: `from` is after the opening brace, `to` at the closing one. */
export interface SourceBody {
  readonly from: number;
  readonly to: number;
  readonly attributes: readonly SourceAttribute[];
  readonly blocks: readonly SourceBlock[];
}

/** @throws Unreadable when the text is not in the native syntax */
export function outlineOf(text: string): SourceBody {
  return body(new HclCursor(text), text, false);
}

/** The members of an object that is written out, `{ a = 1 }`; undefined where a member's name is computed, or it is none. */
export function objectOutline(text: string, { from, to }: SourceAttribute): SourceBody | undefined {
  if (text[from] !== "{" || /^\{\s*for\b/.test(text.slice(from, to))) return undefined;
  const inner = text.slice(from, to);
  const cursor = new HclCursor(inner);
  cursor.take("{");
  const attributes: SourceAttribute[] = [];
  for (;;) {
    cursor.blank();
    if (cursor.take(",")) continue;
    if (cursor.sees("}")) return { from: from + 1, to: from + cursor.at, attributes, blocks: [] };
    if (cursor.done || cursor.sees("(")) return undefined;
    const at = from + cursor.at;
    const name = cursor.sees('"') ? cursor.label() : cursor.identifier();
    cursor.spaces();
    const sign = from + cursor.at;
    if (!cursor.take("=") && !cursor.take(":")) return undefined;
    attributes.push({ name, at, sign, ...expression(cursor, inner, "\n,}", from) });
  }
}

function body(cursor: HclCursor, text: string, inBlock: boolean): SourceBody {
  const from = cursor.at;
  const attributes: SourceAttribute[] = [];
  const blocks: SourceBlock[] = [];
  for (;;) {
    cursor.blank();
    const at = cursor.at;
    if (cursor.done) return inBlock ? cursor.fail("a closing brace") : { from, to: at, attributes, blocks };
    if (inBlock && cursor.take("}")) return { from, to: at, attributes, blocks };
    const name = cursor.identifier();
    cursor.spaces();
    const sign = cursor.at;
    if (cursor.sees("=") && !cursor.sees("==")) {
      cursor.take("=");
      attributes.push({ name, at, sign, ...expression(cursor, text, inBlock ? "\n}" : "\n", 0) });
    } else blocks.push({ type: name, at, labels: labels(cursor), body: body(cursor, text, true) });
  }
}

function labels(cursor: HclCursor): readonly string[] {
  const found: string[] = [];
  for (;;) {
    cursor.spaces();
    if (cursor.take("{")) return found;
    found.push(cursor.sees('"') ? cursor.label() : cursor.identifier());
  }
}

/** @param base where the cursor's text begins in the file */
function expression(cursor: HclCursor, text: string, ends: string, base: number): { readonly from: number; readonly to: number } {
  cursor.spaces();
  const from = cursor.at;
  const found = cursor.expression(ends);
  // A comment behind it, or within it, is no part of what the cursor gives.
  const to = text.startsWith(found, from) ? from + found.length : cursor.at;
  return { from: base + from, to: base + to };
}
