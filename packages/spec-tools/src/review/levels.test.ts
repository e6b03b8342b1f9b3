import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyLevels, type Level, readLevels } from "./levels.ts";
import { reviewRepository } from "./repository.ts";
import { scratchRepository, spec } from "./scratch.fixture.ts";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "levels-"));
  file = join(folder, "levels.yaml");
});

afterEach(() => rm(folder, { recursive: true }));

const finding = {
  axis: "wire",
  severity: "breaking",
  rule: "response-enum-value-added",
  operations: ["getThing"],
  location: "schema Thing › state",
  place: undefined,
  old: "a",
  new: "a, b",
  why: "It grew.",
} as const;

const ADDRESSES = { getThing: "GET /things/{id}" };

const level = (more: Partial<Level>): Level => ({
  rule: "wire/response-enum-value-added",
  level: "warn",
  reason: "Our clients take unknown values.",
  ...more,
});

test.each([
  ["everywhere", {}, "warn"],
  ["for a path", { path: "/things/*" }, "warn"],
  ["for all paths below", { path: "/**" }, "warn"],
  ["for another path", { path: "/other/*" }, "breaking"],
  ["for another rule", { rule: "wire/response-property-removed" }, "breaking"],
] as const)("a level %s", (_, more, severity) => {
  expect(applyLevels([finding], [level(more)], ADDRESSES)[0]?.severity).toBe(severity);
});

test("the last level that fits counts, and one for a path leaves what touches other paths as it is", () => {
  const levels = [level({}), level({ level: "feature", path: "/things/*" })];
  expect(applyLevels([finding], levels, ADDRESSES)[0]?.severity).toBe("feature");
  const shared = { ...finding, operations: ["getThing", "getOther"] };
  const addresses = { ...ADDRESSES, getOther: "GET /others" };
  expect(applyLevels([shared], levels, addresses)[0]?.severity).toBe("warn");
});

test("a repository's own levels decide about its bump", async () => {
  const scratch = await scratchRepository("1.2.0");
  const entries = ["wire/response-property-removed", "types/name-removed"].map(
    (rule) => `- { rule: ${rule}, level: feature, reason: Nobody reads it. }\n`,
  );
  await scratch.write("specs/review/levels.yaml", entries.join(""));
  await scratch.write("specs/things.yaml", spec(["id"]));
  const { providers } = await reviewRepository(undefined, scratch.root);
  expect(providers[0]).toMatchObject({ severity: "feature", required: "minor" });
  await rm(scratch.root, { recursive: true });
});

test.each([
  ["no list", "rule: x", /levels\.yaml: write a list of levels/],
  ["malformed YAML", "- [", /levels\.yaml: the YAML is malformed/],
  [
    "an unknown rule",
    "- { rule: wire/none, level: warn, reason: x }",
    /names the rule "wire\/none", which there is not/,
  ],
  [
    "an unknown level",
    "- { rule: wire/server-removed, level: bad, reason: x }",
    /has the level "bad"; the levels are patch/,
  ],
  ["no reason", "- { rule: wire/server-removed, level: warn }", /level 1 needs rule, level and reason/],
  ["a further key", "- { rule: wire/server-removed, level: warn, reason: x, paths: /a }", /may have path, each a text/],
  ["a number", "- { rule: wire/server-removed, level: 3, reason: x }", /each a text/],
  ["an entry that is a text", "- wire/server-removed", /level 1 needs rule/],
])("a file of levels with %s gets a sentence", async (_, text, message) => {
  await writeFile(file, text);
  await expect(readLevels(file, true)).rejects.toThrow(message);
});

test("a file that is asked for has to be there", async () => {
  await expect(readLevels(file, true)).rejects.toThrow(/the levels cannot be read \(ENOENT\)/);
  expect(await readLevels(file, false)).toEqual([]);
});
