import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/**
 * Restores `export type *`, which the declarations lose: if the code, which is built first, does not export all of a module,
 * the declarations must only promise its types.
 *
 * @param folder The folder of the package.
 */
export function typeOnlyExports(folder: string): Plugin {
  return {
    name: "type-only-exports",
    async generateBundle(_, bundle) {
      for (const [fileName, chunk] of Object.entries(bundle)) {
        if (chunk.type !== "chunk" || !/^export \* from /m.test(chunk.code)) continue;
        const code = await readFile(join(folder, "dist", fileName.replace(/\.d\.ts$/, ".js")), "utf8");
        chunk.code = chunk.code.replace(/^export (\* from .*)$/gm, (all, what: string) =>
          code.includes(all) ? all : `export type ${what}`,
        );
      }
    },
  };
}
