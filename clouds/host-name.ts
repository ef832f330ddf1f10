/** Written form of a host name: letters, digits, hyphens and dots, as DNS has them. Anything else is a trick or a mistake. */
const PLAIN = /^[A-Za-z0-9.-]+$/;
/** What the authority of a URL may hold: a host, and a port. */
const AUTHORITY = /^([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?$/;
/** Four numbers, or one: an address, whatever base it is written in. */
const NUMERIC = /^(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+))*$/i;

/**
 * The host that a URL or host reaches, in lower case; undefined when the text says it in any way that a reader could take for another host:
 * user names, addresses instead of names, other alphabets, backslashes, blanks, a scheme that is none of the web's. What is undefined is refused,
 * so the narrow reading is the safe one.
 */
export function hostName(text: string): string | undefined {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text);
  if (scheme !== null && !/^https?$/i.test(scheme[1] ?? "")) return undefined;
  const rest = scheme === null ? text : text.slice(scheme[0].length);
  const authority = AUTHORITY.exec(rest.split(/[/?#]/, 1)[0] ?? "");
  const written = authority?.[1];
  if (written === undefined || !PLAIN.test(written) || rest.includes("\\")) return undefined;
  const host = parsed(`https://${rest}`);
  // The parser must agree with the plain reading: when the two differ, something between them is a trick.
  if (host !== written.toLowerCase() || host.startsWith("xn--") || host.includes(".xn--")) return undefined;
  if (host.endsWith(".") || host.startsWith(".") || host.includes("..") || !host.includes(".")) return undefined;
  return NUMERIC.test(host) || /^[0-9]+$/.test(host.split(".").at(-1) ?? "") ? undefined : host;
}

function parsed(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
