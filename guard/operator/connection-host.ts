import type { Chain } from "../values/value.ts";

const UNREADABLE = "an unreadable connection string";
/** Words by which a connection string names another host than the one in its address. */
const ELSEWHERE = /(?:^|[?&\s])(?:host|hostaddr|service)\s*=/gi;
/** Quotes hide words from a reader, and blanks beyond ASCII part them for the driver alone. */
const PLAIN = /^[!-&(-[\]-~ ]*$/;

/**
 * The one host that a PostgreSQL connection string reaches; the rest of it is nobody's to print. A string that names several, or by another way than
 * its address, is unreadable: nobody would see which of them is called.
 */
export function hostOfConnection(text: string): string {
  const read = decoded(text);
  if (read === undefined || !PLAIN.test(read)) return UNREADABLE;
  const named = read.match(ELSEWHERE)?.length ?? 0;
  const url = /^postgres(?:ql)?:\/\/(?:[^@/?#]*@)?([^/:?#,@]+)(?::\d+)?(?:[/?]|$)/i.exec(text)?.[1];
  if (url !== undefined) return named === 0 ? url : UNREADABLE;
  const word = /(?:^|\s)host\s*=\s*([^\s,]+)(?:\s|$)/i.exec(text)?.[1];
  return word !== undefined && named === 1 ? word : UNREADABLE;
}

/** In a URL `%68ost` is `host`. */
function decoded(text: string): string | undefined {
  if (!/^postgres(?:ql)?:/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A URL without the user and password before its host; what has them in another way is left as it is, and is no host. */
export const withoutLogin = (url: string): string => url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^@/?#\\]*@/i, "$1");

/** The way of a value of which only a part may be shown: the steps, and none of their texts. */
export const withoutTexts = (chain: Chain): Chain => chain.map(({ text: _, ...link }) => link);
