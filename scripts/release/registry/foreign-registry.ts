import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { onTestFinished, vi } from "vitest";

/** A registry that must never be asked for anything, as the one that users publish to for real. */
export interface ForeignRegistry {
  readonly url: string;
  /** What was asked of it, as `PUT /@git-tokens%2fsample`. */
  readonly requests: readonly string[];
  /** What names it in an `.npmrc`, a token for it included. */
  readonly npmrc: string;
  /** What names it in a `pnpm-workspace.yaml`. */
  readonly workspace: string;
}

/** Starts one that takes whatever it is sent, for the test that runs. */
export async function startForeignRegistry(): Promise<ForeignRegistry> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(request.method === "PUT" ? 201 : 404, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // A server that listens on a port of TCP has an address of this type.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    requests,
    npmrc: `registry=${url}\n@git-tokens:registry=${url}\n//127.0.0.1:${port}/:_authToken=theirs\n`,
    workspace: `registries:\n  default: ${url}\n  "@git-tokens": ${url}\n`,
  };
}

/** Has the user of this machine install and publish there, by every file that npm, pnpm and Bun have for it, until the test is over. */
export async function configureUser({ url, npmrc, workspace }: ForeignRegistry): Promise<void> {
  const home = await folderWith({
    ".npmrc": npmrc,
    ".bunfig.toml": `[install]\nregistry = "${url}"\n[install.scopes]\n"@git-tokens" = "${url}"\n`,
    "config/pnpm/auth.ini": npmrc,
    "config/pnpm/rc": npmrc,
    "config/pnpm/config.yaml": workspace,
  });
  vi.stubEnv("HOME", home);
  vi.stubEnv("XDG_CONFIG_HOME", `${home}/config`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}
