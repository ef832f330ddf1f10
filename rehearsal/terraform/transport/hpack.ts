import { huffmanText } from "./huffman.ts";

type Header = readonly [name: string, value: string];

/** RFC 7541, appendix A. */
const STATIC: readonly Header[] = (
  ":authority|:method=GET|:method=POST|:path=/|:path=/index.html|:scheme=http|:scheme=https|:status=200|:status=204|:status=206|:status=304|:status=400|:status=404|:status=500|" +
  "accept-charset|accept-encoding=gzip, deflate|accept-language|accept-ranges|accept|access-control-allow-origin|age|allow|authorization|cache-control|content-disposition|" +
  "content-encoding|content-language|content-length|content-location|content-range|content-type|cookie|date|etag|expect|expires|from|host|if-match|if-modified-since|if-none-match|" +
  "if-range|if-unmodified-since|last-modified|link|location|max-forwards|proxy-authenticate|proxy-authorization|range|referer|refresh|retry-after|server|set-cookie|" +
  "strict-transport-security|transfer-encoding|user-agent|vary|via|www-authenticate"
)
  .split("|")
  .map((entry) => {
    const [name = "", value = ""] = entry.split("=");
    return [name, value];
  });

/** Reads the header blocks of one connection: the table that both sides keep grows with each. */
export class HeaderReader {
  #dynamic: Header[] = [];
  #size = 0;
  #limit = 4096;
  #block: Uint8Array = new Uint8Array();
  #at = 0;

  /** The value of `:path`, which is all that a call needs to be told from another. */
  path(block: Uint8Array): string {
    this.#block = block;
    this.#at = 0;
    let path = "";
    while (this.#at < block.length) {
      const header = this.#next();
      if (header !== null && header[0] === ":path") path = header[1];
    }
    return path;
  }

  #next(): Header | null {
    const first = this.#block[this.#at] ?? 0;
    if (first >= 0x80) return this.#entry(this.#integer(7));
    if (first >= 0x40) return this.#remember(this.#literal(6));
    if (first >= 0x20) {
      this.#limit = Math.min(this.#integer(5), 4096);
      this.#evict();
      return null;
    }
    return this.#literal(4);
  }

  #literal(bits: number): Header {
    const index = this.#integer(bits);
    const name = index === 0 ? this.#text() : this.#entry(index)[0];
    return [name, this.#text()];
  }

  #entry(index: number): Header {
    const entry = index <= STATIC.length ? STATIC[index - 1] : this.#dynamic[index - STATIC.length - 1];
    if (entry === undefined) throw new Error("A header names an entry that its table does not have.");
    return entry;
  }

  #remember(header: Header): Header {
    this.#dynamic.unshift(header);
    this.#size += weight(header);
    this.#evict();
    return header;
  }

  #evict(): void {
    while (this.#size > this.#limit) {
      const last = this.#dynamic.pop();
      if (last === undefined) return;
      this.#size -= weight(last);
    }
  }

  #integer(bits: number): number {
    const most = 2 ** bits - 1;
    let value = (this.#block[this.#at++] ?? 0) & most;
    if (value < most) return value;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#block[this.#at++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new Error("A number in a header does not end.");
  }

  #text(): string {
    const huffman = ((this.#block[this.#at] ?? 0) & 0x80) !== 0;
    const length = this.#integer(7);
    const bytes = this.#block.subarray(this.#at, this.#at + length);
    if (bytes.length < length) throw new Error("A header is cut off.");
    this.#at += length;
    return huffman ? huffmanText(bytes) : Buffer.from(bytes).toString("latin1");
  }
}

/** What an entry counts in the table. */
const weight = ([name, value]: Header): number => name.length + value.length + 32;

/** A header that no table remembers, written plainly. */
export function plainHeader(name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([0]), plainText(name), plainText(value)]);
}

function plainText(text: string): Buffer {
  const bytes = Buffer.from(text, "latin1");
  if (bytes.length < 127) return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  const length: number[] = [127];
  let rest = bytes.length - 127;
  for (; rest >= 128; rest = Math.floor(rest / 128)) length.push((rest % 128) + 128);
  return Buffer.concat([Buffer.from([...length, rest]), bytes]);
}
