import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../system/user-error.ts";
import type { GeneratedFiles } from "./generated-files.ts";

/** A folder, and what belongs into it. */
export interface Output {
  readonly folder: string;
  readonly files: GeneratedFiles;
  /** Whether the folder also has other files; otherwise it has generated files and nothing else. */
  readonly shared?: boolean | undefined;
}

/** How a file on disk differs from what the spec gives. */
export interface Drift {
  readonly file: string;
  readonly kind: "missing" | "changed" | "unexpected";
}

/** Compares folders with what belongs into them. */
export async function driftOf(outputs: readonly Output[]): Promise<readonly Drift[]> {
  const drift = await Promise.all(outputs.map(driftOfOne));
  return drift.flat();
}

/**
 * Brings folders in line, touching only what differs, and gives what it touched. Nothing is replaced before everything
 * is written next to it, so that a folder which cannot be written leaves all others as they were.
 *
 * @throws {UserError}
 */
export async function write(outputs: readonly Output[]): Promise<readonly Drift[]> {
  const staged: Staged[] = [];
  try {
    for (const output of outputs) staged.push(await stage(output));
    for (const { commit } of staged) await commit();
  } finally {
    for (const { discard } of staged) await discard();
  }
  return staged.flatMap(({ drift }) => drift);
}

async function driftOfOne({ folder, files, shared }: Output): Promise<readonly Drift[]> {
  const present = await attempt(folder, "read", () =>
    readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
      if (error.code === "ENOENT") return [];
      throw error;
    }),
  );
  const drift: Drift[] = [];
  for (const [name, text] of files) {
    const file = join(folder, name);
    if (!present.includes(name)) drift.push({ file, kind: "missing" });
    else if ((await attempt(folder, "read", () => readFile(file, "utf8"))) !== text) {
      drift.push({ file, kind: "changed" });
    }
  }
  const others = shared ? [] : present.filter((name) => !files.has(name));
  drift.push(...others.map((name) => ({ file: join(folder, name), kind: "unexpected" as const })));
  return drift.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Files that are written next to those they replace. */
interface Staged {
  readonly drift: readonly Drift[];
  commit(): Promise<void>;
  /** Removes what was not committed. */
  discard(): Promise<void>;
}

async function stage(output: Output): Promise<Staged> {
  const { folder, files } = output;
  const drift = await driftOfOne(output);
  const changed = drift.filter(({ kind }) => kind !== "unexpected");
  const temporary = (file: string): string => `${file}.${process.pid}.tmp`;
  let created: string | undefined;
  const discard = async (): Promise<void> => {
    for (const { file } of changed) await rm(temporary(file), { force: true });
    if (created !== undefined) await rm(created, { recursive: true, force: true });
  };
  try {
    await attempt(folder, "written", async () => {
      created = await mkdir(folder, { recursive: true });
      for (const [name, text] of files) {
        const file = join(folder, name);
        if (changed.some((entry) => entry.file === file)) await writeFile(temporary(file), text);
      }
    });
  } catch (error) {
    await discard();
    throw error;
  }
  const commit = async (): Promise<void> => {
    created = undefined;
    await attempt(folder, "written", async () => {
      for (const { file } of changed) await rename(temporary(file), file);
      for (const { file, kind } of drift) if (kind === "unexpected") await rm(file, { recursive: true });
    });
  };
  return { drift, commit, discard };
}

async function attempt<T>(folder: string, what: "read" | "written", work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`the output folder ${folder} cannot be ${what}: ${reason}`, { cause });
  }
}
