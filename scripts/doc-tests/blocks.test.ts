import { expect, it } from "vitest";
import { blocksOf } from "./blocks.ts";

const page = `# Notes

<!-- run: nothing → hello -->
<!-- run: listNotes createNote=403 editNote=lost getNote=empty -->
\`\`\`ts
first();
\`\`\`

<!-- run after the first: listNotes → a → b -->
\`\`\`ts
second();

third();
\`\`\`

\`\`\`
<!-- run: listNotes -->
\`\`\`
`;

it("reads code, line, language and runs", () => {
  const first = {
    line: 6,
    language: "ts",
    code: "first();\n",
    continues: false,
    runs: [
      { exchanges: [], prints: "hello" },
      {
        exchanges: [
          { operation: "listNotes", response: undefined },
          { operation: "createNote", response: 403 },
          { operation: "editNote", response: "lost" },
          { operation: "getNote", response: "empty" },
        ],
        prints: "",
      },
    ],
  };
  const second = {
    line: 11,
    language: "ts",
    code: "second();\n\nthird();\n",
    continues: true,
    runs: [{ exchanges: [{ operation: "listNotes", response: undefined }], prints: "a → b" }],
  };
  const third = { line: 17, language: "", code: "<!-- run: listNotes -->\n", continues: false, runs: [] };
  expect(blocksOf(page)).toEqual([first, second, third]);
});

it("reports a block without an end", () => {
  expect(() => blocksOf("# Notes\n\n```ts\nfirst();\n")).toThrow("the block in line 3 has no end");
});
