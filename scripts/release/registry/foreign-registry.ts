import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { onTestFinished, vi } from "vitest";

/** A registry that must not get any request, like the one that users publish to for real. */
export interface ForeignRegistry {
  readonly url: string;
  /** The requests that it got, such as `PUT /@git-tokens%2fsample`. */
  readonly requests: readonly string[];
  /** The lines of an `.npmrc` that select it, including a token. */
  readonly npmrc: string;
  /** The lines of a `pnpm-workspace.yaml` that select it. */
  readonly workspace: string;
}

/** Starts a registry that accepts every request, for the running test. */
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
  // The address of a server on a TCP port has this type.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    requests,
    npmrc: `registry=${url}\n@git-tokens:registry=${url}\n//127.0.0.1:${port}/:_authToken=theirs\n`,
    workspace: `registries:\n  default: ${url}\n  "@git-tokens": ${url}\n`,
  };
}

/** Makes it the registry of the user, in every file that npm, pnpm and Bun read, until the test ends. */
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
