import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { renderConfig } from "@git-tokens/spec-tools/codegen/render-config";
import { renderShell } from "@git-tokens/spec-tools/codegen/render-shell";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { type ProviderPlace, providers } from "@git-tokens/spec-tools/project/providers";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";

/** The files of a provider's package that are not in a generated folder. */
const OUTSIDE = ["*.{ts,json,md}", ".*.json", "src/*.ts"];

/** The names of the files that are written by hand, without the tests in its sources: these hold what is special. */
async function filesOf({ name, spec, packageFolder }: ProviderPlace): Promise<readonly string[]> {
  const read = await describeFile(spec);
  const generated = [...(await renderShell(read)).keys(), ...(await renderConfig(read)).keys()];
  const files: string[] = [];
  for await (const path of glob(OUTSIDE, { cwd: packageFolder })) {
    const file = basename(path);
    const special = path.startsWith("src/") && /\.test(-d)?\.ts$/.test(file);
    if (!generated.includes(file) && !special) files.push(file.replaceAll(name, "<name>"));
  }
  return files;
}

const all = await Promise.all((await providers()).map(filesOf));
/** The files that every provider has. Files that only one provider has do not matter. */
const shared = (all[0] ?? []).filter((file) => all.every((files) => files.includes(file)));

const contributing = await readFile(join(ROOT, "CONTRIBUTING.md"), "utf8");
const list = /^2\. Write these files of .*?(?= What is special)/ms.exec(contributing)?.[0] ?? "";
const named = [...list.matchAll(/`([^`\s/]+\.(?:ts|json|md))`/g)].map(([, file = ""]) => file);

it("names each file that every provider has in the list of what a new one needs", () => {
  expect(all.length).toBeGreaterThan(1);
  expect(shared).toContain("package.json");
  expect(shared.length).toBeLessThanOrEqual(5);
  expect(shared.filter((file) => !named.includes(file))).toEqual([]);
});

it("names no file there that they do not have", () => {
  expect(named.filter((file) => !shared.includes(file))).toEqual([]);
});
