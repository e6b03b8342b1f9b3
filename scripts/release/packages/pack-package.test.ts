import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { ROOT } from "@git-tokens/workspace/paths";
import { afterEach, expect, it, vi } from "vitest";
import { packPackage } from "./pack-package.ts";
import { unpack } from "./unpack.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The published package.json of a package with a script, in a repository with our `.pnpmfile.mjs`. */
async function packed(): Promise<unknown> {
  const root = await folderWith({
    "package.json": '{ "name": "root", "private": true }',
    "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
    ".pnpmfile.mjs": await readFile(join(ROOT, ".pnpmfile.mjs"), "utf8"),
    "packages/sample/package.json": JSON.stringify({
      name: "@git-tokens/sample",
      version: "1.0.0",
      scripts: { test: "true" },
    }),
  });
  const { tarball } = await packPackage(join(root, "packages/sample"), await folderWith({}));
  return JSON.parse(String((await unpack(tarball)).get("package.json")));
}

it("adds the repository, its issues and the page of the package when GitHub packs it", async () => {
  vi.stubEnv("GITHUB_SERVER_URL", "https://git.example.com");
  vi.stubEnv("GITHUB_REPOSITORY", "somebody/clients");
  expect(await packed()).toEqual({
    name: "@git-tokens/sample",
    version: "1.0.0",
    homepage: "https://git.example.com/somebody/clients/tree/HEAD/packages/sample#readme",
    bugs: { url: "https://git.example.com/somebody/clients/issues" },
    repository: {
      type: "git",
      url: "git+https://git.example.com/somebody/clients.git",
      directory: "packages/sample",
    },
    exports: {},
  });
});

it("uses github.com if only the repository is set, as for the first publish by hand", async () => {
  vi.stubEnv("GITHUB_SERVER_URL", undefined);
  vi.stubEnv("GITHUB_REPOSITORY", "somebody/clients");
  expect(await packed()).toMatchObject({ bugs: { url: "https://github.com/somebody/clients/issues" } });
});

it("adds none of them if the repository is unknown", async () => {
  vi.stubEnv("GITHUB_REPOSITORY", undefined);
  expect(await packed()).toEqual({ name: "@git-tokens/sample", version: "1.0.0", exports: {} });
});
