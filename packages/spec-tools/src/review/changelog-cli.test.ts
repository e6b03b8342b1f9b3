import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandHost } from "../fixtures/command-host.ts";
import { inScratchFolder } from "../system/in-scratch-folder.ts";
import { spec } from "./scratch.fixture.ts";

const changelog = commandHost(new URL("changelog-cli.ts", import.meta.url));
const run = (...args: readonly string[]) => changelog(args);

test("two versions give a changelog, on the standard output or in a file", () =>
  inScratchFolder("changelog-", async (folder) => {
    const [old, now, out] = ["old.yaml", "new.yaml", "CHANGES.md"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(old, spec(["id", "name"]));
    await writeFile(now, spec(["id"]).replace("0.1.0", "0.2.0"));
    const { code, stdout } = await run(old, now);
    expect(code).toBe(0);
    expect(stdout).toBe(
      "# Things 0.1.0 → 0.2.0\n\n## Breaking changes\n\n### GET /things\n\n- name: `name` is gone from the response.\n",
    );
    expect((await run(old, now, "--out", out)).code).toBe(0);
    expect(await readFile(out, "utf8")).toBe(stdout);
    expect((await run(now, now)).stdout).toContain("Nothing changed that a caller notices.");
  }));

test.each([
  ["one file", ["/nowhere.yaml"], /missing required argument 'new'/],
  ["files that are not there", ["/nowhere.yaml", "/none.yaml"], /\/nowhere\.yaml:1:1 there is no such file/],
  ["an --out that is a folder", ["OLD", "OLD", "--out", "/"], /--out \/: the file cannot be written \(EISDIR\)/],
])("%s gets a sentence", (_, args, message) =>
  inScratchFolder("changelog-", async (folder) => {
    const old = join(folder, "old.yaml");
    await writeFile(old, spec(["id"]));
    const { code, stderr } = await run(...args.map((arg) => (arg === "OLD" ? old : arg)));
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
  }),
);
