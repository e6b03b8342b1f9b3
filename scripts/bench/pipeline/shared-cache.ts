import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { cacheTools } from "@git-tokens/workspace/tool-set";

/** A server that keeps what turbo did, for several machines. */
export interface SharedCache {
  /** What turbo needs in its environment to use it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const KEY = "an-example-key-that-signs-every-artifact";
const TOKEN = "an-example-token";

/**
 * Starts a turborepo-remote-cache on a free port, with its artifacts in a folder.
 *
 * @param signal Ends the wait for it; then there is no server.
 */
export async function startSharedCache(folder: string, signal: AbortSignal): Promise<SharedCache> {
  const port = await freePort();
  const server = spawn(process.execPath, [cacheTools.file("turborepo-remote-cache/dist/cli.js")], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      TURBO_TOKEN: TOKEN,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: folder,
      STORAGE_PATH_USE_TMP_FOLDER: "false",
      // Without the key, the server answers every lookup with a miss and says nothing.
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: KEY,
    },
    stdio: "ignore",
  });
  const ended = once(server, "exit");
  const close = async (): Promise<void> => {
    server.kill();
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await answering(url, ended, signal);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    env: { TURBO_API: url, TURBO_TOKEN: TOKEN, TURBO_TEAM: "team_local", TURBO_REMOTE_CACHE_SIGNATURE_KEY: KEY },
    close,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("a server on a port has a port");
  return address.port;
}

/** Waits until the server answers at all. */
async function answering(url: string, ended: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  for (;;) {
    signal.throwIfAborted();
    if (over) throw new UserError("turborepo-remote-cache ended before it answered");
    const response = await fetch(`${url}/v8/artifacts/status`).catch(() => undefined);
    if (response !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
