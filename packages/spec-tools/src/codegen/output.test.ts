import { readdir, readFile, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith, sample } from "../fixtures/sample.ts";
import { UserError } from "../system/user-error.ts";
import { generate } from "./generate.ts";
import { driftOf, write } from "./output.ts";
import { renderJobs } from "./render-jobs.ts";

const files = (text: string) => new Map([["a.gen.ts", text]]);

it("writes every folder", async () => {
  const root = await folderWith({});
  const outputs = ["one", "two"].map((name) => ({ folder: join(root, name), files: files(name) }));
  expect(await write(outputs)).toEqual([
    { file: join(root, "one/a.gen.ts"), kind: "missing" },
    { file: join(root, "two/a.gen.ts"), kind: "missing" },
  ]);
  expect(await readFile(join(root, "two/a.gen.ts"), "utf8")).toBe("two");
});

it("touches only what differs, and says how", async () => {
  const root = await folderWith({ "same.gen.ts": "same", "other.gen.ts": "before", "old.gen.ts": "" });
  for (const name of await readdir(root)) await utimes(join(root, name), 1, 1);
  const wanted = new Map([
    ["same.gen.ts", "same"],
    ["other.gen.ts", "after"],
  ]);
  const drift = [
    { file: join(root, "old.gen.ts"), kind: "unexpected" },
    { file: join(root, "other.gen.ts"), kind: "changed" },
  ];
  expect(await driftOf([{ folder: root, files: wanted }])).toEqual(drift);
  expect((await readdir(root)).sort()).toEqual(["old.gen.ts", "other.gen.ts", "same.gen.ts"]);
  expect(await write([{ folder: root, files: wanted }])).toEqual(drift);
  expect((await readdir(root)).sort()).toEqual(["other.gen.ts", "same.gen.ts"]);
  expect((await stat(join(root, "same.gen.ts"))).mtimeMs).toBe(1000);
  expect(await write([{ folder: root, files: wanted }])).toEqual([]);
});

it.each(["two", "two/deep"])("changes nothing where the second folder cannot be written: %s", async (second) => {
  const root = await folderWith({ "one/a.gen.ts": "before", "one/old.gen.ts": "", two: "a file" });
  const outputs = ["one", "new", second].map((name) => ({ folder: join(root, name), files: files("after") }));
  await expect(write(outputs)).rejects.toThrow(UserError);
  await expect(write(outputs)).rejects.toThrow(`the output folder ${join(root, second)} cannot be read: ENOTDIR`);
  expect((await readdir(root, { recursive: true })).sort()).toEqual(["one", "one/a.gen.ts", "one/old.gen.ts", "two"]);
  expect(await readFile(join(root, "one/a.gen.ts"), "utf8")).toBe("before");
});

it("leaves no other files if a file cannot be written", async () => {
  const root = await folderWith({ "one/a.gen.ts": "before" });
  const broken = new Map([
    ["a.gen.ts", "after"],
    ["no/such/folder.gen.ts", "after"],
  ]);
  await expect(write([{ folder: join(root, "one"), files: broken }])).rejects.toThrow("cannot be written: ENOENT");
  expect(await readdir(join(root, "one"))).toEqual(["a.gen.ts"]);
  expect(await readFile(join(root, "one/a.gen.ts"), "utf8")).toBe("before");
});

it("leaves the output of a good spec untouched where another one fails, and reports both files", async () => {
  const root = await folderWith({
    "good.yaml": sample(),
    "bad.yaml": sample(["x-effect: delete", "x-effect: destroy"]),
    "worse.yaml": "openapi: [",
    "good/operations.gen.ts": "before",
  });
  const jobs = ["good", "bad", "worse"].map((name) => ({
    spec: join(root, `${name}.yaml`),
    outputs: [{ folder: join(root, name), render: generate }],
  }));
  const rendered = renderJobs(jobs).then(write);
  await expect(rendered).rejects.toThrow(
    /bad\.yaml:\d+:\d+ x-effect is "destroy"; .*\n.*worse\.yaml:\d+:\d+ the YAML is/,
  );
  expect((await readdir(root)).sort()).toEqual(["bad.yaml", "good", "good.yaml", "worse.yaml"]);
  expect(await readFile(join(root, "good/operations.gen.ts"), "utf8")).toBe("before");
});
