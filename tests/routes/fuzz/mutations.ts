/** A source of numbers that gives the same ones again for the same seed. */
export type Random = (below: number) => number;

export function random(seed: number): Random {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const between = (bytes: Buffer, from: number, to: number, put: string | Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), Buffer.from(put as Uint8Array), bytes.subarray(to)]);

/** Positions of whole tokens: texts, numbers, words. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null/g;

const VALUES = [
  "null",
  "true",
  "{}",
  "[]",
  '""',
  "0",
  "-1e308",
  "1e999",
  "NaN",
  '"\\u0000"',
  '"__proto__"',
  '"constructor"',
  '{"__proto__":{"region":"GRA11"}}',
  '{"constructor":{"prototype":{"region":"GRA11"}}}',
  `${"[".repeat(400)}${"]".repeat(400)}`,
  `${"[".repeat(5000)}${"]".repeat(5000)}`,
  `${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`,
  `"${"x".repeat(100_000)}"`,
  '"${var.x}"',
  '"%{ for a in b }"',
  '"\\ud800"',
];

/** What happens to a file on its way, or is done to it. */
const MUTATIONS: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  // Cut off.
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  // One bit, or a few.
  (bytes, random) => flipped(bytes, random, 1),
  (bytes, random) => flipped(bytes, random, 1 + random(8)),
  // A piece is missing, is there twice, or has moved.
  (bytes, random) => {
    const at = random(bytes.length);
    return between(bytes, at, Math.min(bytes.length, at + 1 + random(60)), "");
  },
  (bytes, random) => {
    const at = random(bytes.length);
    return between(bytes, at, at, bytes.subarray(at, at + 1 + random(200)));
  },
  (bytes, random) => {
    const [from, at] = [random(bytes.length), random(bytes.length)];
    return between(bytes, at, at, bytes.subarray(from, from + 1 + random(200)));
  },
  // Bytes that are no UTF-8, zeros, marks.
  (bytes, random) => {
    const at = random(bytes.length);
    return between(
      bytes,
      at,
      at + random(2),
      [0xff, 0x00, 0xc0, 0xed, 0xf5, 0x80, 0x1b][random(7)] === 0xed ? ([0xed, 0xa0, 0x80] as never) : Buffer.from([0xff]),
    );
  },
  (bytes, random) =>
    between(
      bytes,
      0,
      0,
      [Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xfe, 0xff]), Buffer.from([0xff, 0xfe]), Buffer.from(" \n")][random(4)] ?? "",
    ),
  // A token is another value, or another token of the file.
  (bytes, random) => withToken(bytes, random, () => VALUES[random(VALUES.length)] ?? "null"),
  (bytes, random) => withToken(bytes, random, () => VALUES[random(VALUES.length)] ?? "null"),
  (bytes, random) => withToken(bytes, random, (tokens) => tokens[random(tokens.length)] ?? "null"),
];

function flipped(bytes: Buffer, random: Random, times: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < times; i++) {
    const at = random(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
  }
  return copy;
}

function withToken(bytes: Buffer, random: Random, other: (tokens: readonly string[]) => string): Buffer {
  const text = bytes.toString("latin1");
  const found = [...text.matchAll(TOKENS)];
  const one = found[random(found.length)];
  if (one === undefined) return bytes;
  return between(bytes, one.index, one.index + one[0].length, other(found.map(([token]) => token)));
}

export const mutated = (bytes: Buffer, random: Random): Buffer =>
  (MUTATIONS[random(MUTATIONS.length)] ?? ((same: Buffer) => same))(bytes, random);
