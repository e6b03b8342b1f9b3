import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith, sample } from "../fixtures/sample.ts";
import { chosenSpecs } from "../project/providers.ts";
import { referencePages } from "./reference-pages.ts";

/** The pages of these files of one folder. */
async function pagesOf(...names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const folder = await folderWith(Object.fromEntries(names.map((name) => [name, sample()])));
  const links = [{ text: "Manual", href: "../index.html" }];
  return referencePages(await chosenSpecs(names.map((name) => join(folder, name))), { port: 4010, links });
}

it("makes a page of each API and one over all", async () => {
  const pages = await pagesOf("a.yaml", "b.yaml");
  expect([...pages.keys()]).toEqual(["index.html", "a.html", "b.html"]);
  expect(pages.get("a.html")).toContain("connect-src blob: http://127.0.0.1:4010");
  expect(pages.get("b.html")).toContain("connect-src blob: http://127.0.0.1:4011");
  for (const page of pages.values()) expect(page).toContain('<a href="../index.html">Manual</a>');
  for (const name of ["a.html", "b.html"]) expect(pages.get("index.html")).toContain(`href="${name}#/`);
});

it("shows the calls of generated files where there is no package", async () => {
  expect((await pagesOf("a.yaml")).get("a.html")).toContain("./a/operations.gen.ts");
});

it.each([
  [["index.yaml"], /index\.yaml would be index\.html.*rename/],
  [["a.yaml", "a.json"], /two files have the page a\.html.*rename/],
])("refuses %j", async (names, says) => {
  await expect(pagesOf(...names)).rejects.toThrow(says);
});
