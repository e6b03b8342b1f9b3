import { readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { type BuildOptions, build } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { declareGenerated, generatedSources, isTypesAlone, leaveGenerated } from "./generated-modules.ts";
import { typeOnlyExports } from "./type-only-exports.ts";

/** The part of a package.json that names the sources. */
interface Manifest {
  readonly exports?: Readonly<Record<string, string | { readonly "@git-tokens/source": string }>>;
  /** What a bundler chooses among by the platform: each file is built of `src/runtime`. */
  readonly imports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Builds every entry point of a package into its `dist`: `src/index.ts` becomes `index.js` and `index.d.ts`. Hand-written
 * code is bundled, because every installation stores the files; a generated module keeps its own file. The declarations have
 * the comments, because an editor shows them; the code has none. There are no source maps: the sources would be as large as
 * the code and the declarations together.
 *
 * @param folder The folder of the package. Its package.json names the source of each entry point with the condition
 *   `@git-tokens/source`.
 * @throws {UserError} if there is no such package.json, or a source is not TypeScript.
 */
export async function buildPackage(folder: string): Promise<void> {
  const { exports, imports } = await manifestOf(join(folder, "package.json"));
  const sources = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [] : [entry["@git-tokens/source"]],
  );
  const entries = sources.map((source) => [relative("src", source).replace(/\.ts$/, ""), source]);
  const platforms = Object.values(imports)
    .flatMap((choices) => Object.values(choices))
    .filter((file) => file.startsWith("./dist/"))
    .map((file) => basename(file, ".js"))
    .map((name) => [name, `src/runtime/${name}.ts`]);
  const generated = await generatedSources(folder);
  const code: string[] = [];
  for (const source of generated) {
    if (!isTypesAlone(await readFile(join(folder, source), "utf8"))) code.push(source);
  }
  const common = { cwd: folder, platform: "neutral", external: /^[^./]/, tsconfig: false } as const;
  const output = { dir: join(folder, "dist"), chunkFileNames: "[name].js", minifyInternalExports: false } as const;
  await bundle({
    ...common,
    input: Object.fromEntries([...entries, ...platforms, ...code.map((source) => [basename(source, ".ts"), source])]),
    plugins: [leaveGenerated()],
    output: { ...output, cleanDir: true, comments: { annotation: true, jsdoc: false, legal: false } },
  });
  const declarations = dts({ cwd: folder, tsconfig: false, generator: "oxc", emitDtsOnly: true });
  await bundle({
    ...common,
    input: Object.fromEntries(entries),
    plugins: [leaveGenerated(), declarations, typeOnlyExports(folder)],
    output,
  });
  for (const source of generated) await declareGenerated(folder, source);
}

async function manifestOf(file: string): Promise<Required<Manifest>> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new UserError(`there is no ${file}; run this in the folder of a package`);
    throw error;
  });
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const { exports = {}, imports = {} } = manifest;
  if (Object.values(exports).some((entry) => typeof entry !== "string")) return { exports, imports };
  throw new UserError(
    `${file} has no \`exports\` with a source under \`@git-tokens/source\`, so there is nothing to build`,
  );
}

/** Bundles. The bundler itself reports errors in the sources, with their place. */
async function bundle(options: BuildOptions): Promise<void> {
  await build(options).catch((error: Error) => {
    throw new UserError(error.message, { cause: error });
  });
}
