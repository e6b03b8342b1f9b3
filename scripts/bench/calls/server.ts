import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * The server of the benchmark, a process of its own: answers every request over keep-alive with the same small JSON, and the
 * list with one of a megabyte.
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

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume().on("end", () => {
    const body = request.url === "/things" ? big : small;
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  });
}).listen(0, "127.0.0.1");
await once(server, "listening");
process.send?.((server.address() as AddressInfo).port);
process.once("disconnect", () => process.exit());
