import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { expect, it } from "vitest";
import { type Measure, measureGroups } from "./measure-groups.ts";
import type { Table } from "./table.ts";

const table = (title: string): Table => ({ title, how: "", columns: [""], rows: [], goals: [], notShown: "" });

/** Runs groups that are stopped by themselves. */
async function measured(groups: (stop: () => void) => Readonly<Record<string, Measure>>, ...chosen: string[]) {
  const stopping = new AbortController();
  const said: string[] = [];
  const folder = await folderWith({});
  const tables = measureGroups(
    groups(() => stopping.abort(new Error("stopped"))),
    { chosen, folder, rounds: 3, signal: stopping.signal, say: (line) => said.push(line) },
  );
  const titles = await tables.then(
    (all) => all.map(({ title }) => title),
    (error: Error) => error.message,
  );
  return { titles, said, folders: await readdir(folder) };
}

it("measures the groups that are chosen in their order, each in a folder of its own", async () => {
  const measure: Measure = async ({ folder, rounds, say }) => {
    say(`${rounds} rounds`);
    await writeFile(join(folder, "file"), "");
    return [table(folder.slice(-1))];
  };
  const groups = () => ({ a: measure, b: measure, c: measure });
  const all = await measured(groups);
  expect(all).toEqual({ titles: ["a", "b", "c"], said: Array(3).fill("3 rounds"), folders: ["a", "b", "c"] });
  expect((await measured(groups, "c", "a")).titles).toEqual(["a", "c"]);
});

it("ends at the next step when it is stopped, and begins no other group", async () => {
  const { titles, said, folders } = await measured((stop) => ({
    first: async ({ say }) => {
      say("one");
      stop();
      say("two");
      return [];
    },
    second: async () => [],
  }));
  expect({ titles, said, folders }).toEqual({ titles: "stopped", said: ["one"], folders: ["first"] });
});

it.each([
  ["fails", async () => Promise.reject(new Error("a process ended"))],
  ["succeeds", async () => [table("last")]],
] as const)("says that it was stopped where its last step then %s", async (_, last) => {
  const { titles } = await measured((stop) => ({
    only: () => {
      stop();
      return last();
    },
  }));
  expect(titles).toBe("stopped");
});

it("fails as a group does", async () => {
  expect((await measured(() => ({ only: async () => Promise.reject(new Error("broken")) }))).titles).toBe("broken");
});
