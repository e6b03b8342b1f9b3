import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { consumerTools } from "@git-tokens/workspace/tool-set";
import type { Project } from "./check.ts";
import { run } from "./command.ts";

/** The program as one module without imports, made by esbuild. */
export async function bundleWithEsbuild({ folder, signal }: Project): Promise<string> {
  const file = join(folder, "esbuild/main.js");
  const options = ["--bundle", "--format=esm", "--minify", `--outfile=${file}`];
  await run(consumerTools.file("esbuild/bin/esbuild"), ["program/main.ts", ...options], { cwd: folder, signal });
  return file;
}

/** The same, made by Vite as it builds a page. */
export async function bundleWithVite({ folder, signal }: Project): Promise<string> {
  const build = {
    outDir: "vite",
    rollupOptions: {
      input: "program/main.ts",
      // A page has no exports; a module that is run here has one.
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "main.js" },
    },
  };
  await writeFile(join(folder, "vite.config.js"), `export default ${JSON.stringify({ build })};\n`);
  await run(process.execPath, [consumerTools.file("vite/bin/vite.js"), "build"], { cwd: folder, signal });
  return join(folder, "vite/main.js");
}
