import { createHash } from "node:crypto";
import { Fn, Token, Tokenization } from "cdktf";
import { type Handle, newestOf } from "../clouds/contract/index.ts";

/** One attribute of the one member of a list that has these values; the engine fails when there is none, or more than one. */
export function pick(from: Handle, list: string, where: Readonly<Record<string, string>>, take: string): string {
  const conditions = Object.entries(where).map(([name, value]) => `x.${name} == ${JSON.stringify(value)}`);
  return `\${one([for x in ${bare(from.ref(list))} : x.${take} if ${conditions.join(" && ")}])}`;
}

/** One attribute of the newest member of a list whose `name` begins with a text; the engine fails when there is none. */
export function newest(
  from: Handle,
  list: string,
  { name, begins, by, take }: { readonly name: string; readonly begins: string; readonly by: string; readonly take: string },
): string {
  return `\${${newestOf(bare(from.ref(list)), { name, begins, by, take })}}`;
}

/** The first characters of a text's SHA-256: here where the text is known, by the engine where it is a reference. */
export function digest(text: string, length: number): string {
  if (!Token.isUnresolved(text)) return createHash("sha256").update(text).digest("hex").slice(0, length);
  // One argument a part: the library warns of text that holds references inside a function's argument.
  const parts = text.split(/(\$\{TfToken\[[^\]]*\]\})/).filter((part) => part !== "");
  return Token.asString(Fn.substr(Fn.sha256(parts.length === 1 ? text : Fn.join("", parts)), 0, length));
}

/** A reference stands alone in its string; inside an expression the library leaves out the braces. */
function bare(reference: string): string {
  const [token] = Tokenization.reverseString(reference).tokens;
  return token === undefined ? reference : String(token);
}
