import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The server of the benchmark, in its own process: responds to every request with the same small JSON over keep-alive. */
const body = JSON.stringify({
  id: "d27a4f90-1b6e-4c58-93f1-7e0b5d8c2a64",
  created_at: "2026-03-02T09:15:27.410Z",
  name: "deploy-bot",
  type: "GITHUB",
  associated_services_count: 2,
  git_api_url: "https://api.example.com",
});
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
    response.end(body);
  });
}).listen(0, "127.0.0.1");
await once(server, "listening");
process.send?.((server.address() as AddressInfo).port);
process.once("disconnect", () => process.exit());
