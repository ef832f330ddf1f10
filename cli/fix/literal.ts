import type { Json } from "../../guard/index.ts";

/** A value as Terraform's native syntax writes it. */
export function literal(value: Json): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return JSON.stringify(value).replace(/([$%])\{/g, "$1$1{");
}

/** Whether an expression is one plain value: no reference, no template, no function. */
export const isLiteral = (expression: string): boolean =>
  /^(?:true|false|null|-?\d+(?:\.\d+)?|"(?:[^"\\$%\n]|\\[nrt"\\])*")$/.test(expression);
