import { access, readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { packageTools } from "@git-tokens/workspace/tool-set";
import { createTwoFilesPatch } from "diff";
import { manifestOf } from "./pack-package.ts";

/** The exports of one entry point, as in `api/` of its package. */
export interface ApiReport {
  /** The path of the report, relative to the folder of the package. */
  readonly file: string;
  readonly text: string;
}

/** The part of api-extractor that is used here; its own types are there only once it is installed. */
interface ApiExtractor {
  readonly ExtractorConfig: { prepare(options: object): object };
  readonly CompilerState: { create(config: object, options: object): object };
  readonly Extractor: {
    invoke(config: object, options: object): { readonly errorCount: number };
  };
}

interface ExtractorMessage {
  readonly category: string;
  readonly logLevel: string;
  readonly text: string;
  handled: boolean;
}

/** The types of a generated package. Its entry points use them but do not export them. */
const SCHEMA = "dist/schema.gen.d.ts";

/**
 * The reports of a built package, one for each entry point with types. Users also see the types that an entry point uses
 * without exporting them, so the reports include them; generated types have one report of their own.
 *
 * @throws {UserError} if its declarations cannot be read.
 */
export async function apiReports(folder: string): Promise<readonly ApiReport[]> {
  const { exports } = await manifestOf(folder);
  const entries = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [] : (entry.types ?? [])));
  const generated = await access(join(folder, SCHEMA)).then(
    () => true,
    () => false,
  );
  const all = generated ? [...entries, SCHEMA] : entries;
  const { path: into, remove } = await temporaryFolder("api");
  try {
    return await reportsOf(folder, all, into, !generated);
  } finally {
    await remove();
  }
}

/** One program has all entry points, whose libraries, and most of whose files, are the same. */
async function reportsOf(
  folder: string,
  entries: readonly string[],
  into: string,
  withNamed: boolean,
): Promise<readonly ApiReport[]> {
  const extractor: ApiExtractor = packageTools.require("@microsoft/api-extractor");
  const files = entries.map((entry) => join(folder, entry));
  const configs = files.map((file) => ({
    file,
    config: extractor.ExtractorConfig.prepare(configOf(folder, file, into, withNamed)),
  }));
  const [first] = configs;
  if (first === undefined) return [];
  const program = extractor.CompilerState.create(first.config, { additionalEntryPoints: files });
  return Promise.all(
    configs.map(async ({ file, config }) => {
      extract(extractor, file, config, program);
      const text = await readFile(join(into, reportName(file)), "utf8");
      // api-extractor indents with spaces and keeps the old tabs after them.
      return { file: join("api", reportName(file)), text: text.replace(/^( *)\t+/gm, "$1") };
    }),
  );
}

const reportName = (file: string): string => `${basename(file, ".d.ts")}.api.md`;

const configOf = (folder: string, file: string, into: string, withNamed: boolean) => ({
  configObjectFullPath: undefined,
  packageJsonFullPath: join(folder, "package.json"),
  configObject: {
    projectFolder: folder,
    mainEntryPointFilePath: file,
    compiler: { overrideTsconfig: { compilerOptions: COMPILER, files: [file] } },
    apiReport: {
      enabled: true,
      includeForgottenExports: withNamed,
      reportFileName: reportName(file),
      reportFolder: into,
      reportTempFolder: join(into, "temp"),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    newlineKind: "lf",
    messages: { extractorMessageReporting: { default: { logLevel: "none" } } },
  },
});

/** Writes the report of an entry point. */
function extract({ Extractor }: ApiExtractor, file: string, config: object, compilerState: object): void {
  const errors: string[] = [];
  const { errorCount } = Extractor.invoke(config, {
    compilerState,
    localBuild: true,
    messageCallback: (message: ExtractorMessage) => {
      if (message.logLevel === "error") errors.push(message.text);
      message.handled = true;
    },
  });
  if (errorCount + errors.length > 0) {
    throw new UserError(`the declarations of ${file} cannot be read: ${errors.join(" ")}`);
  }
}

const COMPILER = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  skipLibCheck: true,
  types: [],
};

/**
 * The differences between the reports of a package and the committed ones: a sentence and a diff each, and a sentence for
 * each committed report that is no longer made.
 */
export async function apiProblems(folder: string, reports: readonly ApiReport[]): Promise<readonly string[]> {
  const problems = await Promise.all(
    reports.map(async ({ file, text }) => {
      const committed = await readFile(join(folder, file), "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return "";
        throw error;
      });
      if (committed === text) return [];
      const patch = createTwoFilesPatch(file, file, committed, text, "committed", "built", { context: 1 });
      return [`${file} is not what the package exports; if the change is intended, run \`pnpm api:update\`:\n${patch}`];
    }),
  );
  const made = new Set(reports.map(({ file }) => file));
  const committed = await readdir(join(folder, "api")).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const leftOver = committed.map((name) => join("api", name)).filter((file) => !made.has(file));
  return [
    ...problems.flat(),
    ...leftOver.map((file) => `${file} is a report of an export that does not exist; \`pnpm api:update\` removes it.`),
  ];
}
