import { readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { build } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { declareGenerated, generatedSources, leaveGenerated } from "./generated-modules.ts";
import { mappedSources } from "./mapped-sources.ts";
import { typeOnlyExports } from "./type-only-exports.ts";

/** The part of a package.json that says what is built of which source. */
interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly "@git-tokens/source": string }>>;
}

/**
 * Builds every entry point of a package into its `dist`: `src/index.ts` becomes `index.js` and `index.d.ts`. What is written
 * by hand is bundled, since every installation keeps the files on disk; a generated module stays a file of its own. Comments
 * are in the declarations, where an editor shows them, and not in the code.
 *
 * @param folder The folder of the package; its package.json names the source of each entry point by the condition
 *   `@git-tokens/source`.
 */
export async function buildPackage(folder: string): Promise<void> {
  const { exports }: Manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const sources = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [] : [entry["@git-tokens/source"]],
  );
  const entries = sources.map((source) => [relative("src", source).replace(/\.ts$/, ""), source]);
  const generated = await generatedSources(folder);
  const common = { cwd: folder, platform: "neutral", external: /^[^./]/, tsconfig: false } as const;
  const output = { dir: join(folder, "dist"), chunkFileNames: "[name].js", minifyInternalExports: false } as const;
  await build({
    ...common,
    input: Object.fromEntries([...entries, ...generated.map((source) => [basename(source, ".ts"), source])]),
    plugins: [leaveGenerated()],
    output: { ...output, cleanDir: true, comments: { annotation: true, jsdoc: false, legal: false } },
  });
  const declarations = dts({ cwd: folder, tsconfig: false, generator: "oxc", sourcemap: true, emitDtsOnly: true });
  await build({
    ...common,
    input: Object.fromEntries(entries),
    plugins: [leaveGenerated(), declarations, typeOnlyExports(folder), mappedSources(folder)],
    output,
  });
  for (const source of generated) await declareGenerated(folder, source);
}
