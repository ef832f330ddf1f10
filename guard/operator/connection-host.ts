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
