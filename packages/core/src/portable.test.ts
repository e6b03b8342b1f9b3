import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const PACKAGES = new URL("../../", import.meta.url);

/** What a package needs at run time, by name. */
function dependenciesOf(name: string): Readonly<Record<string, string>> {
  const manifest: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(new URL(`${name}/package.json`, PACKAGES), "utf8"),
  );
  return manifest.dependencies ?? {};
}

/** What ends up in a bundle: the sources of the core and of every client, without their tests. */
const sources = readdirSync(PACKAGES)
  .filter((name) => "openapi-fetch @git-tokens/core".split(" ").some((client) => client in dependenciesOf(name)))
  .map((name) => new URL(`${name}/src/`, PACKAGES))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => new URL(file, folder)))
  .filter(({ pathname }) => pathname.endsWith(".ts") && !/\.(test(-d)?|fixture)\.ts$/.test(pathname));

it.each(sources.map((file) => [fileURLToPath(file).slice(fileURLToPath(PACKAGES).length), file] as const))(
  "%s needs nothing that only one runtime has",
  (_, file) => {
    const code = readFileSync(file, "utf8").replaceAll(/\/\*.*?\*\/|\/\/.*$/gms, "");
    expect(code).not.toMatch(/["']node:|\b(process|Buffer|require|Deno|Bun)\b[.(]/);
  },
);

/** What a module imports, by type alone or not, directly or through others of its package. */
function importsOf(file: URL, seen: Set<string> = new Set()): Set<string> {
  for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(/^(?:import|export)[^;]*? from "(.+?)"/gm)) {
    const target = specifier.startsWith(".") ? new URL(specifier, file).href : specifier;
    if (seen.has(target)) continue;
    seen.add(target);
    if (specifier.startsWith(".")) importsOf(new URL(target), seen);
  }
  return seen;
}

const FOR_TESTS = /\/testing(\.ts|\/[\w-]+\.ts)?$/;
const entries = sources.filter(({ pathname }) => /\/src\/(index|operations)\.ts$/.test(pathname));

it.each(entries.map((file) => [fileURLToPath(file).slice(fileURLToPath(PACKAGES).length), file] as const))(
  "%s carries nothing that is for tests",
  (_, file) => {
    const imports = [...importsOf(file)];
    expect(imports.length).toBeGreaterThan(3);
    expect(imports.filter((target) => FOR_TESTS.test(target))).toEqual([]);
    expect([...importsOf(new URL("testing.ts", file))].some((target) => FOR_TESTS.test(target))).toBe(true);
  },
);
