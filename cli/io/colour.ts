import colours from "picocolors";
import type { TextOptions } from "../../evidence/formats/text.ts";

/** How a stream marks words: nothing where it is no terminal, or where NO_COLOR asks for none. */
export function marks(stream: NodeJS.WriteStream): Required<Pick<TextOptions, "error" | "strong" | "dim">> {
  const { red, bold, dim } = colours.createColors(stream.isTTY === true && colours.isColorSupported);
  return { error: red, strong: bold, dim };
}
