import { join } from "node:path";
import { compile } from "@git-tokens/spec-tools/fixtures/compile";
import { providersUnderTest } from "@git-tokens/spec-tools/fixtures/providers-under-test";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";
import { assembleProgram } from "./assemble-program.ts";

const places = await providersUnderTest();

/** What our compiler says of the program of all providers, with these files added. */
async function compileProgram(
  files: Readonly<Record<string, string>>,
  paths: Readonly<Record<string, readonly string[]>>,
) {
  const options = { extends: join(ROOT, "tsconfig.base.json"), compilerOptions: { paths } };
  const folder = await folderWith({
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify(options),
    ...files,
  });
  await assembleProgram(join(folder, "program"), places);
  return compile(folder);
}

it("writes a program that compiles, and statements that must not", async () => {
  const paths = Object.fromEntries(
    places.flatMap(({ name, packageFolder }) => [
      [`@git-tokens/${name}`, [join(packageFolder, "src/index.ts")]],
      [`@git-tokens/${name}/operations`, [join(packageFolder, "src/operations.ts")]],
    ]),
  );
  expect(await compileProgram({}, paths)).toMatchObject({ code: 0, stdout: "" });
});

it("writes a program that does not compile without the types of the packages", async () => {
  const { stdout } = await compileProgram({ "any.d.ts": 'declare module "@git-tokens/*";' }, {});
  expect(places).toHaveLength(1);
  const unused = stdout.match(/error TS2578: Unused '@ts-expect-error' directive/g) ?? [];
  // At least two of each provider: a wrong input, and a result that is not any.
  expect(unused.length).toBeGreaterThanOrEqual(2 * places.length);
});
