import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { consumerTools } from "@git-tokens/workspace/tool-set";
import type { Check } from "./check.ts";
import { run } from "./command.ts";

/** Settings that any user may have: the strictest checks of our declarations, and no other types. */
const COMMON = { target: "ES2022", strict: true, skipLibCheck: false, noEmit: true, types: [] };

const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" };
const NODE16 = { module: "node16", moduleResolution: "node16" };
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };

const check = (version: string, what: string, options: object): Check => ({
  title: `TypeScript ${version}, ${what}`,
  check: async ({ folder, signal }) => {
    const config = join(folder, `tsconfig.${version}${what.replaceAll(/\W+/g, "-")}.json`);
    // The program is TypeScript that Node can run.
    const compilerOptions = { ...COMMON, allowImportingTsExtensions: true, ...options };
    await writeFile(config, JSON.stringify({ compilerOptions, include: ["program"] }));
    await run(process.execPath, [compiler(version), "-p", config], { cwd: folder, signal });
  },
});

/** The compiler of a version of TypeScript. */
export const compiler = (version: string): string => consumerTools.file(`typescript-${version}/bin/tsc`);

/** CommonJS under a setting that knows no `require()` of an ES module: the compiler must say so. */
const REFUSED = "TS1479";

const refusedCommonJs: Check = {
  title: "TypeScript 7.0, `node16` in CommonJS: refused by the compiler",
  check: async ({ folder, signal }) => {
    const project = join(folder, "node16");
    await mkdir(project, { recursive: true });
    await writeFile(
      join(project, "first.cts"),
      'import { createClient } from "@git-tokens/core";\nvoid createClient;\n',
    );
    const compilerOptions = { ...COMMON, ...NODE16 };
    await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.cts"] }));
    const said = await run(process.execPath, [compiler("7.0"), "-p", project], { cwd: project, signal }).then(
      () => "nothing",
      String,
    );
    if (!said.includes(REFUSED)) throw new Error(`expected ${REFUSED}, but the compiler said ${said}`);
  },
};

/** The program compiles, and the statements that must not compile do not. */
export const TYPE_CHECKS: readonly Check[] = [
  ...["5.9", "6.0", "7.0"].flatMap((version) => [
    check(version, "`nodenext`", NODENEXT),
    check(version, "`bundler`", BUNDLER),
  ]),
  check("7.0", "`node16`", NODE16),
  refusedCommonJs,
  check("7.0", "`exactOptionalPropertyTypes`, `noUncheckedIndexedAccess`", {
    ...NODENEXT,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  }),
  check("7.0", "the types of Node in place of the DOM's", {
    ...NODENEXT,
    lib: ["ES2023"],
    types: ["node"],
    typeRoots: [consumerTools.file("@types")],
  }),
];
