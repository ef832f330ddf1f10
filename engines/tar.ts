/** One file out of a tar archive: 512-byte headers, each followed by the content, padded. */
export function fileInTar(tar: Uint8Array, name: string): Uint8Array {
  const text = new TextDecoder();
  const field = (at: number, from: number, length: number): string =>
    text.decode(tar.subarray(at + from, at + from + length)).replace(/\0[\s\S]*$/, "");
  for (let at = 0; at + 512 <= tar.length; ) {
    const path = field(at, 0, 100);
    if (path === "") break;
    const size = Number.parseInt(field(at, 124, 12).trim() || "0", 8);
    if (!Number.isSafeInteger(size) || size < 0 || at + 512 + size > tar.length) throw new Error("The archive is cut off.");
    const kind = field(at, 156, 1);
    if (path.replace(/^\.\//, "") === name && (kind === "0" || kind === "")) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`The archive holds no ${name}.`);
}
