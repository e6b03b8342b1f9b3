import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";

/** Where the server listens, and what a client must trust, in PEM. */
export interface Serving {
  readonly h1: string;
  readonly h2: string;
  readonly certificate: string;
}

/**
 * The server of the benchmark, a process of its own: answers every request over kept connections with the same small JSON, and
 * the list with one of a megabyte, over HTTP/1.1 and, with TLS, over HTTP/2.
 */
const thing = {
  id: "d27a4f90-1b6e-4c58-93f1-7e0b5d8c2a64",
  created_at: "2026-03-02T09:15:27.410Z",
  name: "deploy-bot",
  type: "GITHUB",
  associated_services_count: 2,
  git_api_url: "https://api.example.com",
};
const small = Buffer.from(JSON.stringify(thing));
const big = Buffer.from(
  JSON.stringify({ results: Array.from({ length: Math.ceil(2 ** 20 / small.length) }, () => thing) }),
);

function answer(request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse): void {
  request.resume().on("end", () => {
    const body = request.url === "/things" ? big : small;
    response.setHeader("content-type", "application/json");
    response.setHeader("content-length", body.length);
    response.end(body);
  });
}

const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
  extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
});
const plain = createServer({ keepAliveTimeout: 60_000 }, answer).listen(0, "127.0.0.1");
// Many answers of a megabyte at once are more than a session may hold by default.
const secure = createSecureServer({ key, cert, maxSessionMemory: 1000 }, answer).listen(0, "127.0.0.1");
await Promise.all([once(plain, "listening"), once(secure, "listening")]);
const at = (server: { address(): unknown }): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
const serving: Serving = { h1: `http://${at(plain)}`, h2: `https://${at(secure)}`, certificate: cert };
process.send?.(serving);
process.once("disconnect", () => process.exit());
