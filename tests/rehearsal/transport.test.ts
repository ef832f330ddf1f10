import { type ClientHttp2Session, connect as http2 } from "node:http2";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection } from "../../rehearsal/terraform/transport/connection.ts";
import { FrameReader, frame, PREFACE } from "../../rehearsal/terraform/transport/frames.ts";
import { HeaderReader, plainHeader } from "../../rehearsal/terraform/transport/hpack.ts";
import { huffmanText } from "../../rehearsal/terraform/transport/huffman.ts";
import { scratch } from "./programs.ts";

// Node's own HTTP/2 client is the other side: an implementation that knows nothing of ours.
const socket = join(scratch(), "s.sock");
let server: Server;
let client: ClientHttp2Session;

beforeAll(async () => {
  server = createServer((s) =>
    connection(s, (path, message) => {
      if (path === "/tfplugin6.Provider/Echo") return Promise.resolve(message);
      if (path === "/tfplugin6.Provider/Late") return wait(50).then(() => message);
      if (path === "/tfplugin6.Provider/Fail") return Promise.reject(new Error("broken: 100 % é"));
      return null;
    }),
  );
  await new Promise<void>((done) => server.listen(socket, done));
  client = http2("http://localhost", { createConnection: () => connect(socket) });
});
afterAll(() => {
  client.close();
  server.close();
});

interface Answer {
  readonly status: string | undefined;
  readonly message: string | undefined;
  readonly body: Buffer;
}

function call(path: string, body: Buffer, end = true): Promise<Answer> {
  return new Promise((done, fail) => {
    const stream = client.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
      "x-long": "v".repeat(300),
    });
    const chunks: Buffer[] = [];
    let status: string | undefined;
    let message: string | undefined;
    const note = (headers: Record<string, unknown>) => {
      status = (headers["grpc-status"] as string | undefined) ?? status;
      message = (headers["grpc-message"] as string | undefined) ?? message;
    };
    stream.on("response", note);
    stream.on("trailers", note);
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => done({ status, message, body: Buffer.concat(chunks) }));
    stream.on("error", fail);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(body.length, 1);
    stream.write(Buffer.concat([head, body]));
    if (end) stream.end();
  });
}

describe("gRPC over HTTP/2, with a client that is not ours", () => {
  it.each([0, 1, 100, 16_379, 16_384, 65_535, 70_000, 3_000_000])("answers a message of %i bytes", async (size) => {
    const body = Buffer.alloc(size, "x");
    const { status, body: got } = await call("/tfplugin6.Provider/Echo", body);
    expect(status).toBe("0");
    expect(got.subarray(5).equals(body)).toBe(true);
  });

  it("answers many calls at once, each its own", async () => {
    const bodies = Array.from({ length: 300 }, (_, i) => Buffer.from(`${i}:`.repeat(1 + (i % 50) * 40)));
    const paths = ["/tfplugin6.Provider/Echo", "/tfplugin6.Provider/Late"];
    const answers = await Promise.all(bodies.map((body, i) => call(paths[i % 2] ?? "", body)));
    expect(answers.every(({ body }, i) => body.subarray(5).equals(bodies[i] ?? Buffer.alloc(0)))).toBe(true);
  });

  it("says what went wrong as gRPC says it", async () => {
    const { status, message } = await call("/tfplugin6.Provider/Fail", Buffer.from("x"));
    expect(status).toBe("13");
    expect(decodeURIComponent(message ?? "")).toBe("broken: 100 % é");
  });

  it("refuses what it does not serve, streams that never end included", async () => {
    expect((await call("/tfplugin6.Provider/Nothing", Buffer.alloc(0))).status).toBe("12");
    expect((await call("/plugin.GRPCStdio/StreamStdio", Buffer.alloc(0), false)).status).toBe("12");
  });

  it("answers pings and survives cancelled calls", async () => {
    const stream = client.request({ ":method": "POST", ":path": "/tfplugin6.Provider/Late" });
    stream.on("error", () => {});
    stream.close(8);
    await new Promise((done) => client.ping(done));
    expect((await call("/tfplugin6.Provider/Echo", Buffer.from("still here"))).status).toBe("0");
  });

  it("ends a connection that does not speak HTTP/2", async () => {
    const other = connect(socket);
    other.write("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
    other.resume();
    await new Promise((done) => other.once("close", done));
    expect((await call("/tfplugin6.Provider/Echo", Buffer.from("still here"))).status).toBe("0");
  });
});

describe("frames", () => {
  it("are the same however the bytes arrive", () => {
    const bodies = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 50 }), (list, step) => {
        const bytes = Buffer.concat([Buffer.from(PREFACE), ...list.map((body, i) => frame(0, 0, i + 1, body))]);
        const reader = new FrameReader();
        const got: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += step) for (const f of reader.read(bytes.subarray(at, at + step))) got.push(f.body);
        expect(got.map((b) => [...b])).toEqual(list.map((b) => [...b]));
      }),
    );
  });
});

describe("headers", () => {
  // RFC 7541, appendix C: requests without and with Huffman coding, three on one connection each.
  it.each([
    ["plain", ["828684410f7777772e6578616d706c652e636f6d", "828684be58086e6f2d6361636865"], ["/", "/"]],
    [
      "Huffman",
      ["828684418cf1e3c2e5f23a6ba0ab90f4ff", "828684be5886a8eb10649cbf", "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf"],
      ["/", "/", "/index.html"],
    ],
  ])("of the standard's examples are read: %s", (_, blocks, paths) => {
    const reader = new HeaderReader();
    expect(blocks.map((hex) => reader.path(Buffer.from(hex, "hex")))).toEqual(paths);
  });

  it.each([
    ["f1e3c2e5f23a6ba0ab90f4ff", "www.example.com"],
    ["a8eb10649cbf", "no-cache"],
    ["25a849e95ba97d7f", "custom-key"],
    ["9d29ad171863c78f0b97c8e9ae82ae43d3", "https://www.example.com"],
  ])("Huffman %s is %s", (hex, text) => expect(huffmanText(Buffer.from(hex, "hex"))).toBe(text));

  it("that are written plainly are read again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{0,400}$/), (value) => {
        expect(new HeaderReader().path(plainHeader(":path", value))).toBe(value);
      }),
    );
  });

  it("that are broken are an error, never an endless loop", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          expect(new HeaderReader().path(bytes)).toBeTypeOf("string");
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 500 },
    );
  });
});
