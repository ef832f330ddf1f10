import { InputError } from "../../catalogue/errors.ts";

/** A pipe is read once and a plan twice, so that all of it is kept: on no disk, since it may hold secrets, and in the pieces in which it came. */
export async function standardInput(): Promise<readonly Buffer[]> {
  if (process.stdin.isTTY) throw new InputError("Nothing is piped in. Pipe a plan: tofu show -json plan.bin | terroir check -");
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return chunks;
}
