/** Texts that are secrets wherever they stand. What a schema calls sensitive is taken out by value, these by their look. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  // JSON web tokens, and the tokens of OpenBao, Vault, GitLab, GitHub, Scaleway.
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\b(?:hvs|hvb|s)\.[A-Za-z0-9_-]{20,}/g,
  /\bgl(?:pat|ptt|dt|rt|cbt|soat)-[\w.-]{16,}/g,
  /\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}/g,
  /\b(?:AKIA|ASIA|SCW)[A-Z0-9]{16,}\b/g,
  /(?<=\/\/)[^/@\s"']+:[^/@\s"']+(?=@)/g,
];

/** A name that promises a secret, and what is given to it. */
const NAMED =
  /((?:pass(?:word|wd|phrase)?|secret(?:[_-]?key)?|token|api[_-]?key|access[_-]?key|application[_-]?(?:key|secret)|consumer[_-]?key|private[_-]?key|authorization)\\?["']?\s*[:=]\s*)(\\?["'][^"'\\]{4,}\\?["']|(?:Bearer\s+)?[^\s,;"'(){}<>]{6,})/gi;

export const HIDDEN = "(secret)";

/**
 * A text without secrets.
 *
 * @param values texts that are known to be secret, as the engine marks them
 */
export function redacted(text: string, values: Iterable<string> = []): string {
  let safe = text;
  // Long ones first: one may stand in another.
  for (const value of [...values].sort((a, b) => b.length - a.length)) if (value.length >= 4) safe = safe.replaceAll(value, HIDDEN);
  for (const pattern of SECRETS) safe = safe.replace(pattern, HIDDEN);
  return safe.replace(NAMED, (whole, name: string, value: string) =>
    /^\W*(?:null|true|false|var\.|\$\{|\(secret\)|\(sensitive)/.test(value) ? whole : `${name}${HIDDEN}`,
  );
}
