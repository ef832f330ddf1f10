import { constants } from "node:buffer";
import { InputError } from "../../catalogue/errors.ts";

/** A pipe is read once and a plan twice, so that all of it is kept: on no disk, since it may hold secrets. */
export async function standardInput(): Promise<Buffer> {
  if (process.stdin.isTTY) throw new InputError("Nothing is piped in. Pipe a plan: tofu show -json plan.bin | terroir check -");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > constants.MAX_LENGTH)
      throw new InputError(
        `What is piped in is larger than ${constants.MAX_LENGTH / 2 ** 30} GiB, as much as Node.js keeps at once. Write it to a file, and name that.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
