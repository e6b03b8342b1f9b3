import { expect, it } from "vitest";
import { releasePage } from "./release-page.ts";

it("lists the size and path of every file, and the total", () => {
  const contents = new Map([
    ["dist/index.js", Buffer.alloc(1_234)],
    ["package.json", Buffer.from("é")],
  ]);
  const page = releasePage({ name: "@git-tokens/sample", version: "1.2.3", contents, packed: 567, problems: [] });
  expect(page.split("\n")).toEqual([
    "@git-tokens/sample@1.2.3",
    "    1,234  dist/index.js",
    "        2  package.json",
    "    1,236  in 2 files, 567 as a tarball",
  ]);
});
