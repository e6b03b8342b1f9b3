import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { afterAll, beforeAll, expect, it } from "vitest";
import { configureUser, startForeignRegistry } from "./foreign-registry.ts";
import { publishedTarball } from "./published.ts";
import { type Registry, startRegistry } from "./start-registry.ts";

let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry();
});

afterAll(() => registry.close());

/** The tarball of a package with this name. */
async function tarballOf(name: string, version: string, more: object = {}): Promise<string> {
  const folder = await folderWith({ "package.json": JSON.stringify({ name, version, ...more }) });
  await run("pnpm", ["pack", "--out", "packed.tgz"], { cwd: folder });
  return join(folder, "packed.tgz");
}

it("serves to npm what was published", async () => {
  await registry.publish(await tarballOf("@git-tokens/sample", "1.2.3"));
  const folder = await folderWith({ "package.json": "{}" });
  const options = ["--userconfig", registry.npmrc, "--no-audit", "--no-fund", "--cache", join(folder, "cache")];
  await run("npm", ["install", "@git-tokens/sample@1.2.3", ...options], { cwd: folder });
  const installed = await readFile(join(folder, "node_modules/@git-tokens/sample/package.json"), "utf8");
  expect(JSON.parse(installed)).toMatchObject({ version: "1.2.3" });
});

it("refuses to publish a version twice", async () => {
  const tarball = await tarballOf("@git-tokens/once", "1.0.0");
  await registry.publish(tarball);
  await expect(registry.publish(tarball)).rejects.toThrow(UserError);
});

it("refuses a package outside its scope", async () => {
  await expect(registry.publish(await tarballOf("somebody-elses", "1.0.0"))).rejects.toThrow(UserError);
});

it("publishes nowhere else, whatever the user has configured", async () => {
  const foreign = await startForeignRegistry();
  await configureUser(foreign);
  await registry.publish(await tarballOf("@git-tokens/kept-here", "1.0.0"));
  expect(foreign.requests).toEqual([]);
});

it.each(["registry", "@git-tokens:registry"])(
  "refuses a package that names its own registry with %s",
  async (setting) => {
    const foreign = await startForeignRegistry();
    const tarball = await tarballOf("@git-tokens/goes-there", "1.0.0", { publishConfig: { [setting]: foreign.url } });
    await expect(registry.publish(tarball)).rejects.toThrow(
      `publishConfig of @git-tokens/goes-there names \`${setting}\``,
    );
    expect(foreign.requests).toEqual([]);
  },
);

it("names what it does not have", async () => {
  const missing = { name: "@git-tokens/missing", version: "1.0.0", exports: {} };
  await expect(publishedTarball(registry.url, missing)).rejects.toThrow("has no @git-tokens/missing@1.0.0");
});

it("asks no other registry for a package of this scope", async () => {
  const answer = await fetch(new URL("@git-tokens%2fmissing", registry.url));
  expect(answer.status).toBe(404);
});

it("serves other packages from the registry of the machine", async () => {
  const answer = await fetch(new URL("openapi-fetch", registry.url));
  expect(await answer.json()).toMatchObject({ name: "openapi-fetch" });
});

it("stops and removes everything when it is closed", async () => {
  const other = await startRegistry();
  await other.close();
  await expect(fetch(other.url)).rejects.toThrow();
  await expect(access(other.npmrc)).rejects.toThrow();
});
