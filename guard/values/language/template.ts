import type { Node } from "./ast.ts";
import { type Cursor, type Read, Unreadable } from "./cursor.ts";
import { blanksBefore, type Form, type Token, templateTokens } from "./template-tokens.ts";

/**
 * Text with `${…}` and `%{…}` in it. Escapes of the quoted form are undone there only; in a JSON string, JSON has done it.
 *
 * @param flush the blanks that all lines begin with are taken away, as `<<-` asks for
 */
export function template(cursor: Cursor, form: Form, expression: Read, flush = false): Node {
  const tokens = templateTokens(cursor, form, expression);
  if (flush) withoutIndent(tokens);
  const [only] = tokens;
  // A single interpolation keeps its type, and one text is no template.
  if (tokens.length === 1 && only?.type === "interpolation") return only.node;
  if (tokens.every((token) => token.type === "text")) return { type: "literal", value: tokens.map(({ value }) => value).join("") };
  return { type: "template", parts: new Parts(tokens).all() };
}

/** `<<-EOT … EOT` and `<<EOT … EOT`, from its first sign. */
export function heredoc(cursor: Cursor, expression: Read): Node {
  const opening = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
  opening.lastIndex = cursor.at;
  const [taken, dash, word] = opening.exec(cursor.source) ?? [];
  if (taken === undefined || word === undefined) return cursor.fail("a word and a line break after <<");
  cursor.at += taken.length;
  return template(cursor, { kind: "heredoc", word }, expression, dash === "-");
}

const DEEPEST = 60;

/** Puts directives together with what they enclose. */
class Parts {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  all(): readonly Node[] {
    const parts = this.#upTo([]);
    const [left] = this.#tokens.slice(this.#at);
    if (left !== undefined) throw new Unreadable(`the expression cannot be read: nothing is open that ${left.type} could end`);
    return parts;
  }

  #upTo(ends: readonly Token["type"][]): readonly Node[] {
    if (++this.#depth > DEEPEST) throw new Unreadable(`it is nested more than ${DEEPEST} deep`);
    const parts: Node[] = [];
    for (let token = this.#tokens[this.#at]; token !== undefined && !ends.includes(token.type); token = this.#tokens[this.#at]) {
      this.#at++;
      if (token.type === "text") parts.push({ type: "literal", value: token.value });
      else if (token.type === "interpolation") parts.push(token.node);
      else if (token.type === "if") parts.push(this.#condition(token.condition));
      else if (token.type === "for") parts.push(this.#loop(token));
      else throw new Unreadable(`the expression cannot be read: nothing is open that ${token.type} could end`);
    }
    this.#depth--;
    return parts;
  }

  #condition(test: Node): Node {
    const then: Node = { type: "template", parts: this.#upTo(["else", "endif"]) };
    const parts = this.#end("endif") === "else" ? this.#upTo(["endif"]) : undefined;
    if (parts !== undefined) this.#end("endif");
    return { type: "conditional", if: test, then, else: { type: "template", parts: parts ?? [] } };
  }

  /** What it gives for each element, one after the other. */
  #loop({ keyName, valueName, in: over }: Extract<Token, { type: "for" }>): Node {
    const each: Node = { type: "template", parts: this.#upTo(["endfor"]) };
    this.#end("endfor");
    const all: Node = { type: "for", ...(keyName !== undefined && { keyName }), valueName, in: over, each, group: false };
    return { type: "call", name: "core::join", args: [{ type: "literal", value: "" }, all], expand: false };
  }

  #end(wanted: string): Token["type"] {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new Unreadable(`the expression cannot be read: ${wanted} is missing`);
    return token.type;
  }
}

/** The blanks that every line begins with, blank lines apart. What a strip marker took a line's end from goes on with the line before. */
function withoutIndent(tokens: readonly Token[]): void {
  const begins: Extract<Token, { type: "text" }>[] = [];
  let least = Number.POSITIVE_INFINITY;
  let atBeginning = true;
  for (const token of tokens) {
    if (atBeginning) {
      const blanks = token.type === "text" ? blanksBefore(token.value) : 0;
      if (token.type === "text" && blanks !== undefined) begins.push(token);
      least = Math.min(least, blanks ?? least);
    }
    atBeginning = token.type === "text" && token.value.endsWith("\n");
  }
  for (const token of begins) token.value = token.value.slice(least);
}
