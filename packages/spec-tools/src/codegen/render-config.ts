import type { ApiDescription } from "../description/api-description.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { type ShellNames, shellNames } from "./shell-names.ts";

/** How a provider's package is compiled, measured and cached, which differs from another's in names only. */
export async function renderConfig(api: ApiDescription): Promise<GeneratedFiles> {
  const names = shellNames(api);
  return new Map([
    [".size-limit.json", json(sizeLimit(names))],
    ["tsconfig.json", json(TSCONFIG)],
    ["turbo.json", json(turbo(names))],
  ]);
}

const sizeLimit = ({ type, operation }: ShellNames): object => [
  limit("one operation", "operations", `{ createClient, ${operation} }`, "7.5 kB"),
  limit("the whole client", "index", `{ create${type} }`, "8.3 kB"),
];

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

/** What the suites of all providers are in, and read. */
const SUITES = [
  "scripts/**/*.{provider,shared}.test.ts",
  "packages/spec-tools/src/**/*.provider.test.ts",
  "packages/core/FAULTS.md",
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
