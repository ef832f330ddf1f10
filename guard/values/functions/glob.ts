/** `*`, `**`, `?` and `{a,b}` as fileset() has them. Undefined: the pattern says more than that. */
export function globPattern(pattern: string): RegExp | undefined {
  if (pattern.length > 200 || /[[\]\\!]/.test(pattern)) return undefined;
  let source = "";
  let depth = 0;
  for (const [token] of pattern.matchAll(/\*\*\/|\*\*|[\s\S]/g)) {
    if (token === "**/") source += "(?:[^/]+/)*";
    else if (token === "**") return undefined;
    else if (token === "*") source += "[^/]*";
    else if (token === "?") source += "[^/]";
    else if (token === "{") {
      source += "(?:";
      depth += 1;
    } else if (token === "}") {
      source += ")";
      depth -= 1;
    } else if (token === "," && depth > 0) source += "|";
    else source += token.replace(/[.+^$()|/]/g, "\\$&");
    if (depth < 0) return undefined;
  }
  return depth === 0 ? new RegExp(`^${source}$`) : undefined;
}
