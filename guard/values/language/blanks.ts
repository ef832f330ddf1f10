/** What the engine takes for a blank: Go's idea of one, which has U+0085 and not U+FEFF, where JavaScript's has it the other way round. */
export const BLANK = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*";

/** Whether a line holds a heredoc's word and nothing else, so that it ends there. */
export function isWordAlone(line: string, word: string): boolean {
  // Most lines do not even hold it.
  return line.includes(word) && new RegExp(`^${BLANK}$`).test(line.replace(word, ""));
}
