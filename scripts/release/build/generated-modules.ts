import { glob, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import type { Plugin } from "rolldown";
import { isolatedDeclarationSync } from "rolldown/experimental";

/*
 * A generated module stays a file of its own: operations are exported one by one, each with its documentation, which the
 * methods of a client have from there. An object or a list of exports, as a bundle makes of a module, would lose it.
 */

/** The generated modules of a package, from its folder. */
export async function generatedSources(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const source of glob("src/generated/*.gen.ts", { cwd: folder })) found.push(source);
  return found.sort();
}

/** Whether a generated module has types alone, so that nothing of it is left in code. */
export const isTypesAlone = (text: string): boolean => !/^export (const|function|class)\b/m.test(text);

/** Keeps a bundle from taking generated modules in: they stand beside it. */
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
 * @param source The path of the module from the package's folder.
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
