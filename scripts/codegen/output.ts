import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GeneratedFiles } from "./generate.ts";

/** How a file on disk differs from what the spec gives. */
export interface Drift {
  readonly file: string;
  readonly kind: "missing" | "changed" | "unexpected";
}

/** Compares a folder with what belongs into it. The folder holds generated files and nothing else. */
export async function driftOf(folder: string, files: GeneratedFiles): Promise<readonly Drift[]> {
  const present = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const drift: Drift[] = [];
  for (const [name, text] of files) {
    const file = join(folder, name);
    if (!present.includes(name)) drift.push({ file, kind: "missing" });
    else if ((await readFile(file, "utf8")) !== text) drift.push({ file, kind: "changed" });
  }
  for (const name of present) if (!files.has(name)) drift.push({ file: join(folder, name), kind: "unexpected" });
  return drift.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * Brings a folder in line, touching only what differs, and gives what it touched. Each file is replaced in one step, and
 * none before all of them are written beside it.
 */
export async function write(folder: string, files: GeneratedFiles): Promise<readonly Drift[]> {
  const drift = await driftOf(folder, files);
  await mkdir(folder, { recursive: true });
  const staged: { readonly temporary: string; readonly file: string }[] = [];
  try {
    for (const [name, text] of files) {
      const file = join(folder, name);
      if (!drift.some((entry) => entry.file === file)) continue;
      const temporary = `${file}.${process.pid}.tmp`;
      staged.push({ temporary, file });
      await writeFile(temporary, text);
    }
    for (const { temporary, file } of staged) await rename(temporary, file);
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true });
  }
  for (const { file, kind } of drift) if (kind === "unexpected") await rm(file, { recursive: true, force: true });
  return drift;
}
