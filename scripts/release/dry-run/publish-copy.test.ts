import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { run } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { registryTools } from "@git-tokens/workspace/tool-set";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { configureUser, startForeignRegistry } from "../registry/foreign-registry.ts";
import { publishedTarball } from "../registry/published.ts";
import { startRegistry } from "../registry/start-registry.ts";
import { publishCopy } from "./publish-copy.ts";
import { stepsIn } from "./step.ts";

const MANIFEST = { name: "@git-tokens/sample", version: "1.0.0", exports: {} };

// Before a test changes the settings of the user, whose pnpm then has another store.
beforeAll(() => registryTools.install());

/** A repository with one package, and with the tools that publish it. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await folderWith({
    "package.json": '{ "name": "root", "private": true }',
    "packages/sample/package.json": JSON.stringify(MANIFEST),
    ".changeset/config.json": '{ "access": "public" }',
    ...files,
  });
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  await run("git", ["init", "--quiet"], { cwd: root });
  return root;
}

it("publishes the packed and listed tarballs, and nowhere else, whatever the repository and the user have configured", async () => {
  const foreign = await startForeignRegistry();
  await configureUser(foreign);
  const workspace = `packages: ["packages/*"]\n${foreign.workspace}`;
  const root = await repository({
    ".npmrc": foreign.npmrc,
    "packages/sample/.npmrc": foreign.npmrc,
    "pnpm-workspace.yaml": workspace,
  });
  const registry = await startRegistry();
  onTestFinished(() => registry.close());
  const work = await folderWith({});
  await publishCopy(
    { folder: root, packages: [join(root, "packages/sample")] },
    work,
    registry.url,
    stepsIn(root, () => {}),
  );
  const url = await publishedTarball(registry.url, MANIFEST);
  expect(url).toContain(registry.url);
  const packed = await readFile(join(work, "release/packages/git-tokens-sample-1.0.0.tgz"));
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(packed);
  expect(await readFile(join(work, "release/sbom.cdx.json"), "utf8")).toContain("pkg:npm/%40git-tokens/sample@1.0.0");
  expect(foreign.requests).toEqual([]);
});

it("publishes no package that names its own registry", async () => {
  const foreign = await startForeignRegistry();
  const root = await repository({
    "packages/sample/package.json": JSON.stringify({ ...MANIFEST, publishConfig: { registry: foreign.url } }),
    "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
  });
  const publishing = publishCopy(
    { folder: root, packages: [join(root, "packages/sample")] },
    await folderWith({}),
    foreign.url,
    stepsIn(root, () => {}),
  );
  await expect(publishing).rejects.toThrow("publishConfig of @git-tokens/sample names `registry`");
  expect(foreign.requests).toEqual([]);
});
