import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { registryTools } from "@git-tokens/workspace/tool-set";
import type { Manifest } from "../packages/pack-package.ts";
import { publishedTarball, refuseOwnRegistry } from "./published.ts";
import { useRegistry } from "./use-registry.ts";

/** A running registry. */
export interface Registry {
  /** `http://127.0.0.1:<port>/`. */
  readonly url: string;
  /** An npm configuration that names this registry and a token for it: what `NPM_CONFIG_USERCONFIG` may point at. */
  readonly npmrc: string;
  /**
   * Publishes a tarball.
   *
   * @throws {UserError} where the registry does not take it, as a version that is there already, or does not have it
   *   afterwards, or where the package says itself which registry it goes to.
   */
  publish(tarball: string): Promise<void>;
  /** Stops it and removes whatever was published. */
  close(): Promise<void>;
}

/**
 * Starts an empty registry on a free port of the loopback interface. It takes and serves `@git-tokens/*` itself, so that
 * nothing of that name is ever asked for elsewhere; all other packages come from the registry that npm is configured to use.
 *
 * @throws {UserError} where the server cannot be installed.
 * @throws {UserError} where it does not start.
 */
export async function startRegistry(): Promise<Registry> {
  await registryTools.install();
  const folder = await mkdtemp(join(tmpdir(), "git-tokens-registry-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const config = configuration(folder, await upstream(folder));
    const child = fork(
      fileURLToPath(new URL("serve.ts", import.meta.url)),
      [registryTools.folder, JSON.stringify(config)],
      {
        cwd: folder,
        stdio: ["ignore", "ignore", "pipe", "ipc"],
      },
    );
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const ended = once(child, "exit");
    const port: unknown = await Promise.race([
      once(child, "message").then(([sent]) => sent),
      ended.then(() => undefined),
    ]);
    if (typeof port !== "number") throw new UserError(`the local registry did not start: ${said.trim()}`);
    // A registry that is left open must not keep its user's process alive, which ends it by disconnecting.
    child.unref();
    child.channel?.unref();
    const url = `http://127.0.0.1:${port}/`;
    await useRegistry(folder, url);
    return {
      url,
      npmrc: join(folder, ".npmrc"),
      publish: (tarball) => publish(tarball, url, folder),
      close: async () => {
        child.ref();
        child.kill();
        await ended;
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

function configuration(folder: string, registry: string): object {
  const everybody = { access: "$all", publish: "$anonymous", unpublish: "$anonymous" };
  return {
    storage: join(folder, "storage"),
    self_path: folder,
    auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: -1 } },
    // One answer that does not come is no reason to ask for nothing any more for minutes.
    uplinks: { upstream: { url: registry, cache: true, max_fails: 100, fail_timeout: "1s" } },
    packages: { "@git-tokens/*": everybody, "**": { access: "$all", publish: [], proxy: "upstream" } },
    max_body_size: "10mb",
    web: { enable: false },
    log: { type: "stdout", level: "fatal" },
  };
}

/** The registry of the machine, whatever the configuration of this repository says. */
async function upstream(cwd: string): Promise<string> {
  return (await run("npm", ["config", "get", "registry"], { cwd })).trim();
}

async function publish(tarball: string, url: string, folder: string): Promise<void> {
  const packed = await run("tar", ["-xzOf", tarball, "package/package.json"]).catch((cause: Error) => {
    throw new UserError(`${tarball} is no tarball of a package: ${cause.message}`, { cause });
  });
  const manifest: Manifest = JSON.parse(packed);
  refuseOwnRegistry(manifest);
  const options = ["--registry", url, "--no-git-checks", "--access", "public", "--no-provenance"];
  const env = { NPM_CONFIG_USERCONFIG: join(folder, ".npmrc") };
  await run("pnpm", ["publish", tarball, ...options], { cwd: folder, env }).catch((cause: Error) => {
    throw new UserError(`the registry at ${url} does not take ${tarball}: ${cause.message}`, { cause });
  });
  await publishedTarball(url, manifest);
}
