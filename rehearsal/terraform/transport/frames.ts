/** Frame types of HTTP/2 (RFC 9113, section 6) that a server of short calls meets. */
export const FRAME = { data: 0, headers: 1, reset: 3, settings: 4, ping: 6, goAway: 7, windowUpdate: 8, continuation: 9 } as const;

export const FLAG = { endStream: 1, ack: 1, endHeaders: 4, padded: 8, priority: 32 } as const;

/** What every client sends first. */
export const PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly body: Buffer;
}

export function frame(type: number, flags: number, stream: number, body: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(9 + body.length);
  putFrame(bytes, 0, type, flags, stream, body);
  return bytes;
}

/** Writes a frame into a buffer; gives the index after it. */
export function putFrame(bytes: Buffer, at: number, type: number, flags: number, stream: number, body: Uint8Array): number {
  bytes.writeUIntBE(body.length, at, 3);
  bytes[at + 3] = type;
  bytes[at + 4] = flags;
  bytes.writeUInt32BE(stream, at + 5);
  bytes.set(body, at + 9);
  return at + 9 + body.length;
}

/** Cuts a byte stream into frames, however it arrives. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  #greeted = false;

  /** The frames that are complete now. Throws when the peer does not speak HTTP/2. */
  *read(chunk: Buffer): Generator<Frame> {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#greeted) {
      if (this.#rest.length < PREFACE.length) return;
      if (this.#rest.subarray(0, PREFACE.length).toString("latin1") !== PREFACE) throw new Error("The engine does not speak HTTP/2.");
      this.#rest = this.#rest.subarray(PREFACE.length);
      this.#greeted = true;
    }
    while (this.#rest.length >= 9) {
      const length = this.#rest.readUIntBE(0, 3);
      if (this.#rest.length < 9 + length) return;
      const head = this.#rest;
      this.#rest = this.#rest.subarray(9 + length);
      yield { type: head[3] ?? 0, flags: head[4] ?? 0, stream: head.readUInt32BE(5) & 0x7fffffff, body: head.subarray(9, 9 + length) };
    }
  }
}

/** The content of a DATA or HEADERS frame, without padding and priority. */
export function content({ type, flags, body }: Frame): Buffer {
  let [from, to] = [0, body.length];
  if ((flags & FLAG.padded) !== 0) {
    to -= body[0] ?? 0;
    from += 1;
  }
  if (type === FRAME.headers && (flags & FLAG.priority) !== 0) from += 5;
  if (from > to) throw new Error("A frame is padded beyond its end.");
  return body.subarray(from, to);
}
