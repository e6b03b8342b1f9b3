import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { transform } from "esbuild";

/** What only this repository needs: tests, and what is made for them. */
const LEFT_OUT = /\.(test|test-d|fixture)\.ts$|^fixtures\//;

/**
 * Builds a package that is a program into its `dist`, file by file: `src/a/b.ts` becomes `dist/a/b.js` without its types, as
 * Node runs it, and other files are copied. Node strips no types of what is installed.
 *
 * @param folder The folder of the package.
 * @throws {UserError} where a source is no TypeScript that Node can run.
 */
export async function buildProgram(folder: string): Promise<void> {
  const dist = join(folder, "dist");
  await rm(dist, { recursive: true, force: true });
  for await (const entry of glob("**/*", { cwd: join(folder, "src"), withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(join(folder, "src").length + 1);
    if (!entry.isFile() || LEFT_OUT.test(path)) continue;
    const target = join(dist, path.replace(/\.ts$/, ".js"));
    if (existsSync(target))
      throw new UserError(`${join(folder, "src", path)}: another source becomes ${target}; rename one`);
    await mkdir(dirname(target), { recursive: true });
    const source = join(folder, "src", path);
    await writeFile(target, path.endsWith(".ts") ? await toJavaScript(source) : await copied(source));
  }
}

/** Any other file; a config names its plugins by their files. */
async function copied(source: string): Promise<string> {
  return (await readFile(source, "utf8")).replaceAll(/^( *- \.\/[\w-]+)\.ts$/gm, "$1.js");
}

/** The code of a source, with imports of what it becomes. */
async function toJavaScript(source: string): Promise<string> {
  const text = await readFile(source, "utf8");
  try {
    const { code } = await transform(text, { loader: "ts", format: "esm", target: "node22", sourcefile: source });
    return code.replaceAll(/((?:from|import|import\()\s*"\.{1,2}\/[^"\n]*)\.ts"/g, '$1.js"');
  } catch (error) {
    throw new UserError(`${source}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
