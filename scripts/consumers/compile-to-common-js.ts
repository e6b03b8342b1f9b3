import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Project } from "./check.ts";
import { run } from "./command.ts";
import { compiler } from "./type-checks.ts";

/** The folder whose package.json makes TypeScript write CommonJS. */
const FILES = {
  "package.json": { type: "commonjs" },
  "tsconfig.json": {
    compilerOptions: {
      target: "ES2022",
      module: "nodenext",
      strict: true,
      types: [],
      rootDir: "program",
      outDir: "out",
      rewriteRelativeImportExtensions: true,
    },
    include: ["program"],
    // Only ESM has top-level await.
    exclude: ["program/*.test-d.ts"],
  },
};

/** Compiles the program to CommonJS, so that it requires the packages, and adds an ES module that requires it. */
export async function compileToCommonJs({ folder, signal }: Project): Promise<string> {
  const project = join(folder, "commonjs");
  await cp(join(folder, "program"), join(project, "program"), { recursive: true });
  for (const [name, value] of Object.entries(FILES)) await writeFile(join(project, name), JSON.stringify(value));
  await run(process.execPath, [compiler("5.9"), "-p", project], { cwd: project, signal });
  const file = join(project, "main.mjs");
  const lines = [
    'import { createRequire } from "node:module";',
    'export default createRequire(import.meta.url)("./out/main.js").default;',
  ];
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}
