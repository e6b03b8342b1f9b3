import { createHash } from "node:crypto";
import { glob, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { packageTools } from "@git-tokens/workspace/tool-set";
import { type ApiReport, apiReports } from "./api-report.ts";
import { manifestOf } from "./pack-package.ts";

/** What every report follows from, other than the declarations: how it is made, and the packages of others. */
const MAKERS = [
  join(import.meta.dirname, "api-report.ts"),
  join(packageTools.folder, "package.json"),
  join(ROOT, "pnpm-lock.yaml"),
];

const CACHE = join(ROOT, "node_modules/.cache/api");

interface Kept {
  readonly key: string;
  readonly reports: readonly ApiReport[];
}

/**
 * The reports of a built package: those of before where nothing changed that they follow from, since making them takes a second
 * for each package.
 *
 * @param cache A folder, which may be removed at any time.
 */
export async function keptReports(
  folder: string,
  cache = CACHE,
  make: (folder: string) => Promise<readonly ApiReport[]> = apiReports,
): Promise<readonly ApiReport[]> {
  const file = join(cache, `${basename(folder)}.json`);
  const key = await keyOf(folder);
  const kept = await readKept(file);
  if (kept?.key === key) return kept.reports;
  const reports = await make(folder);
  await mkdir(cache, { recursive: true });
  await writeFile(file, JSON.stringify({ key, reports } satisfies Kept));
  return reports;
}

/** What is kept, or nothing where there is none, or no whole one. */
async function readKept(file: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Changes with every declaration of the package and of those of this repository that it depends on. */
async function keyOf(folder: string): Promise<string> {
  const { dependencies = {} } = await manifestOf(folder);
  const own = Object.keys(dependencies).filter((name) => name.startsWith("@git-tokens/"));
  const folders = [folder, ...own.map((name) => join(folder, "node_modules", name))];
  const files = await Promise.all(folders.map(declarationsIn));
  const hash = createHash("sha256");
  for (const file of [...MAKERS, ...files.flat()])
    hash
      .update(`${file}\n`)
      .update(await readFile(file))
      .update("\n");
  return hash.digest("hex");
}

async function declarationsIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of glob(["package.json", "dist/**/*.d.ts"], { cwd: folder })) found.push(join(folder, file));
  return found.sort();
}
