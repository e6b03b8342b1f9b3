import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { configureUser, startForeignRegistry } from "@git-tokens/registry/foreign-registry";
import { type Registry, startRegistry } from "@git-tokens/registry/start-registry";
import { TOOLS as RUNTIME_TOOLS } from "@git-tokens/runtimes/tools";
import { folderWith } from "@git-tokens/spec/sample";
import { installToolSet } from "@git-tokens/tool-set/install-tool-set";
import { afterAll, beforeAll, expect, it } from "vitest";
import { INSTALL_CHECK } from "./install-check.ts";
import { NPM_CLIENTS } from "./npm-clients.ts";
import { TOOLS } from "./tools.ts";

let registry: Registry;

beforeAll(async () => {
  for (const tools of [TOOLS, RUNTIME_TOOLS]) await installToolSet(tools);
  registry = await startRegistry();
});

afterAll(() => registry.close());

it("has the packages from nowhere else, whatever the user of the machine has configured", async () => {
  const packed = await folderWith({ "package.json": '{ "name": "@git-tokens/sample", "version": "1.0.0" }' });
  await promisify(execFile)("pnpm", ["pack", "--out", "packed.tgz"], { cwd: packed });
  await registry.publish(join(packed, "packed.tgz"));
  const foreign = await startForeignRegistry();
  await configureUser(foreign);
  for (const client of NPM_CLIENTS) {
    await INSTALL_CHECK.check({
      folder: await folderWith({}),
      client,
      registry: registry.url,
      packages: ["@git-tokens/sample"],
      operations: {},
      servers: {},
      credential: "",
      signal: new AbortController().signal,
    });
    expect([client.title, ...foreign.requests]).toEqual([client.title]);
  }
});
