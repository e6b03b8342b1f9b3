import { join } from "node:path";
import { expect, it } from "vitest";
import { describeLines, refusalOf } from "../../fixtures/api.ts";
import { folderWith } from "../../fixtures/sample.ts";

const LINES = `paths:
  /notes:
    get: { operationId: listNotes, responses: { 200: { description: All. } } }
    put: { operationId: replaceNotes, tags: [a], responses: { 204: { description: Kept. } } }
  /old:
    get: { operationId: old, responses: { 200: { description: Old. } } }
`;

/** Describes the API of these lines with an overlay of these actions. */
async function overlaid(actions: string, head = "overlay: 1.0.0") {
  const folder = await folderWith({
    "overlay.yaml": `${head}\ninfo: { title: Notes, version: "1" }\nactions:\n${actions}`,
  });
  return describeLines(LINES, "3.0.3", { overlays: [join(folder, "overlay.yaml")] });
}

it("annotates, adds and removes before anything is described", async () => {
  const { operations, info } = await overlaid(`
  - target: $.paths['/notes'].put
    update: { x-effect: replace, tags: [b], summary: Replace them }
  - target: $.info
    update: { title: Memos }
  - target: $.paths['/notes'].get.operationId
    update: readNotes
  - target: $.paths[?@.get.operationId == 'old']
    remove: true
`);
  expect(operations).toMatchObject([
    { id: "readNotes", effect: "read" },
    { id: "replaceNotes", effect: "replace", effectStated: true, tags: ["a", "b"], summary: "Replace them" },
  ]);
  expect(info.title).toBe("Memos");
});

it.each([
  [
    "  - { target: \"$.paths['/no']\", remove: true }",
    /overlay\.yaml:4:7 the target \$\.paths\['\/no'\] is nowhere in the document; correct it, or take the action out \(overlay\)$/,
  ],
  ['  - { target: "$.paths[", remove: true }', /:4:7 the target \$\.paths\[ is no JSONPath expression: /],
  ["  - { target: $.info }", /:4:7 an action has an update, or remove: true/],
  ["  - { remove: true }", /:4:5 an action names its target by a JSONPath expression/],
  ["  - text", /:4:5 an action is an object with a target/],
  ["  - { target: $.info, update: text }", /:4:7 an update of an object is an object, of a value a value/],
  ["  - { target: $, remove: true }", /:4:7 the whole document cannot be removed/],
])("says with its line what is wrong with an action: %s", async (action, sentence) => {
  expect(await refusalOf(overlaid(action))).toMatch(sentence);
});

it("says where a file is no overlay", async () => {
  expect(await refusalOf(overlaid("  []", "openapi: 3.1.0"))).toMatch(
    /:1:1 the file is no overlay; it has to state "overlay: 1\.0\.0"/,
  );
  expect(await refusalOf(describeLines(LINES, "3.1.0", { overlays: ["/nowhere/overlay.yaml"] }))).toMatch(
    /there is no such file/,
  );
});
