import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { describe, expect, it } from "vitest";

const page = await readFile(join(ROOT, "SECURITY.md"), "utf8");
const rows = [...page.matchAll(/^\| (.+) \| (.+) \|$/gm)]
  .slice(2)
  .map(([, promise = "", tests = ""]) => ({ promise, tests }));

/** The text of every file that a promise can name, by file name. Files with the same name share an entry. */
const texts = new Map<string, string>();
for await (const path of glob(["packages/*/src/**/*.ts", "scripts/**/*.ts"], {
  cwd: ROOT,
  exclude: ["**/node_modules/**", "**/dist/**"],
})) {
  const name = basename(path);
  texts.set(name, `${texts.get(name) ?? ""}${await readFile(join(ROOT, path), "utf8")}`);
}

it("finds the promises", () => {
  expect(rows.length).toBeGreaterThan(10);
});

describe.each(rows)("$promise", ({ tests }) => {
  // A file, and after it the titles of the tests in it.
  const named = [...tests.matchAll(/`([\w-]+(?:\.\w+)*\.ts)`((?:, "[^"]+")*)/g)].flatMap(
    ([, file = "", titles = ""]) => {
      const quoted = [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ file, title }));
      return quoted.length > 0 ? quoted : [{ file, title: "" }];
    },
  );

  it("names what tests it", () => {
    expect(named.length > 0 || tests.includes("`pnpm ")).toBe(true);
  });

  it.each(named)("is tested by $file $title", ({ file, title }) => {
    expect([...texts.keys()]).toContain(file);
    expect(texts.get(file)).toContain(title);
  });
});
