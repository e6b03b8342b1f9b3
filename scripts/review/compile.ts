import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the compiler says about one line. */
export interface Diagnostic {
  /** The file's path inside the program. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The first line of the message. */
  readonly message: string;
  /** Its further lines, from the outer type to the inner one. */
  readonly reasons: readonly string[];
}

const TSC = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin/tsc");

/**
 * Type-checks a program that stands nowhere but in memory.
 *
 * @param files Paths inside the program, and their text.
 * @param paths Module names, and the files that stand in for them.
 */
export async function compile(
  files: ReadonlyMap<string, string>,
  paths: Readonly<Record<string, readonly string[]>>,
): Promise<readonly Diagnostic[]> {
  const folder = await mkdtemp(join(tmpdir(), "review-"));
  try {
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const compilerOptions = {
      target: "ES2022",
      module: "preserve",
      lib: ["ES2022"],
      types: [],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noErrorTruncation: true,
      paths,
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [...files.keys()] }));
    return diagnosticsIn(await run(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The compiler exits with 1 or 2 where it has something to say. */
function run(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [TSC, "-p", ".", "--pretty", "false"];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 30 }, (error, stdout) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve(stdout);
    });
  });
}

function diagnosticsIn(output: string): readonly Diagnostic[] {
  const diagnostics: { file: string; line: number; message: string; reasons: string[] }[] = [];
  for (const text of output.split("\n")) {
    const head = /^(\S+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(text);
    if (head !== null) {
      const [, file = "", line, message = ""] = head;
      diagnostics.push({ file, line: Number(line), message, reasons: [] });
    } else if (text.startsWith(" ")) diagnostics.at(-1)?.reasons.push(text.trim());
  }
  return diagnostics;
}
