import { closeSync, openSync, readSync } from "node:fs";

/** Often enough for a person who watches, seldom enough to cost nothing. */
const EVERY = 100;

/** Hands on every line of a file that somebody is writing. What it gives ends the watch, and returns all that was written since it began. */
export function follow(file: string, line: (text: string) => void): () => string {
  const fd = openSync(file, "r");
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(1 << 16);
  const decoder = new TextDecoder();
  let at = 0;
  let rest = "";
  const read = (): void => {
    for (;;) {
      const count = readSync(fd, buffer, 0, buffer.length, at);
      if (count === 0) return;
      at += count;
      const chunk = Buffer.from(buffer.subarray(0, count));
      chunks.push(chunk);
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const text of lines) line(text);
    }
  };
  const timer = setInterval(read, EVERY);
  let all: string | undefined;
  return () => {
    if (all !== undefined) return all;
    clearInterval(timer);
    read();
    if (rest !== "") line(rest);
    closeSync(fd);
    all = Buffer.concat(chunks).toString("utf8");
    return all;
  };
}
