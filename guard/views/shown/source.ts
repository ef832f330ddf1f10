import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { LARGEST_WINDOW, MOST_WINDOWS, Steps } from "./steps.ts";

/** Bytes that are read where they are needed, and good until others are: their memory is used again. */
export interface Source {
  readonly size: number;
  /** The bytes from one position up to another. */
  view(from: number, to: number): Buffer;
  /** The same with whatever stands around them. */
  window(from: number, to: number): Window;
}

export interface Window {
  /** Position of the first byte. */
  readonly from: number;
  readonly bytes: Buffer;
  /** Something else is in its memory by now. */
  gone: boolean;
  /** By which whole values in it are stepped over; absent: there are none for it. */
  readonly steps?: Steps | undefined;
}

export function sourceOfBytes(bytes: Buffer): Source {
  const all = { from: 0, bytes, gone: false };
  return { size: bytes.length, view: (from, to) => bytes.subarray(from, to), window: () => all };
}

/** The same through windows, in which steps can be made. */
export function windowsOf(bytes: Buffer, largest?: number): Source {
  return windowsOfChunks([bytes], largest);
}

/** What came in pieces, which are never put together: that would take the memory twice. */
export function windowsOfChunks(chunks: readonly Buffer[], largest?: number): Source {
  const starts: number[] = [];
  const size = chunks.reduce((at, chunk) => {
    starts.push(at);
    return at + chunk.length;
  }, 0);
  const read = (from: number, memory: Buffer): void => {
    let which = lastAtOrBefore(starts, from);
    for (let have = 0; have < memory.length; which++) {
      const [chunk, start] = [chunks[which] as Buffer, starts[which] as number];
      have += chunk.copy(memory, have, from + have - start);
    }
  };
  return windowed(size, read, largest);
}

/** Where among rising numbers the last one stands that is not greater. */
function lastAtOrBefore(rising: readonly number[], value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A file of any size, of which only a few pieces are in memory at a time. */
export function sourceOfFile(path: string): Source {
  const opened = inFile(path, (fd) => fstatSync(fd));
  const { size } = opened;
  return windowed(size, (from, bytes) =>
    inFile(path, (fd) => {
      const { size: now, mtimeMs, ino } = fstatSync(fd);
      const { length } = bytes;
      let have = 0;
      while (have < length) {
        const got = readSync(fd, bytes, have, length - have, from + have);
        if (got === 0) break;
        have += got;
      }
      if (have < length || now !== size || mtimeMs !== opened.mtimeMs || ino !== opened.ino)
        throw new InputError(`${path} changed while it was read. Let whatever writes it end, and check it again.`);
    }),
  );
}

/** A piece of a document in memory. */
interface Piece extends Window {
  gone: boolean;
  /** When somebody looked at it last. */
  used: number;
}

/** Who has each place in the memory of the steps: all documents share it. */
const placed = new Array<Piece | undefined>(MOST_WINDOWS);
let clock = 0;

/** The number of a place, of which nobody has need any longer, or has had for longest. */
function vacated(): number {
  let oldest = 0;
  for (let place = 0; place < MOST_WINDOWS; place++) {
    const piece = placed[place];
    if (piece === undefined || piece.gone) return place;
    if (piece.used < (placed[oldest] as Piece).used) oldest = place;
  }
  (placed[oldest] as Piece).gone = true;
  return oldest;
}

/** Some walk through two parts of the document at a time, and look something up in a third: so many pieces are kept. */
function windowed(size: number, read: (from: number, memory: Buffer) => void, largest = LARGEST_WINDOW): Source {
  const steps = Steps.shared();
  let pieces: Piece[] = [];
  const made = (from: number, length: number): Piece => {
    const place = steps === undefined || length > LARGEST_WINDOW ? -1 : vacated();
    const bytes = place < 0 ? Buffer.allocUnsafeSlow(length) : (steps as Steps).window(place, length);
    const piece = { from, bytes, gone: false, steps: place < 0 ? undefined : steps, used: ++clock };
    if (place >= 0) placed[place] = piece;
    read(from, bytes);
    return piece;
  };
  const window = (from: number, to: number): Window => {
    let oldest: Piece | undefined;
    for (const piece of pieces) {
      if (!piece.gone && from >= piece.from && to <= piece.from + piece.bytes.length) {
        piece.used = ++clock;
        return piece;
      }
      if (oldest === undefined || piece.used < oldest.used) oldest = piece;
    }
    if (pieces.length === MOST_WINDOWS && oldest !== undefined) oldest.gone = true;
    pieces = pieces.filter(({ gone }) => !gone);
    // Whoever walks through a document asks for the next bytes next.
    const piece = made(from, Math.max(to - from, Math.min(largest, size - from)));
    pieces.push(piece);
    return piece;
  };
  return {
    size,
    window,
    view(from, to) {
      const { from: first, bytes } = window(from, to);
      return bytes.subarray(from - first, to - first);
    },
  };
}

function inFile<T>(path: string, use: (fd: number) => T): T {
  const fd = openSync(path, "r");
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}
