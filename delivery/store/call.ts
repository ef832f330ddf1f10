import { type IncomingHttpHeaders, type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import { EngineError } from "../../catalogue/errors.ts";

export interface Call {
  readonly method: "GET" | "PUT" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Who may have signed the server's certificate, in PEM. @default whoever Node trusts */
  readonly ca?: string | undefined;
}

export interface Called {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A store that is far away answers within this, or is gone. */
const PATIENCE = 15_000;

/**
 * Asks a store that speaks HTTP. `fetch` takes no certificates of ours, and a cluster signs its own.
 *
 * @throws EngineError when it cannot be reached, or would be asked in clear
 */
export async function call({ method, url, headers, body, ca }: Call): Promise<Called> {
  const where = new URL(url);
  if (where.protocol !== "https:" && !["127.0.0.1", "localhost", "[::1]"].includes(where.hostname))
    throw new EngineError(`${where.origin} is called in clear: a token would travel with it. Use https.`);
  const ask = where.protocol === "https:" ? secure : plain;
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  const options = { method, headers: { ...headers, ...length }, signal: AbortSignal.timeout(PATIENCE), ...(ca && { ca }) };
  try {
    return await new Promise((done, fail) => {
      const asked = ask(where, options, (answer) => collected(answer, done, fail));
      asked.on("error", fail);
      asked.end(body);
    });
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    const why = name === "TimeoutError" || name === "AbortError" ? `no answer in ${PATIENCE / 1000} s` : (code ?? message);
    throw new EngineError(`${where.origin} cannot be reached (${why}). Look at the address and the network.`, { cause: error });
  }
}

function collected(answer: IncomingMessage, done: (called: Called) => void, fail: (error: Error) => void): void {
  let text = "";
  answer.setEncoding("utf8");
  answer.on("data", (chunk: string) => {
    text += chunk;
  });
  answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
  answer.on("error", fail);
}
