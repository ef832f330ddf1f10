import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../../errors.ts";

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
}

export function sourceOfBytes(bytes: Buffer): Source {
  const all = { from: 0, bytes, gone: false };
  return { size: bytes.length, view: (from, to) => bytes.subarray(from, to), window: () => all };
}

/** As much is read at once; whoever walks through a document asks for the next bytes next. */
const WINDOW = 1 << 20;
/** Some walk through two parts of the document at a time, and look something up in a third. */
const KEPT = 6;

/** A file of any size, of which only a few pieces are in memory at a time. */
export function sourceOfFile(path: string): Source {
  const windows: Window[] = [];
  const opened = inFile(path, (fd) => fstatSync(fd));
  const { size } = opened;
  const read = (from: number, bytes: Buffer): Buffer =>
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
      return bytes;
    });
  const window = (from: number, to: number): Window => {
    for (let i = 0; i < windows.length; i++) {
      const known = windows[i];
      if (known === undefined || from < known.from || to > known.from + known.bytes.length) continue;
      if (i > 0) {
        windows.splice(i, 1);
        windows.unshift(known);
      }
      return known;
    }
    const length = Math.max(to - from, Math.min(WINDOW, size - from));
    const oldest = windows.length < KEPT ? undefined : windows.pop();
    if (oldest !== undefined) oldest.gone = true;
    const memory = oldest?.bytes.length === length ? oldest.bytes : Buffer.allocUnsafeSlow(length);
    const made = { from, bytes: read(from, memory), gone: false };
    windows.unshift(made);
    return made;
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
