import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { describe, expect, it } from "vitest";

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly type?: string;
  readonly license?: string;
  readonly bin?: object;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifests: (readonly [path: string, manifest: Manifest])[] = [];
for await (const path of glob("{packages,scripts}/*/package.json", { cwd: ROOT })) {
  manifests.push([path, JSON.parse(await readFile(join(ROOT, path), "utf8"))]);
}

it("finds the packages", () => {
  expect(manifests.length).toBeGreaterThan(6);
});

describe.each(manifests)("%s", (_, manifest) => {
  it("can be packed, and can be a dependency of a packed package", () => {
    expect(manifest).toMatchObject({ name: expect.stringMatching(/^@git-tokens\//), version: expect.any(String) });
    expect(manifest.type).toBe("module");
  });

  it("takes its dependencies from the catalog or from this repository", () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const others = versions.filter(([, version]) => !/^(catalog:\w*|workspace:[*^])$/.test(version));
    expect(others).toEqual([]);
  });
});

const published = manifests.filter(([, { private: hidden }]) => !hidden);

describe.each(published.filter(([, { bin }]) => bin === undefined))("%s, which is a client", (_, manifest) => {
  it("runs on Node 22, under MIT, with openapi-fetch as its only foreign dependency", () => {
    expect(manifest).toMatchObject({ license: "MIT", engines: { node: ">=22.12" } });
    const foreign = Object.keys(manifest.dependencies ?? {}).filter((name) => !name.startsWith("@git-tokens/"));
    expect(["", "openapi-fetch"]).toContain(foreign.join());
  });
});

describe.each(published.filter(([, { bin }]) => bin !== undefined))("%s, which is a program", (_, manifest) => {
  it("runs on a Node 22 that strips types, under MIT", () => {
    expect(manifest).toMatchObject({ license: "MIT", engines: { node: ">=22.18" } });
  });
});

it("has exact versions in the catalog", async () => {
  const text = await readFile(join(ROOT, "pnpm-workspace.yaml"), "utf8");
  const catalog = /^catalog:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? "";
  const versions = catalog
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.split(": "));
  expect(versions.length).toBeGreaterThan(10);
  expect(versions.filter(([, version = ""]) => !/^"?(npm:[\w-]+@)?\d+\.\d+\.\d+"?$/.test(version))).toEqual([]);
});
