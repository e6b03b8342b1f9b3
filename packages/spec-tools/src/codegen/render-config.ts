import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import type { Setting } from "../project/setting.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { readerCode } from "./render-reader.ts";
import { writerCode } from "./render-writer.ts";
import { securityOf } from "./security.ts";
import { type ShellNames, shellNames } from "./shell-names.ts";

/** How a provider's package is compiled, measured and cached, which differs from another's in names only. */
export async function renderConfig(api: ApiDescription, setting: Setting): Promise<GeneratedFiles> {
  if (setting === "project") return new Map([["tsconfig.json", json(WHOLE_TSCONFIG)]]);
  const names = shellNames(api);
  return new Map([
    [".size-limit.json", json(sizeLimit(api, names))],
    ["tsconfig.json", json(TSCONFIG)],
    ["turbo.json", json(turbo(names))],
  ]);
}

/** What a client of plain JSON and one credential takes at most, in kB by gzip: one operation, and the whole client. */
const PLAIN = { one: 7.3, whole: 8.0 } as const;

/** What other forms of parameters and bodies, other answers than JSON, and other security add, and each further operation. */
const MORE = { writer: 2, reader: 1, security: 1, operation: 0.1 } as const;

/** What one operation and the whole client take at most, in kB by gzip. */
export function sizesOf(api: ApiDescription): { readonly one: string; readonly whole: string } {
  const { operations } = api;
  const { operation } = shellNames(api);
  const security = securityOf({ api, operations, hash: "" }).kind === "one" ? 0 : MORE.security;
  const more = (some: readonly ApiOperation[]): number =>
    security +
    (some.some((one) => writerCode(one).code !== undefined) ? MORE.writer : 0) +
    (some.some((one) => readerCode(one) !== undefined) ? MORE.reader : 0);
  const one = PLAIN.one + more(operations.filter(({ id }) => id === operation));
  const whole = PLAIN.whole + more(operations) + MORE.operation * Math.max(0, operations.length - 6);
  return { one: `${one.toFixed(1)} kB`, whole: `${whole.toFixed(1)} kB` };
}

function sizeLimit(api: ApiDescription, { type, operation }: ShellNames): object {
  const { one, whole } = sizesOf(api);
  return [
    limit("one operation", "operations", `{ createClient, ${operation} }`, one),
    limit("the whole client", "index", `{ create${type} }`, whole),
  ];
}

const limit = (name: string, entry: string, names: string, most: string): object => ({
  name,
  path: `dist/${entry}.js`,
  import: names,
  gzip: true,
  limit: most,
});

const TSCONFIG = {
  extends: "../../tsconfig.base.json",
  include: ["."],
  exclude: ["dist"],
  compilerOptions: { types: ["node"] },
};

/** Of a package that no other configuration is above. */
const WHOLE_TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    lib: ["es2023", "dom", "dom.iterable"],
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
  exclude: ["src/**/*.test.ts"],
};

/** What the suites of all providers are in, and read. */
const SUITES = [
  "scripts/*/*.{provider,shared}.test.ts",
  "scripts/*/*/*.{provider,shared}.test.ts",
  "packages/spec-tools/src/**/*.provider.test.ts",
  "packages/core/FAULTS.md",
  "scripts/tools/generators/package.json",
  "README.md",
].map((file) => `$TURBO_ROOT$/${file}`);

const turbo = ({ name }: ShellNames): object => ({
  extends: ["//"],
  tasks: {
    "codegen:check": {
      inputs: ["*.json", "src/**", "openapi/**", "README*.md", `$TURBO_ROOT$/specs/${name}.yaml`],
    },
    test: { inputs: ["$TURBO_EXTENDS$", `$TURBO_ROOT$/specs/${name}.yaml`, ...SUITES] },
  },
});

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
