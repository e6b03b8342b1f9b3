import { expect, it } from "vitest";
import { page } from "./page.ts";
import { atMost, markdown, type Table, withSpread } from "./table.ts";

const table: Table = {
  title: "Size",
  how: "Bundled.",
  columns: ["", "kB"],
  rows: [["ours", withSpread({ median: 5.126, low: 5, high: 123.4 })]],
  goals: [atMost("one operation", 5.126, 5, " kB"), atMost("a client", 5.9, 6, " kB")],
  notShown: "what each does.",
};

it("writes a table with its goals, those that are missed in bold", () => {
  expect(markdown(table)).toBe(`## Size

Bundled.

|  | kB |
| --- | ---: |
| ours | 5.13 (5.00 to 123) |

- **missed**: one operation at most 5 kB (5.13 kB)
- met: a client at most 6 kB (5.90 kB)

Tried: nothing yet.

Not shown: what each does.`);
});

it("says what was tried where a goal is missed, and only there", () => {
  const tried = "one module less.";
  expect(markdown({ ...table, tried })).toContain("(5.90 kB)\n\nTried: one module less.\n\nNot shown");
  expect(markdown({ ...table, tried, goals: [atMost("a client", 5, 6, " kB")] })).not.toContain("Tried");
});

it("names what is missed at the beginning of the page", () => {
  const text = page([table], "Measured today.");
  expect(text).toContain(
    "Measured today.\n\n1 of 2 goals are met. Missed:\n\n- Size: one operation at most 5 kB (5.13 kB)\n\n## Size",
  );
  expect(text.endsWith("does.\n")).toBe(true);
});

it("says so where nothing is missed", () => {
  expect(page([{ ...table, goals: [atMost("a client", 5, 6, " kB")] }], "Today.")).toContain(
    "1 of 1 goals are met.\n\n##",
  );
});
