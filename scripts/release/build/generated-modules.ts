import { glob, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import type { Plugin } from "rolldown";
import { isolatedDeclarationSync } from "rolldown/experimental";

/*
 * A generated module keeps its own file: it exports each operation with its documentation, and the methods of a client get
 * their documentation from there. A bundle turns a module into an object or a list of exports, which would lose it.
 */

/** The generated modules of a package, relative to its folder. */
export async function generatedSources(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const source of glob("src/generated/*.gen.ts", { cwd: folder })) found.push(source);
  return found.sort();
}

/** Whether a generated module has only types, so that nothing of it remains in the code. */
export const isTypesAlone = (text: string): boolean => !/^export (const|function|class)\b/m.test(text);

/** Keeps generated modules out of a bundle: they are files next to it. */
export function leaveGenerated(): Plugin {
  return {
    name: "leave-generated",
    resolveId: {
      order: "pre",
      handler: (source, importer) =>
        importer !== undefined && source.endsWith(".gen.ts")
          ? { id: `./${basename(source, ".ts")}.js`, external: true }
          : undefined,
    },
  };
}

/**
 * Writes the declarations of a generated module into `dist`.
 *
 * @param source The path of the module, relative to the folder of the package.
 * @throws {UserError}
 */
export async function declareGenerated(folder: string, source: string): Promise<void> {
  const text = await readFile(join(folder, source), "utf8");
  const { code, errors } = isolatedDeclarationSync(source, text, { sourcemap: false });
  const [error] = errors;
  if (error) throw new UserError(`${join(folder, source)}: ${error.message}\n${error.codeframe ?? ""}`);
  const file = join(folder, "dist", `${basename(source, ".ts")}.d.ts`);
  await writeFile(file, code.replaceAll('.gen.ts"', '.gen.js"'));
}
