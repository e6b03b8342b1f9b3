import { createHash } from "node:crypto";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { writeSbom } from "./write-sbom.ts";

/** The output of `changeset pack`: two packages, one of which depends on the other. */
async function release(): Promise<string> {
  const folder = await folderWith({
    "base/package.json": JSON.stringify({ name: "@git-tokens/base", version: "1.2.3", license: "MIT" }),
    "client/package.json": JSON.stringify({
      name: "@git-tokens/client",
      version: "0.1.0",
      dependencies: { "@git-tokens/base": "^1.2.0" },
    }),
    "packages/.keep": "",
  });
  for (const name of ["base", "client"]) {
    const args = ["pack", `./${name}`, "--pack-destination", "packages"];
    await run("npm", args, { cwd: folder });
  }
  return folder;
}

const sha512 = async (file: string): Promise<string> =>
  createHash("sha512")
    .update(await readFile(file))
    .digest("hex");

it("lists the tarballs with their hashes and dependencies", async () => {
  const folder = await release();
  await writeSbom(folder, await folderWith({}));
  const text = await readFile(join(folder, "sbom.cdx.json"), "utf8");
  const sbom = JSON.parse(text);
  expect(sbom).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "git-tokens-release" } } });
  expect(sbom.components).toMatchObject([
    {
      purl: "pkg:npm/%40git-tokens/base@1.2.3",
      licenses: [{ license: { id: "MIT" } }],
      hashes: [{ alg: "SHA-512", content: await sha512(join(folder, "packages/git-tokens-base-1.2.3.tgz")) }],
    },
    {
      purl: "pkg:npm/%40git-tokens/client@0.1.0",
      hashes: [{ alg: "SHA-512", content: await sha512(join(folder, "packages/git-tokens-client-0.1.0.tgz")) }],
    },
  ]);
  expect(sbom.dependencies).toContainEqual({
    ref: "@git-tokens/client@0.1.0",
    dependsOn: ["@git-tokens/base@1.2.3"],
  });
  expect(text).not.toContain(folder);
});

it("says what to do if nothing is packed", async () => {
  const failure = writeSbom(await folderWith({}), await folderWith({}));
  await expect(failure).rejects.toThrow(/has no packages\/\*\.tgz; run `pnpm changeset pack --out-dir /);
});

it("names a missing dependency of a tarball", async () => {
  const manifest = { name: "lost", version: "1.0.0", dependencies: { gone: "file:./gone" } };
  const folder = await folderWith({ "package.json": JSON.stringify(manifest), "packages/.keep": "" });
  await run("npm", ["pack", "--pack-destination", "packages"], { cwd: folder });
  const failure = await writeSbom(folder, await folderWith({})).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect(String(failure)).toMatch(/`npm sbom .*` ended with 1:\n(.*\n)*.*required by lost@1\.0\.0/);
});

it("refuses to list a package that is installed from another tarball", async () => {
  const folder = await release();
  const twin = JSON.stringify({ name: "@git-tokens/base", version: "1.2.3", description: "another" });
  const other = await folderWith({ "package.json": twin });
  await run("npm", ["pack", other], { cwd: other });
  await copyFile(join(other, "git-tokens-base-1.2.3.tgz"), join(folder, "packages/another.tgz"));
  await expect(writeSbom(folder, await folderWith({}))).rejects.toThrow(
    /npm installed another (another|git-tokens-base-1\.2\.3)\.tgz than the one that was packed/,
  );
});
