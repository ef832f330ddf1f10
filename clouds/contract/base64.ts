/**
 * A text in base64, encoded by the engine, so that a reader of the program still reads it. References in it are joined to the rest: inside an expression they
 * stand bare, and in quotes they would be plain text.
 */
export function base64(text: string): string {
  const parts = text.split(/(\$\{TfToken\[[^\]]*\]\})/);
  const whole =
    parts.length === 1
      ? JSON.stringify(text)
      : `join("", [${parts.map((part, index) => (index % 2 === 1 ? part : JSON.stringify(part))).join(", ")}])`;
  return `\${base64encode(${whole})}`;
}
