/**
 * Lengths in bits of the codes of bytes 0 to 255 (RFC 7541, appendix B). The code is canonical: shorter codes come first, equal lengths in the
 * order of their bytes, so that the lengths say everything. The end mark, thirty ones, is used for padding only.
 */
const LENGTHS =
  "13 23 28 28 28 28 28 28 28 24 30 28 28 30 28 28 28 28 28 28 28 28 30 28 28 28 28 28 28 28 28 28 6 10 10 12 13 6 8 11 10 10 8 11 8 6 6 6 5 5 5 6 6 6 6 6 6 6 7 8 15 6 12 10 " +
  "13 6 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 8 7 8 13 19 13 14 6 15 5 6 5 6 5 6 6 6 5 7 7 6 6 6 5 6 7 6 5 5 6 7 7 7 7 7 15 11 14 13 28 " +
  "20 22 20 20 22 22 22 23 22 23 23 23 23 23 24 23 24 24 22 23 24 23 23 23 23 21 22 23 22 23 23 24 22 21 20 22 22 23 23 21 23 22 22 24 21 22 23 23 21 21 22 21 23 22 23 23 20 22 22 22 23 22 22 23 " +
  "26 26 20 19 22 23 22 25 26 26 26 27 27 26 24 25 19 21 26 27 27 26 27 24 21 21 26 26 28 27 27 27 20 24 20 21 22 21 21 23 22 22 25 25 24 24 26 23 26 27 26 26 27 27 27 27 27 28 27 27 27 27 27 26";

/** Codes by length and bits: the key is a one followed by the code. */
let codes: ReadonlyMap<number, number> | undefined;

function table(): ReadonlyMap<number, number> {
  if (codes !== undefined) return codes;
  const lengths = LENGTHS.split(" ").map(Number);
  const order = lengths.map((length, byte) => ({ length, byte })).sort((a, b) => a.length - b.length || a.byte - b.byte);
  const made = new Map<number, number>();
  let code = 0;
  let before = order[0]?.length ?? 0;
  for (const { length, byte } of order) {
    code *= 2 ** (length - before);
    before = length;
    made.set(2 ** length + code, byte);
    code += 1;
  }
  codes = made;
  return made;
}

/** Text in the Huffman code of HTTP/2 headers. */
export function huffmanText(bytes: Uint8Array): string {
  const known = table();
  const out: number[] = [];
  let key = 1;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      key = key * 2 + ((byte >> bit) & 1);
      const found = known.get(key);
      if (found !== undefined) {
        out.push(found);
        key = 1;
      } else if (key >= 2 ** 31) throw new Error("A header is not in the Huffman code of HTTP/2.");
    }
  }
  return Buffer.from(out).toString("latin1");
}
