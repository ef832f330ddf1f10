import type { Socket } from "node:net";
import { content, FLAG, FRAME, type Frame, FrameReader, frame } from "./frames.ts";
import { HeaderReader, plainHeader } from "./hpack.ts";
import { Sender } from "./sender.ts";

/** Answers one call; null: there is no such call. */
export type Answer = (path: string, message: Buffer) => Promise<Buffer> | null;

/** A failure that the caller is told as gRPC says it. */
const UNIMPLEMENTED = 12;
const INTERNAL = 13;

const HEADERS = Buffer.concat([Buffer.from([0x88]), plainHeader("content-type", "application/grpc")]);
const FINE = plainHeader("grpc-status", "0");

/** We never make a client wait for room: what an engine sends is small. */
const WINDOW = 0x7fffffff;
const REFILL = 1 << 24;

interface Call {
  readonly path: string;
  readonly parts: Buffer[];
}

/**
 * One engine's connection: gRPC over HTTP/2, as far as calls with one question and one answer need it. Written for this because the general
 * servers spend ten times as long on a call as a simulated provider does.
 *
 * @param served what the paths of the calls that are answered begin with
 */
export function connection(socket: Socket, answer: Answer, served = "/tfplugin"): void {
  const reader = new FrameReader();
  const headers = new HeaderReader();
  const sender = new Sender(socket);
  const calls = new Map<number, Call>();
  let block: { readonly stream: number; readonly parts: Buffer[]; readonly end: boolean } | null = null;
  let received = 0;

  const settings = Buffer.alloc(12);
  settings.writeUInt16BE(4, 0);
  settings.writeUInt32BE(WINDOW, 2);
  settings.writeUInt16BE(3, 6);
  settings.writeUInt32BE(10_000, 8);
  sender.write(frame(FRAME.settings, 0, 0, settings));
  sender.write(windowUpdate(WINDOW - 65_535));

  const refuse = (stream: number, code: number, message: string) => {
    calls.delete(stream);
    const trailers = [plainHeader("grpc-status", String(code)), plainHeader("grpc-message", encodeURIComponent(message))];
    sender.write(frame(FRAME.headers, FLAG.endHeaders | FLAG.endStream, stream, Buffer.concat([HEADERS, ...trailers])));
  };

  const begin = (stream: number, bytes: Buffer, end: boolean) => {
    const path = headers.path(bytes);
    const call = { path, parts: [] };
    calls.set(stream, call);
    // Streams of questions (the engine's side channels) never end: they are refused at once.
    if (!path.startsWith(served)) refuse(stream, UNIMPLEMENTED, `${path} is not served`);
    else if (end) finish(stream, call);
  };

  const finish = (stream: number, { path, parts }: Call) => {
    const message = parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
    if (message.length < 5 || message[0] !== 0 || message.readUInt32BE(1) !== message.length - 5) {
      refuse(stream, UNIMPLEMENTED, "only whole, uncompressed messages are served");
      return;
    }
    const answered = answer(path, message.subarray(5));
    if (answered === null) {
      refuse(stream, UNIMPLEMENTED, `${path} is not served`);
      return;
    }
    answered.then(
      (bytes) => {
        if (!calls.delete(stream)) return;
        const data = Buffer.allocUnsafe(5 + bytes.length);
        data[0] = 0;
        data.writeUInt32BE(bytes.length, 1);
        data.set(bytes, 5);
        sender.answer(stream, HEADERS, data, FINE);
      },
      (error: unknown) => {
        if (calls.has(stream)) refuse(stream, INTERNAL, error instanceof Error ? error.message : String(error));
      },
    );
  };

  const take = (f: Frame) => {
    if (f.type === FRAME.headers || f.type === FRAME.continuation) {
      block ??= { stream: f.stream, parts: [], end: (f.flags & FLAG.endStream) !== 0 };
      block.parts.push(content(f));
      if ((f.flags & FLAG.endHeaders) === 0) return;
      const { stream, parts, end } = block;
      block = null;
      begin(stream, Buffer.concat(parts), end);
    } else if (f.type === FRAME.data) {
      received += f.body.length;
      if (received > REFILL) {
        sender.write(windowUpdate(received));
        received = 0;
      }
      const call = calls.get(f.stream);
      if (call === undefined) return;
      call.parts.push(content(f));
      if ((f.flags & FLAG.endStream) !== 0) finish(f.stream, call);
    } else if (f.type === FRAME.settings && (f.flags & FLAG.ack) === 0) sender.settings(f.body);
    else if (f.type === FRAME.ping && (f.flags & FLAG.ack) === 0) sender.write(frame(FRAME.ping, FLAG.ack, 0, f.body));
    else if (f.type === FRAME.windowUpdate && f.body.length === 4) sender.windowUpdate(f.stream, f.body);
    else if (f.type === FRAME.reset) {
      calls.delete(f.stream);
      sender.forget(f.stream);
    }
  };

  socket.setNoDelay(true);
  socket.on("data", (chunk: Buffer) => {
    try {
      for (const f of reader.read(chunk)) take(f);
    } catch {
      // Not an engine, or a broken one: it learns by the connection's end.
      socket.destroy();
    }
  });
  // An engine that ends leaves its connection as it is.
  socket.on("error", () => socket.destroy());
}

function windowUpdate(by: number): Buffer {
  const body = Buffer.alloc(4);
  body.writeUInt32BE(by, 0);
  return frame(FRAME.windowUpdate, 0, 0, body);
}
