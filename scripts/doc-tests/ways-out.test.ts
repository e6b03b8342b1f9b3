import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Certificate, makeCertificate } from "@git-tokens/conformance/server/certificate";
import { type RunningProxy, startProxy } from "@git-tokens/conformance/server/proxy";
import { run } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "./blocks.ts";
import { type ProgramFolder, writePrograms } from "./program-folder.ts";

/** The service of the README's first block, as it is on premises: behind a proxy, with certificates of its own. */
const HOST = "notes.example.com";

let written: ProgramFolder;
let service: Server;
let proxy: RunningProxy;
/** The clients that the service saw, by the name in their certificate. */
const seen: (string | undefined)[] = [];

beforeAll(async () => {
  const [own, client] = await Promise.all([
    makeCertificate({ hosts: [HOST, "localhost"] }),
    makeCertificate({ name: "the client" }),
  ]);
  service = await serve(own, client);
  const { port } = service.address() as AddressInfo;
  proxy = await startProxy(port);
  const blocks = blocksOf(await readFile(join(ROOT, "packages/core/README.md"), "utf8"));
  const first = blocks.find(({ language }) => language === "ts")?.code ?? "";
  const wayOut = blocks.find(({ code }) => code.includes("requestTls"))?.code ?? "";
  // Without the call of the first block, which knows no way out.
  const proxied = `${first.replace(/^const \{ healthy \}.*\n.*\n/m, "")}\n${wayOut}`;
  const direct = proxied.replace(`https://${HOST}`, `https://localhost:${port}`);
  const files = { "first.ts": first, "proxied.ts": proxied, "direct.ts": direct };
  written = await writePrograms({
    ...files,
    "ca.pem": own.cert,
    "client.pem": client.cert,
    "client-key.pem": client.key,
  });
});
afterAll(async () => {
  service.closeAllConnections();
  await Promise.all([proxy.close(), new Promise((resolve) => service.close(resolve)), written.remove()]);
});

/** A service that asks its clients for a certificate. */
async function serve(own: Certificate, client: Certificate): Promise<Server> {
  const server = createServer({ ...own, ca: client.cert, requestCert: true, rejectUnauthorized: false });
  server.on("secureConnection", (socket) =>
    seen.push(socket.authorized ? `${socket.getPeerCertificate().subject.CN}` : undefined),
  );
  server.on("request", (_, response) => response.setHeader("content-type", "application/json").end('{"healthy":true}'));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** Runs a program as it is, and gives what it prints, the clients that the service saw, and what the proxy was asked for. */
async function runIt(file: string, env: Readonly<Record<string, string>>) {
  const before = { seen: seen.length, asked: proxy.asked.length };
  const args = ["--conditions=@git-tokens/source", join(written.folder, file)];
  const none = Object.fromEntries(
    ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"].flatMap((name) => [
      [name, undefined],
      [name.toLowerCase(), undefined],
    ]),
  );
  const said = await run(process.execPath, args, {
    cwd: written.folder,
    env: { ...none, NODE_OPTIONS: undefined, NOTES_KEY: "example-credential", ...env },
  });
  return { said: said.trim(), seen: seen.slice(before.seen), asked: proxy.asked.slice(before.asked) };
}

const TUNNEL = `CONNECT ${HOST}:443`;

describe("the ways out that the README shows, on real sockets", () => {
  it("a private authority and a client certificate", async () => {
    expect(await runIt("direct.ts", {})).toEqual({
      said: "over a way of its own: true",
      seen: ["the client"],
      asked: [],
    });
  });

  it("the same through a proxy of this client alone", async () => {
    expect(await runIt("proxied.ts", { NOTES_PROXY: proxy.origin })).toEqual({
      said: "over a way of its own: true",
      seen: ["the client"],
      asked: [TUNNEL],
    });
  });

  it("a proxy and an authority that the environment names", async () => {
    const env = {
      NODE_USE_ENV_PROXY: "1",
      HTTPS_PROXY: proxy.origin,
      NODE_EXTRA_CA_CERTS: join(written.folder, "ca.pem"),
    };
    expect(await runIt("first.ts", env)).toEqual({ said: "healthy: true", seen: [undefined], asked: [TUNNEL] });
  });
});
