import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@git-tokens/spec-tools/system/run";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { registryTools } from "@git-tokens/workspace/tool-set";
import type { Manifest } from "../packages/pack-package.ts";
import { publishedTarball, refuseOwnRegistry } from "./published.ts";
import { useRegistry } from "./use-registry.ts";

/** A running registry. */
export interface Registry {
  /** `http://127.0.0.1:<port>/`. */
  readonly url: string;
  /** An npm configuration with this registry and a token, for `NPM_CONFIG_USERCONFIG`. */
  readonly npmrc: string;
  /**
   * Publishes a tarball.
   *
   * @throws {UserError} if the registry refuses it, such as a version that exists already, or does not have it
   *   afterwards, or if the package names its own registry.
   */
  publish(tarball: string): Promise<void>;
  /** Stops it and removes everything that was published. */
  close(): Promise<void>;
}

/**
 * Starts an empty registry on a free port of the loopback interface. It stores and serves `@git-tokens/*` itself and never
 * asks another registry for them; all other packages come from the registry that npm is configured to use.
 *
 * @throws {UserError} if the server cannot be installed or does not start.
 */
export async function startRegistry(): Promise<Registry> {
  await registryTools.install();
  const { path: folder, remove } = await temporaryFolder("registry");
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
    // An open registry must not keep the parent process alive. It ends when the parent disconnects.
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
    // After one lost response, keep sending requests instead of waiting for minutes.
    uplinks: { upstream: { url: registry, cache: true, max_fails: 100, fail_timeout: "1s" } },
    packages: { "@git-tokens/*": everybody, "**": { access: "$all", publish: [], proxy: "upstream" } },
    max_body_size: "10mb",
    web: { enable: false },
    log: { type: "stdout", level: "fatal" },
  };
}

/** The registry of the machine, regardless of the configuration of this repository. */
async function upstream(cwd: string): Promise<string> {
  return (await run("npm", ["config", "get", "registry"], { cwd })).trim();
}

async function publish(tarball: string, url: string, folder: string): Promise<void> {
  const packed = await run("tar", ["-xzOf", tarball, "package/package.json"]).catch((cause: Error) => {
    throw new UserError(`${tarball} is not the tarball of a package: ${cause.message}`, { cause });
  });
  const manifest: Manifest = JSON.parse(packed);
  refuseOwnRegistry(manifest);
  const options = ["--registry", url, "--no-git-checks", "--access", "public", "--no-provenance"];
  const env = { NPM_CONFIG_USERCONFIG: join(folder, ".npmrc") };
  await run("pnpm", ["publish", tarball, ...options], { cwd: folder, env }).catch((cause: Error) => {
    throw new UserError(`the registry at ${url} refuses ${tarball}: ${cause.message}`, { cause });
  });
  await publishedTarball(url, manifest);
}
