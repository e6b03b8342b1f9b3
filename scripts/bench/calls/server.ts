import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { ID, THING, THINGS } from "./sent.ts";

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
const small = Buffer.from(JSON.stringify(THING));
const big = Buffer.from(JSON.stringify(THINGS));

function answer(request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse): void {
  request.resume().on("end", () => {
    const body = request.url?.endsWith(`/${ID}`) ? small : big;
    // A way whose body is no JSON does not send what the others send.
    if (request.method === "PUT" && !request.headers["content-type"]?.startsWith("application/json"))
      response.statusCode = 415;
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
