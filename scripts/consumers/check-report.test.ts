import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { sample, specFile } from "@git-tokens/spec-tools/fixtures/sample";
import { beforeEach, expect, it } from "vitest";
import { checkReport } from "./check-report.ts";

const GONE = "          description: It is gone.\n";
const FORBIDDEN = [GONE, `${GONE}        "403":\n          description: It is not yours.\n`] as const;

let operations: readonly ApiOperation[];

beforeEach(async () => {
  ({ operations } = await describeFile(await specFile(sample(FORBIDDEN))));
});

const status = { operation: "getStatus", result: { healthy: true } };
const refused = {
  operation: "listNotes",
  error: { name: "ApiError", status: 401, body: { reason: "Nobody knows you." }, outcome: "rejected" },
};

it("accepts the examples of the spec", () => {
  expect(() => checkReport({ notes: [status, refused] }, { notes: operations })).not.toThrow();
});

it("accepts an error without a body if the spec documents none", () => {
  const forbidden = { operation: "deleteNote", error: { name: "ApiError", status: 403, outcome: "rejected" } };
  expect(() => checkReport({ notes: [status, forbidden] }, { notes: operations })).not.toThrow();
});

it.each<[what: string, report: unknown, says: RegExp]>([
  ["another value", { notes: [{ ...status, result: { healthy: false } }, refused] }, /^it saw .*false.*, where .*true/],
  ["one value more", { notes: [{ ...status, result: { healthy: true, more: 1 } }, refused] }, /^it saw .*"more":1/],
  ["no value", { notes: [{ ...status, result: null }, refused] }, /^it saw .*null/],
  [
    "another error",
    { notes: [status, { ...refused, error: { ...refused.error, name: "Error" } }] },
    /^it saw .*"Error"/,
  ],
  [
    "another outcome",
    { notes: [status, { ...refused, error: { ...refused.error, outcome: "unknown" } }] },
    /"unknown"/,
  ],
  ["another body", { notes: [status, { ...refused, error: { ...refused.error, body: {} } }] }, /^it saw .*Nobody/],
  [
    "an undocumented status",
    { notes: [status, { ...refused, error: { ...refused.error, status: 418 } }] },
    /^it saw .*418.*, a status that the spec does not have$/,
  ],
  ["an unknown operation", { notes: [{ ...status, operation: "getTea" }, refused] }, /^it called getTea, which is no/],
  ["no result", { notes: [refused] }, /^it reported no result of notes$/],
  ["no error", { notes: [status] }, /^it reported no error of notes$/],
  ["no result of a provider", {}, /^it reported no result of notes$/],
  ["calls without a result and an error", { notes: [{}] }, /^it reported no calls, but \{"notes"/],
  ["nothing at all", undefined, /^it reported no calls, but undefined$/],
])("refuses %s", (_, report, says) => {
  expect(() => checkReport(report, { notes: operations })).toThrow(says);
});
