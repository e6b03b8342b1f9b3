import { execFile } from "node:child_process";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it, onTestFinished } from "vitest";
import { configureUser, startForeignRegistry } from "../registry/foreign-registry.ts";
import { publishedTarball } from "../registry/published.ts";
import { startRegistry } from "../registry/start-registry.ts";
import { publishCopy } from "./publish-copy.ts";
import { stepsIn } from "./step.ts";

const MANIFEST = { name: "@git-tokens/sample", version: "1.0.0", exports: {} };

/** A repository with one package, and what publishes it. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await folderWith({
    "package.json": '{ "name": "root", "private": true }',
    "packages/sample/package.json": JSON.stringify(MANIFEST),
    ".changeset/config.json": '{ "access": "public" }',
    ...files,
  });
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  await promisify(execFile)("git", ["init", "--quiet"], { cwd: root });
  return root;
}

it("publishes nowhere else, whatever the repository and the user of the machine say", async () => {
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
  await publishCopy(
    root,
    [join(root, "packages/sample")],
    registry.url,
    stepsIn(root, () => {}),
  );
  expect(await publishedTarball(registry.url, MANIFEST)).toContain(registry.url);
  expect(foreign.requests).toEqual([]);
});

it("publishes no package that says itself where it goes", async () => {
  const foreign = await startForeignRegistry();
  const root = await repository({
    "packages/sample/package.json": JSON.stringify({ ...MANIFEST, publishConfig: { registry: foreign.url } }),
    "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
  });
  const publishing = publishCopy(
    root,
    [join(root, "packages/sample")],
    foreign.url,
    stepsIn(root, () => {}),
  );
  await expect(publishing).rejects.toThrow("publishConfig of @git-tokens/sample names `registry`");
  expect(foreign.requests).toEqual([]);
});
