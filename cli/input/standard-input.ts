import { InputError } from "../../catalogue/errors.ts";

/** As much as one text may hold in Node.js. */
const LARGEST = 2 ** 29 - 24;

export async function standardInput(): Promise<string> {
  if (process.stdin.isTTY) throw new InputError("Nothing is piped in. Pipe a plan: tofu show -json plan.bin | terroir check -");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST)
      throw new InputError(
        "What is piped in is larger than one text may be in Node.js (512 MiB). Plan in parts: split the stack, or target a module.",
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
