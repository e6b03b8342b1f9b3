import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ApiDescription } from "../description/api-description.ts";
import type { Setting } from "../project/setting.ts";
import { UserError } from "../system/user-error.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { ownVersions } from "./own-versions.ts";

/** What of a package.json is written by hand, or by the release. The rest is the same for every provider. */
interface Kept {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * The package.json of a provider's package. What is in the folder keeps its name, version, description, keywords and
 * licence, and the tools that its own tests need.
 *
 * @throws {UserError} if the one in the folder is not JSON.
 */
export async function renderManifest(folder: string, api: ApiDescription, setting: Setting): Promise<GeneratedFiles> {
  const kept = await keptOf(join(folder, "package.json"));
  const manifest = setting === "repository" ? inRepository(api, kept) : await inProject(api, kept);
  return new Map([["package.json", `${JSON.stringify(manifest, undefined, 2)}\n`]]);
}

async function keptOf(file: string): Promise<Kept> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${error instanceof Error ? error.message : error}; mend or remove it`);
  }
}

/** The first lines of every package.json. */
const head = (api: ApiDescription, kept: Kept, name: string): object => ({
  name: kept.name ?? name,
  version: kept.version ?? "0.0.0",
  ...(kept.private === undefined ? {} : { private: kept.private }),
  description: kept.description ?? `Typed client for ${api.info.title.trim() || api.name}`,
  keywords: kept.keywords ?? [...new Set([api.name, "api-client", "openapi", "typescript"])],
  ...(kept.license === undefined ? {} : { license: kept.license }),
  type: "module",
  sideEffects: false,
  engines: { node: ">=22.12" },
});

const ENTRIES = { ".": "index", "./operations": "operations", "./testing": "testing" } as const;

/** The entry points; `source` is the condition by which the repository reads the sources of a package. */
const exportsWith = (source: string | undefined): object => ({
  ...Object.fromEntries(
    Object.entries(ENTRIES).map(([path, name]) => [
      path,
      {
        ...(source === undefined ? {} : { [source]: `./src/${name}.ts` }),
        types: `./dist/${name}.d.ts`,
        default: `./dist/${name}.js`,
      },
    ]),
  ),
  "./openapi.json": "./openapi/openapi.json",
  "./openapi-3.0.json": "./openapi/openapi-3.0.json",
  "./package.json": "./package.json",
});

const OURS = ["conformance", "consumers", "demo", "doc-tests", "downstream", "spec-tools"].map(
  (name) => `@git-tokens/${name}`,
);
const TOOLS = ["@size-limit/esbuild", "@size-limit/file", "@types/node", "size-limit", "typescript", "vitest"];

function inRepository(api: ApiDescription, kept: Kept): object {
  const own = Object.entries(kept.devDependencies ?? {}).filter(([name]) => !name.startsWith("@git-tokens/"));
  const tools = [
    ...OURS.map((name) => [name, "workspace:*"] as const),
    ...TOOLS.map((name) => [name, "catalog:"] as const),
    ...own,
  ];
  return {
    ...head(api, { license: "MIT", ...kept }, `@git-tokens/${api.name}`),
    publishConfig: { access: "public" },
    exports: exportsWith("@git-tokens/source"),
    files: ["dist", "openapi", "CHANGELOG.md"],
    scripts: {
      build: "node ../../scripts/release/build/cli.ts",
      "codegen:check": `node ../spec-tools/src/cli.ts codegen --check --only ${api.name}`,
      typecheck: "tsc -p tsconfig.json --singleThreaded",
      test: `vitest run --root ../.. --project ${api.name}`,
      check: "node ../../scripts/release/packages/cli.ts",
      size: "size-limit",
    },
    dependencies: { "@git-tokens/core": "workspace:^" },
    devDependencies: sorted(tools),
  };
}

async function inProject(api: ApiDescription, kept: Kept): Promise<object> {
  const versions = await ownVersions();
  return {
    ...head(api, { private: true, ...kept }, api.name),
    exports: exportsWith(undefined),
    files: ["dist", "openapi"],
    scripts: {
      build: "tsc -p tsconfig.json",
      codegen: `spec-tools codegen --only ${api.name}`,
      mock: `spec-tools mock --provider ${api.name}`,
      test: "vitest run --dir src",
    },
    dependencies: { "@git-tokens/core": versions.core },
    devDependencies: sorted([...Object.entries(versions.tools), ...Object.entries(kept.devDependencies ?? {})]),
  };
}

const sorted = (entries: readonly (readonly [string, string])[]): object =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
