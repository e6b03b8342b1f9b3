import { existsSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { compile } from "../fixtures/compile.ts";
import { folderWith } from "../fixtures/sample.ts";
import { generateForeign } from "./generate-foreign.ts";
import { write } from "./output.ts";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** The whole descriptions that the two services publish, and how many operations each has. They are not ours to copy. */
const SERVICES = { "qovery.yaml.gz": 554, "teamstorm.json.gz": 159 } as const;

/** Where somebody has put them: `shared/corpus` next to the repository, or above it. */
function placeOf(name: string, folder = ROOT): string | undefined {
  const place = join(folder, "shared/corpus", name);
  if (existsSync(place)) return place;
  return folder === dirname(folder) ? undefined : placeOf(name, dirname(folder));
}

const COMPILER_OPTIONS = {
  target: "es2022",
  module: "nodenext",
  lib: ["es2023", "dom", "dom.iterable"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  allowImportingTsExtensions: true,
  customConditions: ["@git-tokens/source"],
  noEmit: true,
  types: [],
};

/** Generates a client of every operation and compiles it; gives the number of operations. */
async function wholeClient(place: string, name: string): Promise<number> {
  const folder = await folderWith({ "package.json": '{ "type": "module" }' });
  const file = join(folder, name.replace(/\.gz$/, ""));
  await writeFile(file, gunzipSync(await readFile(place)));
  const { operations } = await describeFile(file);
  expect(operations.flatMap(({ refusals }) => refusals)).toEqual([]);
  await write([{ folder: join(folder, "client"), files: (await generateForeign(file, {})).files }]);
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  await symlink(join(ROOT, "packages/core"), join(folder, "node_modules/@git-tokens/core"));
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["client"] }),
  );
  expect(await compile(folder)).toMatchObject({ code: 0, stdout: "" });
  return operations.length;
}

it.each(
  Object.entries(SERVICES).map(([name, count]) => {
    const place = placeOf(name);
    const what =
      place === undefined ? "is not here, so nothing is proved of it" : `is served whole: ${count} operations`;
    return { name, count, place, what };
  }),
)("the service's own description $name $what", async ({ name, count, place }) => {
  expect(place === undefined ? count : await wholeClient(place, name)).toBe(count);
});
