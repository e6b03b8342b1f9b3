import { join } from "node:path";
import { configureUser, startForeignRegistry } from "@git-tokens/release/registry/foreign-registry";
import { type Registry, startRegistry } from "@git-tokens/release/registry/start-registry";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { run } from "@git-tokens/spec-tools/system/run";
import { afterAll, beforeAll, expect, it } from "vitest";
import { INSTALL_CHECK } from "./install-check.ts";
import type { NpmClient } from "./npm-clients.ts";

/** The clients that this machine has anyway; the others are a gigabyte to install. */
const CLIENTS: readonly NpmClient[] = [
  { title: "npm", add: (cache) => ({ line: ["npm", "install", "--no-audit", "--no-fund", "--cache", cache] }) },
  { title: "pnpm", add: (cache) => ({ line: ["pnpm", "add", "--store-dir", cache, `--config.cache-dir=${cache}`] }) },
];

let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry();
});

afterAll(() => registry.close());

it("installs the packages from nowhere else, whatever the user of the machine has configured", async () => {
  const packed = await folderWith({ "package.json": '{ "name": "@git-tokens/sample", "version": "1.0.0" }' });
  await run("pnpm", ["pack", "--out", "packed.tgz"], { cwd: packed });
  await registry.publish(join(packed, "packed.tgz"));
  const foreign = await startForeignRegistry();
  await configureUser(foreign);
  for (const client of CLIENTS) {
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
