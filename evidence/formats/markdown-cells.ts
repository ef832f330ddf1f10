/** Parts of Markdown whose content nobody here wrote. */

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text from a configuration must not end a cell, begin a tag or an image, or call a person. */
export const cell = (text: string): string => text.replace(/[\r\n]+/g, " ").replace(/[\\`*_[\]<>|!@#]/g, (sign) => `\\${sign}`);
export const code = (text: string): string =>
  `\`${text
    .replace(/[\r\n]+/g, " ")
    .replaceAll("`", "'")
    .replaceAll("|", "\\|")}\``;
