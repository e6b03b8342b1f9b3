import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ReviewError } from "./review-error.ts";

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

/** No spec that was seen takes a tenth of this. */
const LIMIT_MS = 60_000;

/** The compiler itself, not its launcher: a launcher that is ended leaves the compiler running. */
async function compiler(): Promise<string> {
  const launcher = new URL("lib/getExePath.js", import.meta.resolve("typescript-7/package.json"));
  const { default: getExePath }: { readonly default: () => string } = await import(launcher.href);
  return getExePath();
}

/**
 * Type-checks a program that stands nowhere but in memory.
 *
 * @param files Paths inside the program, and their text.
 * @param paths Module names, and the files that stand in for them.
 * @throws {ReviewError} where the compiler does not come to an end.
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
      paths,
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [...files.keys()] }));
    return diagnosticsIn(await run(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The compiler exits with 1 or 2 where it has something to say. */
async function run(folder: string): Promise<string> {
  const options = { cwd: folder, maxBuffer: 2 ** 28, timeout: LIMIT_MS, killSignal: "SIGKILL" } as const;
  const program = await compiler();
  return new Promise((resolve, reject) => {
    execFile(program, ["-p", ".", "--pretty", "false"], options, (error, stdout) => {
      if (error?.killed) {
        reject(
          new ReviewError(`the compiler took more than ${LIMIT_MS / 1000} s to compare the types of the two versions`),
        );
      } else if (error !== null && typeof error.code !== "number") reject(error);
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
