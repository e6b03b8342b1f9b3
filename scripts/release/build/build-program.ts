import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { transform } from "esbuild";
import { isolatedDeclarationSync } from "rolldown/experimental";

/** What only this repository needs: tests, and what is made for them. */
const LEFT_OUT = /\.(test|test-d|fixture|cases)\.ts$|^fixtures\//;

/**
 * Builds a package that is a program into its `dist`, file by file: `src/a/b.ts` becomes `dist/a/b.js` without its types, as
 * Node runs it, and other files are copied. Node strips no types of what is installed. What others may import has
 * declarations.
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
  for (const source of await importedSources(folder)) await declare(folder, source);
}

/** What others import of the program, as its package.json has it: sources with types. */
async function importedSources(folder: string): Promise<readonly string[]> {
  const { exports = {} }: { exports?: Readonly<Record<string, unknown>> } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  return Object.values(exports).flatMap((entry) => {
    const source: unknown = Object(entry)["@git-tokens/source"];
    return typeof source === "string" ? [source] : [];
  });
}

/** Writes the declarations of one source into `dist`. They name no other file of the program. */
async function declare(folder: string, source: string): Promise<void> {
  const text = await readFile(join(folder, source), "utf8");
  const { code, errors } = isolatedDeclarationSync(source, text, { sourcemap: false });
  const [error] = errors;
  if (error) throw new UserError(`${join(folder, source)}: ${error.message}\n${error.codeframe ?? ""}`);
  const inner = /from "(\.[^"]*)"/.exec(code)?.[1];
  if (inner !== undefined) {
    throw new UserError(`${join(folder, source)}: its exports have types of ${inner}; declare them in the file itself`);
  }
  await writeFile(join(folder, source.replace(/^\.\/src\//, "dist/").replace(/\.ts$/, ".d.ts")), code);
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
