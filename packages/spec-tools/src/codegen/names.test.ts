import { expect, it } from "vitest";
import { pascalCase } from "./names.ts";

it.each([
  ["git-tokens", "GitTokens"],
  ["editToken", "EditToken"],
  ["Note.With_key", "NoteWithKey"],
  ["trailing-", "Trailing"],
  ["3d-notes", "_3dNotes"],
  ["заметки.v2", "ЗаметкиV2"],
])("makes of %s the name %s", (name, expected) => {
  expect(pascalCase(name)).toBe(expected);
});
