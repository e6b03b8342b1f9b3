import { expect, it } from "vitest";
import { jsdoc } from "./jsdoc.ts";

it("keeps a single line single", () => {
  expect(jsdoc(["One."])).toBe("/** One. */\n");
});

it("puts an empty line between sections and leaves empty ones out", () => {
  expect(jsdoc(["One.", undefined, " ", "Two.\nThree."], "  ")).toBe(
    "  /**\n   * One.\n   *\n   * Two.\n   * Three.\n   */\n",
  );
});

it("cannot be ended by its text", () => {
  expect(jsdoc(["Matches **/*.md, */ included."])).toBe("/** Matches **\\/*.md, *\\/ included. */\n");
});
