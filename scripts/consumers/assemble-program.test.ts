import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";
import { assembleProgram } from "./assemble-program.ts";
import { run } from "./command.ts";

const places = await providers();

/** The output of our compiler for the program of all providers, with these files added. */
async function compile(files: Readonly<Record<string, string>>, paths: Readonly<Record<string, readonly string[]>>) {
  const options = { extends: join(ROOT, "tsconfig.base.json"), compilerOptions: { paths } };
  const folder = await folderWith({
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify(options),
    ...files,
  });
  await assembleProgram(join(folder, "program"), places);
  const tsc = join(ROOT, "node_modules/.bin/tsc");
  return run(tsc, ["-p", folder], { cwd: folder, signal: new AbortController().signal }).then(
    () => "",
    (error: Error) => error.message,
  );
}

it("writes a program that compiles, and statements that must not", async () => {
  const paths = Object.fromEntries(
    places.flatMap(({ name, packageFolder }) => [
      [`@git-tokens/${name}`, [join(packageFolder, "src/index.ts")]],
      [`@git-tokens/${name}/operations`, [join(packageFolder, "src/operations.ts")]],
    ]),
  );
  expect(await compile({}, paths)).toBe("");
});

it("writes a program that does not compile without the types of the packages", async () => {
  const said = await compile({ "any.d.ts": 'declare module "@git-tokens/*";' }, {});
  const unused = said.match(/error TS2578: Unused '@ts-expect-error' directive/g) ?? [];
  // At least two of each provider: a wrong input, and a result that is not any.
  expect(unused.length).toBeGreaterThanOrEqual(2 * places.length);
});

it("names the missing part of a provider", async () => {
  const folder = await folderWith({ "consumer.ts": "export {};" });
  const place = { name: "notes", spec: "specs/notes.yaml", packageFolder: folder };
  const assembled = assembleProgram(join(folder, "program"), [place]);
  await expect(assembled).rejects.toThrow(UserError);
  await expect(assembled).rejects.toThrow(
    /consumer\.test-d\.ts cannot be read; write one like those of the other providers/,
  );
});
