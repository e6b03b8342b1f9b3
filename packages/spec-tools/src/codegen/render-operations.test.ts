import { expect, it } from "vitest";
import { selectionOf } from "../fixtures/selection.ts";
import { generateSelection } from "./generate.ts";

it("says of an operation what a caller must know", async () => {
  const text = (await generateSelection(await selectionOf())).get("operations.gen.ts");
  expect(text).toContain(`
/** The input of {@link createNote}: path, query and body fields in one object. */
export type CreateNoteInput = operations["createNote"]["parameters"]["path"] & NewNote;

/**
 * \`POST /books/{bookId}/notes\`, effect \`create\`: creates another; never retried while the outcome is unknown.
 *
 * In doubt: List the notes and look for the title.
 *
 * @returns 201: The new note.
 * @throws ApiError 401: Who are you?
 */
export const createNote: Operation<"sample", CreateNoteInput, NoteWithKey, { 401: Problem }> = /* @__PURE__ */ defineOperation({
  name: "createNote",
  method: "POST",
  path: "/books/{bookId}/notes",
  effect: "create",
  recovery: "List the notes and look for the title.",
  body: "required",
  reveals: ["key"],
  errors: [401],
});
`);
  expect(text).toContain(" * @deprecated\n * @returns 204: It is replaced.\n");
  expect(text).toContain(" * @see The handbook, page 7\n");
});
