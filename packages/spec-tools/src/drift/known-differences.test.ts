import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../fixtures/sample.ts";
import { UserError } from "../system/user-error.ts";
import { driftOf, readKnownDifferences } from "./known-differences.ts";

const KNOWN = { provider: "notes", rule: "a-rule", says: "It differs.", reason: "On purpose." };
const FOUND = { rule: "a-rule", severity: "breaking", says: "It differs.", operations: [] } as const;

const read = async (text: string) => readKnownDifferences(join(await folderWith({ "drift.yaml": text }), "drift.yaml"));

it("reads the entries, and none if there is no file", async () => {
  expect(await read(JSON.stringify([KNOWN]))).toEqual([KNOWN]);
  expect(await read("# None yet.\n")).toEqual([]);
  expect(await readKnownDifferences("/no/such/drift.yaml")).toEqual([]);
});

it.each([
  ["{", "the YAML is malformed"],
  ["rule: x", "write a list, each entry with provider, rule, says, reason"],
  ["- { provider: notes }", "entry 1 needs provider, rule, says, reason"],
  [JSON.stringify([KNOWN, { ...KNOWN, reason: "" }]), "entry 2 needs"],
])("refuses %s", async (text, says) => {
  await expect(read(text)).rejects.toThrow(says);
  await expect(read(text)).rejects.toThrow(UserError);
});

it("tells what nobody explained from what is known, and what is known for nothing", () => {
  expect(driftOf([FOUND], [KNOWN])).toEqual({ unexplained: [], explained: [FOUND], stale: [] });
  const other = { ...FOUND, says: "It differs otherwise." };
  expect(driftOf([other], [KNOWN])).toEqual({ unexplained: [other], explained: [], stale: [KNOWN] });
});
