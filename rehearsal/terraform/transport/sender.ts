import type { Socket } from "node:net";
import { FLAG, FRAME, frame, putFrame } from "./frames.ts";

/** What a window is before the peer says otherwise, and a frame's largest body. */
const INITIAL_WINDOW = 65_535;
const INITIAL_FRAME = 16_384;

interface Waiting {
  readonly stream: number;
  readonly data: Buffer;
  readonly trailers: Buffer;
}

/** The sending side of a connection: answers go out as far as the peer's windows let them. */
export class Sender {
  readonly #socket: Socket;
  #connection = INITIAL_WINDOW;
  #initial = INITIAL_WINDOW;
  #largest = INITIAL_FRAME;
  /** What each stream may still send, where it differs from the initial window. */
  readonly #streams = new Map<number, number>();
  readonly #waiting = new Map<number, Waiting>();
  #out: Buffer[] = [];

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Answers of one turn of the event loop leave together. */
  write(bytes: Buffer): void {
    if (this.#out.length === 0) setImmediate(() => this.#flush());
    this.#out.push(bytes);
  }

  #flush(): void {
    const bytes = this.#out.length === 1 ? (this.#out[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#out);
    this.#out = [];
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  /** Headers, content and trailers of one answer. */
  answer(stream: number, headers: Buffer, data: Buffer, trailers: Buffer): void {
    const window = this.#streams.get(stream) ?? this.#initial;
    if (data.length <= Math.min(this.#connection, window, this.#largest)) {
      this.#connection -= data.length;
      this.forget(stream);
      this.write(whole(stream, headers, data, trailers));
      return;
    }
    this.write(frame(FRAME.headers, FLAG.endHeaders, stream, headers));
    this.#send({ stream, data, trailers });
  }

  #send({ stream, data, trailers }: Waiting): void {
    let window = this.#streams.get(stream) ?? this.#initial;
    let at = 0;
    while (at < data.length) {
      const size = Math.min(data.length - at, this.#connection, window, this.#largest);
      if (size <= 0) {
        this.#streams.set(stream, window);
        this.#waiting.set(stream, { stream, data: data.subarray(at), trailers });
        return;
      }
      this.write(frame(FRAME.data, 0, stream, data.subarray(at, at + size)));
      this.#connection -= size;
      window -= size;
      at += size;
    }
    this.forget(stream);
    this.write(frame(FRAME.headers, FLAG.endHeaders | FLAG.endStream, stream, trailers));
  }

  /** The peer cancelled, or has everything. */
  forget(stream: number): void {
    this.#streams.delete(stream);
    this.#waiting.delete(stream);
  }

  windowUpdate(stream: number, body: Buffer): void {
    const more = body.readUInt32BE(0) & 0x7fffffff;
    if (stream === 0) this.#connection += more;
    else this.#streams.set(stream, (this.#streams.get(stream) ?? this.#initial) + more);
    this.#resume();
  }

  settings(body: Buffer): void {
    for (let at = 0; at + 6 <= body.length; at += 6) {
      const value = body.readUInt32BE(at + 2);
      const name = body.readUInt16BE(at);
      if (name === 4) {
        for (const [stream, window] of this.#streams) this.#streams.set(stream, window + value - this.#initial);
        this.#initial = value;
      } else if (name === 5) this.#largest = value;
    }
    this.write(frame(FRAME.settings, FLAG.ack, 0, Buffer.alloc(0)));
    this.#resume();
  }

  #resume(): void {
    for (const waiting of [...this.#waiting.values()]) {
      this.#waiting.delete(waiting.stream);
      this.#send(waiting);
    }
  }
}

/** The three frames of an answer that fits, in one piece of memory: this is what nearly every call ends with. */
function whole(stream: number, headers: Buffer, data: Buffer, trailers: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(27 + headers.length + data.length + trailers.length);
  let at = putFrame(bytes, 0, FRAME.headers, FLAG.endHeaders, stream, headers);
  at = putFrame(bytes, at, FRAME.data, 0, stream, data);
  putFrame(bytes, at, FRAME.headers, FLAG.endHeaders | FLAG.endStream, stream, trailers);
  return bytes;
}
