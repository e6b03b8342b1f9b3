import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const PACKAGES = new URL("../../", import.meta.url);

/** What ends up in a bundle: the sources of every package, without their tests. */
const sources = readdirSync(PACKAGES)
  .map((name) => new URL(`${name}/src/`, PACKAGES))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => new URL(file, folder)))
  .filter(({ pathname }) => pathname.endsWith(".ts") && !/\.test(-d)?\.ts$/.test(pathname));

it.each(sources.map((file) => [fileURLToPath(file).slice(fileURLToPath(PACKAGES).length), file] as const))(
  "%s needs nothing that only one runtime has",
  (_, file) => {
    const code = readFileSync(file, "utf8").replaceAll(/\/\*.*?\*\/|\/\/.*$/gms, "");
    expect(code).not.toMatch(/["']node:|\b(process|Buffer|require|Deno|Bun)\b[.(]/);
  },
);
