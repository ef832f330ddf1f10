import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { entryAt } from "../../../catalogue/entry-at.ts";
import { InputError } from "../../errors.ts";
import { type Shown, shownBytes, shownTree } from "./document.ts";
import { invalid, MAKE, noObject, parseText, requireJson, requireText } from "./parse.ts";
import { parsedWhenAsked } from "./piece.ts";
import { repeatedKey } from "./repeated.ts";
import { Malformed, Scan } from "./scan.ts";
import { type Source, sourceOfBytes, sourceOfFile, windowsOf, windowsOfChunks } from "./source.ts";

/** Lists of a smaller document are each parsed as a whole, which is faster, and as exact. */
const SMALL = 8 * 1024 * 1024;
/** Of one smaller still all is parsed: there is little in it that nobody asks for. */
const SMALLEST = 64 * 1024;

/** Opens a file that `show -json` wrote. Every way in which it can be none has its own sentence. */
export function openShown(path: string): Shown {
  const found = entryAt(path);
  if (found === undefined) throw new InputError(`${path} does not exist. Make it with: ${MAKE}.`);
  if (!found.isFile()) throw new InputError(`${path} is a folder. Name a plan in JSON, made with: ${MAKE}.`);
  return found.size > SMALL ? openSource(sourceOfFile(path), path) : openBytes(readFileSync(path), path);
}

/** Opens what `show -json` wrote, where it came in pieces. */
export function openChunks(chunks: readonly Buffer[], origin: string): Shown {
  const size = chunks.reduce((sum, { length }) => sum + length, 0);
  return size > SMALL ? openSource(windowsOfChunks(chunks), origin) : openBytes(Buffer.concat(chunks), origin);
}

/** Opens what `show -json` wrote, where all of it is in memory already. */
export function openBytes(bytes: Buffer, origin: string): Shown {
  if (bytes.length > SMALL) return openSource(windowsOf(bytes), origin);
  const source = sourceOfBytes(bytes);
  const decoded = inUtf8(source, origin);
  const content = decoded.view(markIn(decoded), decoded.size);
  const byList = content.length > SMALLEST ? readByList(content, origin) : undefined;
  if (byList !== undefined) return byList;
  if (!isUtf8(content)) throw notUtf8(origin);
  const text = content.toString("utf8");
  const json = parseText(text, origin);
  // Of two equal keys JSON.parse forgets one, and of a number that is too large it makes infinity: then the text is not what it would be written as.
  if (!isAsWritten(text, json)) scanned(decoded, origin, STEP);
  return shownTree(json);
}

/**
 * Lists of resources are parsed when somebody reads in them: of the resources as they will be, a third of a plan, only the number is asked.
 *
 * @returns undefined: it is refused, and whoever parses it says why
 */
function readByList(content: Buffer, origin: string): Shown | undefined {
  try {
    return shownBytes(sourceOfBytes(content), scanned(windowsOf(content), origin, STEP), origin, parsedWhenAsked);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Go writes some characters as escapes that need none. */
const ESCAPED: readonly (readonly [string, string])[] = [
  ["\\u003c", "<"],
  ["\\u003e", ">"],
  ["\\u0026", "&"],
];

function isAsWritten(text: string, json: object): boolean {
  const plain = ESCAPED.reduce((all, [written, character]) => all.replaceAll(written, character), text.trim());
  try {
    return JSON.stringify(json) === plain;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Opens a document of which only what is asked for is read.
 *
 * @param step so many bytes are looked at at once
 */
export function openSource(source: Source, origin: string, step = STEP): Shown {
  const decoded = inUtf8(source, origin);
  return shownBytes(decoded, scanned(decoded, origin, step), origin);
}

/** The byte order mark that some editors put in front. */
function markIn(source: Source): number {
  const [first, second, third] = source.view(0, Math.min(3, source.size));
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

/** Windows PowerShell redirects in UTF-16, with a mark in front. */
function inUtf8(source: Source, origin: string): Source {
  const [first, second] = source.view(0, Math.min(2, source.size));
  if (first !== 0xff || second !== 0xfe) return source;
  if (source.size > LONGEST)
    throw new InputError(
      `${origin} is in UTF-16 and larger than can be converted here. Write it in UTF-8: in PowerShell, | Out-File -Encoding utf8.`,
    );
  return sourceOfBytes(Buffer.from(source.view(2, source.size).toString("utf16le"), "utf8"));
}

/** In bytes: two for each character of Node's longest string. */
const LONGEST = 2 ** 29;

const STEP = 1024 * 1024;

/** Goes through the whole document once. */
function scanned(source: Source, origin: string, step: number): Scan {
  const scan = new Scan();
  const suspects: (readonly [number, number])[] = [];
  scan.suspect = (from, to) => suspects.push([from, to]);
  const start = markIn(source);
  const head = source.view(start, Math.min(source.size, start + 1000)).toString("latin1");
  requireText(head, origin);
  try {
    for (let at = start; at < source.size; ) {
      const to = Math.min(source.size, at + step);
      const window = source.window(at, to);
      const bytes = window.bytes.subarray(at - window.from, to - window.from);
      const last = to === source.size;
      const end = last ? bytes.length : wholeCharacters(bytes);
      if (!isUtf8(bytes.subarray(0, end))) throw notUtf8(origin);
      const used = scan.feed(bytes, end, at, last, window.steps);
      for (const [from, until] of suspects.splice(0)) requireDistinct(source, from, until, origin);
      if (used === 0) throw new Malformed(last ? "it ends too early" : "a word in it never ends", last ? source.size : at);
      at += used;
    }
    if (!scan.complete) throw new Malformed("it ends too early", source.size);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    requireJson(head, origin);
    const tail = source.view(Math.max(0, source.size - 100), source.size).toString("latin1");
    throw invalid(`${error.message}, at byte ${error.at}`, error.at < source.size && /[}\]]\s*$/.test(tail), origin);
  }
  if (!/^\s*\{/.test(head)) throw noObject(/^\s*\[/.test(head), origin);
  return scan;
}

/** How many of these bytes are whole characters. */
function wholeCharacters(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end--;
  return end > 0 && (bytes[end - 1] as number) >= 0xc0 ? end - 1 : bytes.length;
}

/** An object this large is no resource, nor anything else in which a hash would find two keys that are not the same. */
const COMPARED = 256 * 1024 * 1024;

function requireDistinct(source: Source, from: number, to: number, origin: string): void {
  const key = to - from > COMPARED ? "?" : repeatedKey(source.view(from, to));
  if (key === undefined) return;
  throw new InputError(
    `${origin} says the key ${JSON.stringify(key.slice(0, 80))} twice in one object, at byte ${from}. Which one holds differs between programs, and no engine writes that. Make it again with: ${MAKE}.`,
  );
}

const notUtf8 = (origin: string): InputError =>
  new InputError(`${origin} is not UTF-8 text, so it is no plan in JSON. Make it again with: ${MAKE}.`);
