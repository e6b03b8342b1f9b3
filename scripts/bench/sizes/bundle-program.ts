import { type BuildOptions, build } from "esbuild";

/**
 * A program as a browser gets it: bundled with all that it imports, minified, as one ES module.
 *
 * @param folder What its imports are relative to.
 * @param more How modules are found: which exports of packages, those of our sources for example, or by a plugin.
 */
export async function bundleProgram(
  code: string,
  folder: string,
  more: Pick<BuildOptions, "conditions" | "plugins"> = {},
): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...more,
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    logLevel: "silent",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
