import { Malformed, Scan } from "./scan.ts";

/** Why a text is no JSON, and where: in lines and columns, as editors count. What JSON.parse says of it is another thing in every release of Node. */
export function whyNoJson(text: string): string {
  const bytes = Buffer.from(text);
  const { message, at } = whereMalformed(bytes);
  const before = bytes.toString("utf8", 0, at).split("\n");
  return `${message}, on line ${before.length}, column ${[...(before.at(-1) ?? "")].length + 1}`;
}

function whereMalformed(bytes: Buffer): Malformed {
  const end = bytes.toString("utf8").trimEnd().length;
  const scan = new Scan();
  try {
    const read = scan.feed(bytes, bytes.length, 0, true);
    return new Malformed("it ends too early", read < bytes.length ? bytes.length : Buffer.byteLength(bytes.toString("utf8").slice(0, end)));
  } catch (error) {
    if (error instanceof Malformed) return error;
    throw error;
  }
}
