/** A top-level block of an HCL file, as far as a rehearsal must know it: its labels and its text. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: string;
}

/** Comments and the content of heredocs out, line breaks kept: what is left has no braces but those of the language and of strings. */
export function withoutComments(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 2);
    if (rest[0] === '"') {
      const end = stringEnd(text, at);
      out += text.slice(at, end);
      at = end;
    } else if (rest[0] === "#" || rest === "//") {
      at = indexOr(text, "\n", at);
    } else if (rest === "/*") {
      at = indexOr(text, "*/", at + 2) + 2;
    } else if (rest === "<<") {
      const open = /^<<-?([A-Za-z_][\w-]*)[ \t]*\r?\n/.exec(text.slice(at, at + 200));
      if (open === null) {
        out += "<<";
        at += 2;
        continue;
      }
      const close = new RegExp(`^[ \\t]*${open[1]}[ \\t]*$`, "m").exec(text.slice(at + open[0].length));
      out += '""';
      at = close === null ? text.length : at + open[0].length + close.index + close[0].length;
    } else {
      out += text[at];
      at += 1;
    }
  }
  return out;
}

/** Top-level blocks of a file. What cannot be read is left out: the engine says what is wrong with it. */
export function blocksOf(text: string): readonly HclBlock[] {
  const source = withoutComments(text);
  const blocks: HclBlock[] = [];
  const head = /([A-Za-z_][\w-]*)((?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*)[ \t]*\{/g;
  for (let match = head.exec(source); match !== null; match = head.exec(source)) {
    const end = braceEnd(source, match.index + match[0].length);
    const labels = [...(match[2] ?? "").matchAll(/"([^"]*)"|([A-Za-z_][\w-]*)/g)].map((m) => m[1] ?? m[2] ?? "");
    blocks.push({ type: match[1] ?? "", labels, body: source.slice(match.index + match[0].length, end) });
    head.lastIndex = end + 1;
  }
  return blocks;
}

/** The text of an attribute directly in a body, up to the end of its expression. */
export function attributeText(body: string, name: string): string | null {
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const c = body[at] ?? "";
    if (c === '"') at = stringEnd(body, at) - 1;
    else if ("{[(".includes(c)) depth += 1;
    else if ("}])".includes(c)) depth -= 1;
    else if (depth === 0 && body.startsWith(name, at) && !/[\w-]/.test(body[at - 1] ?? " ")) {
      const equals = /^\s*=(?!=)\s*/.exec(body.slice(at + name.length));
      if (equals !== null) return expression(body, at + name.length + equals[0].length);
    }
  }
  return null;
}

function expression(body: string, from: number): string {
  let depth = 0;
  for (let at = from; at < body.length; at++) {
    const c = body[at] ?? "";
    if (c === '"') at = stringEnd(body, at) - 1;
    else if ("{[(".includes(c)) depth += 1;
    else if ("}])".includes(c)) depth -= 1;
    else if (c === "\n" && depth <= 0) return body.slice(from, at).trim();
  }
  return body.slice(from).trim();
}

function braceEnd(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at++) {
    const c = source[at];
    if (c === '"') at = stringEnd(source, at) - 1;
    else if (c === "{") depth += 1;
    else if (c === "}" && --depth === 0) return at;
  }
  return source.length;
}

/** The index after a quoted string; a template inside may hold quotes of its own. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const c = text[at];
    if (c === "\\") at += 1;
    else if (c === '"') return at + 1;
    else if (c === "\n") return at;
    else if ((c === "$" || c === "%") && text[at + 1] === "{" && text[at - 1] !== c) at = templateEnd(text, at + 2);
  }
  return text.length;
}

function templateEnd(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === '"') at = stringEnd(text, at) - 1;
    else if (c === "{") depth += 1;
    else if (c === "}" && --depth === 0) return at;
  }
  return text.length;
}

function indexOr(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found;
}
