import { isDeepStrictEqual } from "node:util";
import { isSuccess, type SpecOperation } from "@git-tokens/spec-tools/description/operations";
import type { Call } from "./program/consume-all.ts";

/** The operations of every provider that the program has to have called, by the provider's name. */
export type Providers = Readonly<Record<string, readonly SpecOperation[]>>;

/**
 * Holds what a program reported against the specs: a result is the first example of the operation's answer, an error is
 * an ApiError with the first example of its status. Every provider must have given both.
 *
 * @throws {Error} that says what differs.
 */
export function judge(report: unknown, providers: Providers): void {
  if (!isReport(report)) throw new Error(`it reported no calls, but ${JSON.stringify(report)}`);
  for (const [name, operations] of Object.entries(providers)) {
    const calls = report[name] ?? [];
    for (const call of calls) judgeCall(call, operations);
    if (!calls.some((call) => "result" in call)) throw new Error(`it reported no result of ${name}`);
    if (!calls.some((call) => "error" in call)) throw new Error(`it reported no error of ${name}`);
  }
}

function judgeCall(call: Call, operations: readonly SpecOperation[]): void {
  const { operation: id } = call;
  const operation = operations.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`it called ${id}, which is no operation of the spec`);
  const response = operation.responses.find((candidate) =>
    "result" in call ? isSuccess(candidate) : candidate.status === call.error.status,
  );
  if (response === undefined) throw new Error(`it saw ${JSON.stringify(call)}, a status that the spec does not have`);
  // A mock answers with the first example; where there is none, the answer has no body.
  const body = response.body?.examples[0]?.value;
  const error = { name: "ApiError", status: response.status, body, outcome: "rejected" };
  const expected = { operation: id, ...("result" in call ? { result: body } : { error }) };
  // In JSON, as the call came: without what is undefined.
  const comparable: unknown = JSON.parse(JSON.stringify(expected));
  if (!isDeepStrictEqual(call, comparable))
    throw new Error(`it saw ${JSON.stringify(call)}, where the spec has ${JSON.stringify(comparable)}`);
}

const isReport = (value: unknown): value is Record<string, readonly Call[]> =>
  isObject(value) && Object.values(value).every((calls) => Array.isArray(calls) && calls.every(isCall));

const isCall = (value: unknown): value is Call =>
  isObject(value) &&
  "operation" in value &&
  ("result" in value || ("error" in value && isObject(value.error) && "status" in value.error));

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
