import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { consumerTools } from "@git-tokens/workspace/tool-set";
import type { Project } from "./check.ts";
import { run } from "./command.ts";

/** Bundles the program with esbuild into one module without imports. */
export async function bundleWithEsbuild({ folder, signal }: Project): Promise<string> {
  const file = join(folder, "esbuild/main.js");
  const options = ["--bundle", "--format=esm", "--minify", `--outfile=${file}`];
  await run(consumerTools.file("esbuild/bin/esbuild"), ["program/main.ts", ...options], { cwd: folder, signal });
  return file;
}

/** Bundles the program with Vite, as for a web page. */
export async function bundleWithVite({ folder, signal }: Project): Promise<string> {
  const build = {
    outDir: "vite",
    rollupOptions: {
      input: "program/main.ts",
      // A web page has no exports, but the module that runs here has one.
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "main.js" },
    },
  };
  await writeFile(join(folder, "vite.config.js"), `export default ${JSON.stringify({ build })};\n`);
  await run(process.execPath, [consumerTools.file("vite/bin/vite.js"), "build"], { cwd: folder, signal });
  return join(folder, "vite/main.js");
}
