const LONGEST_INPUT = 256;

/**
 * The part of RE2's language that means the same in JavaScript and cannot run away: no look-around, no back references, no flags, at most three
 * repetitions, none of a group.
 */
export function safeRegex(pattern: string, input: string): RegExp | undefined {
  if (pattern.length > LONGEST_INPUT || input.length > LONGEST_INPUT) return undefined;
  // Beyond ASCII, and for dots and ends at a line's end, the two languages differ.
  if (!/^[ -~]*$/.test(pattern) || !/^[ -~]*$/.test(input)) return undefined;
  if (/\(\?(?!:)|\\[^.\\dwsDWSb/[\](){}+*?|^$-]|\[\[|\[[^\]]*&&|\[\]|\[\^\]/.test(pattern)) return undefined;
  if (/\)(?:[*+]|\{)/.test(pattern) || /[*+?}][*+{]/.test(pattern)) return undefined;
  // Every repetition may multiply the ways to try: three of them over 256 characters are still tried in a moment.
  if ((pattern.replace(/\\.|\(\?:/g, "").match(/[*+?{]/g)?.length ?? 0) > 3) return undefined;
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}

/** The texts that `^(a|b|c)$` allows, when the pattern is just that. */
export function alternatives(pattern: string): readonly string[] | undefined {
  const body = /^\^\((?:\?:)?([\w|-]+)\)\$$/.exec(pattern)?.[1] ?? /^\^([\w-]+)\$$/.exec(pattern)?.[1];
  return body?.split("|");
}
