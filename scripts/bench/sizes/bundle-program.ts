import { build } from "esbuild";

/**
 * A program as a browser gets it: bundled with all that it imports, minified, as one ES module.
 *
 * @param folder What its imports are relative to.
 * @param conditions Which exports of packages it gets, first of all: those of our sources, for example.
 */
export async function bundleProgram(
  code: string,
  folder: string,
  conditions: readonly string[] = [],
): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    logLevel: "silent",
    ...(conditions.length > 0 && { conditions: [...conditions] }),
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
