import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { withMarkedPart } from "./marked-part.ts";

const MARKERS = { begin: "<!-- a -->", end: "<!-- /a -->" };
const page = "# Title\n\n<!-- a -->\n\nold\n\n<!-- /a -->\n\nThe rest.\n";

it("changes only the text between the markers", () => {
  expect(withMarkedPart(page, "new", MARKERS, "A.md")).toBe(page.replace("old", "new"));
});

it("returns the same page for the same text", () => {
  expect(withMarkedPart(page, "old", MARKERS, "A.md")).toBe(page);
});

it("writes between markers that have no text between them yet", () => {
  expect(withMarkedPart("<!-- a -->\n<!-- /a -->\n", "new", MARKERS, "A.md")).toBe(
    "<!-- a -->\n\nnew\n\n<!-- /a -->\n",
  );
});

it.each<[what: string, page: string]>([
  ["no markers", "# Title\n"],
  ["no end", "<!-- a -->\nold\n"],
  ["the end before the beginning", "<!-- /a -->\n<!-- a -->\n"],
  ["two beginnings", `<!-- a -->\n${page}`],
  ["two ends", `${page}<!-- /a -->\n`],
])("refuses a page with %s", (_, text) => {
  const write = () => withMarkedPart(text, "new", MARKERS, "A.md");
  expect(write).toThrow(UserError);
  expect(write).toThrow(/^A\.md must have the line `<!-- a -->` once, and after it `<!-- \/a -->` once$/);
});
