import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";
import { CHECK_LISTS } from "./check-lists.ts";
import { EXPECTED_GAPS } from "./expected-gaps.ts";
import { NPM_CLIENTS } from "./npm-clients.ts";
import { PAGE, withTables } from "./page.ts";
import { markdown } from "./table.ts";

it("shows a table of every list, in which every check passes that is not expected to fail", async () => {
  const gapAt = (row: string, column: string) => EXPECTED_GAPS.find((gap) => gap.row === row && gap.column === column);
  const tables = CHECK_LISTS.map(({ heading, checks }) => ({
    heading,
    cells: checks.flatMap(({ title: row }) =>
      NPM_CLIENTS.map(({ title: column }) => ({ row, column, failure: gapAt(row, column)?.reason })),
    ),
  }));
  const page = await readFile(join(ROOT, PAGE), "utf8");
  expect(withTables(page, markdown(tables, EXPECTED_GAPS))).toBe(page);
});
