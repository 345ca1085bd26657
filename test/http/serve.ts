import { request as ask } from "node:http";
import { serve } from "srvx";
import { afterAll } from "vitest";

/** Serves a handler on a port of its own until the tests of the file are over. */
export async function serveUntilTheEnd(fetch: (request: Request) => Promise<Response>): Promise<string> {
  const server = serve({ fetch, port: 0, hostname: "127.0.0.1", silent: true, gracefulShutdown: false });
  await server.ready();
  afterAll(() => server.close(true));
  return (server.url as string).replace(/\/$/, "");
}

/** A request that `fetch` would not send as it stands. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Sends a request byte for byte, on a connection of its own: one kept alive may be closed just when it is used again. */
export function send(origin: string, { method, path, headers, body }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = ask({ hostname, port, method, path, headers: { ...headers }, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => {
        resolve({ status: answer.statusCode as number, headers: answer.headers, text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
