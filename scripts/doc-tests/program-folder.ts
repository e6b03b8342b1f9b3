import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { ROOT } from "@git-tokens/workspace/paths";
import { blocksOf } from "./blocks.ts";

/** A folder as a user has it: programs, and the installed packages. */
export interface ProgramFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

/** The files that the pages speak of. No connection uses them, unless a test gives others. */
const CERTIFICATES = { "ca.pem": "", "client.pem": "", "client-key.pem": "" };

/** What the sources need, which are compiled here in place of the built packages. */
const FROM_SOURCES = {
  customConditions: ["@git-tokens/source"],
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** The tsconfig.json that the READMEs tell their readers to use. */
async function readersTsconfig(): Promise<string> {
  const blocks = blocksOf(await readFile(join(ROOT, "packages/core/README.md"), "utf8"));
  const found = blocks.find(({ language }) => language === "json");
  if (!found) throw new Error("packages/core/README.md shows no tsconfig.json");
  return found.code;
}

/** Writes programs into a temporary folder, where they can import the packages of this repository by name. */
export async function writePrograms(files: Readonly<Record<string, string>>): Promise<ProgramFolder> {
  const { path: folder, remove } = await temporaryFolder("readme");
  const core = join(ROOT, "packages/core");
  const installed = {
    "@types": join(ROOT, "node_modules/@types"),
    "@opentelemetry": join(core, "node_modules/@opentelemetry"),
    pino: join(core, "node_modules/pino"),
    undici: dirname(fileURLToPath(import.meta.resolve("undici7/package.json"))),
    "@git-tokens/core": core,
    ...Object.fromEntries(
      (await providers()).map(({ name, packageFolder }) => [`@git-tokens/${name}`, packageFolder] as const),
    ),
  };
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  for (const [name, target] of Object.entries(installed)) await symlink(target, join(folder, "node_modules", name));
  const whole = {
    ...CERTIFICATES,
    ...files,
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({
      extends: join(ROOT, "tsconfig.base.json"),
      include: ["*.ts"],
      compilerOptions: { types: ["node"] },
    }),
  };
  const readers = JSON.parse(await readersTsconfig());
  Object.assign(readers.compilerOptions, FROM_SOURCES);
  await writeFile(join(folder, "readers.tsconfig.json"), JSON.stringify({ ...readers, include: ["*.ts"] }));
  for (const [name, text] of Object.entries(whole)) await writeFile(join(folder, name), text);
  return { folder, remove };
}
