import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { approve } from "./approve.ts";
import { reviewRepository } from "./repository.ts";
import { type Scratch, scratchRepository, spec } from "./scratch.fixture.ts";

let scratch: Scratch;

beforeEach(async () => {
  scratch = await scratchRepository();
  await scratch.write("specs/things.yaml", spec(["id"]));
});

afterEach(() => rm(scratch.root, { recursive: true }));

const keyOnTheWire = async (): Promise<string> => {
  const { providers } = await reviewRepository(undefined, scratch.root);
  const finding = providers[0]?.findings.find(({ axis, severity }) => axis === "wire" && severity === "breaking");
  return finding?.key ?? "";
};

const file = (): string => join(scratch.root, "specs/review/approvals.yaml");

test("one approval lets a change through on both axes, and keeps what is in the file", async () => {
  await scratch.write("specs/review/approvals.yaml", "# Known breaks.\n");
  const said = await approve(await keyOnTheWire(), "The field was never filled.", undefined, scratch.root);
  expect(said).toMatch(/approvals\.yaml: approved\n {2}wire\/.*\n {2}types\//);
  expect(await readFile(file(), "utf8")).toContain("reason: The field was never filled.");
  const outcome = await reviewRepository(undefined, scratch.root);
  expect(outcome.providers[0]?.findings.filter(({ severity }) => severity === "breaking")).toEqual([
    expect.objectContaining({ axis: "wire", approved: "The field was never filled." }),
    expect.objectContaining({ axis: "types", approved: "The field was never filled." }),
  ]);
  expect(outcome.providers[0]?.entries[0]?.approved).toBe(true);
});

test("a second approval joins the first, and the same one twice is refused", async () => {
  const key = await keyOnTheWire();
  await approve(key, "First.", undefined, scratch.root);
  await expect(approve(key, "Again.", undefined, scratch.root)).rejects.toThrow(/breaks nothing that is not approved/);
  await scratch.write("specs/things.yaml", spec(["id"]).replace("/things:", "/thing:"));
  await approve(await keyOnTheWire(), "Second.", undefined, scratch.root);
  const text = await readFile(file(), "utf8");
  expect(text).toContain("reason: First.");
  expect(text).toContain("reason: Second.");
});

test.each([
  [
    "a key that no finding has",
    "wire/nothing",
    "Why not.",
    /the review has no finding wire\/nothing; its first break is/,
  ],
  ["a reason without a word", "wire/nothing", "  ", /--reason is empty/],
])("%s writes nothing", async (_, key, reason, message) => {
  await expect(approve(key, reason, undefined, scratch.root)).rejects.toThrow(message);
  await expect(readFile(file(), "utf8")).rejects.toThrow(/ENOENT/);
});
