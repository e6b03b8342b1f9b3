import { isDeepStrictEqual } from "node:util";
import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { isError, isSuccess, responseExamples } from "@git-tokens/spec-tools/description/example-input";
import type { Call } from "./program/consume-all.ts";

/** The operations of every provider that the program must call, by the provider's name. */
export type Providers = Readonly<Record<string, readonly ApiOperation[]>>;

/**
 * Compares the report of a program with the specs: a result is the first example of the operation's response, an error is
 * an ApiError with the first example of its status. Every provider needs both, unless its spec documents no error by its status.
 *
 * @throws {Error} if something differs.
 */
export function checkReport(report: unknown, providers: Providers): void {
  if (!isReport(report)) throw new Error(`it reported no calls, but ${JSON.stringify(report)}`);
  for (const [name, operations] of Object.entries(providers)) {
    const calls = report[name] ?? [];
    for (const call of calls) checkCall(call, operations);
    if (!calls.some((call) => "result" in call)) throw new Error(`it reported no result of ${name}`);
    const hasErrors = operations.some(({ responses }) => responses.some(isError));
    if (hasErrors && !calls.some((call) => "error" in call)) throw new Error(`it reported no error of ${name}`);
  }
}

function checkCall(call: Call, operations: readonly ApiOperation[]): void {
  const { operation: id } = call;
  const operation = operations.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`it called ${id}, which is no operation of the spec`);
  const response = operation.responses.find((candidate) =>
    "result" in call ? isSuccess(candidate) : candidate.status === call.error.status,
  );
  if (response === undefined) throw new Error(`it saw ${JSON.stringify(call)}, a status that the spec does not have`);
  // A mock responds with the first example; without one, the response has no body.
  const body = responseExamples(response)[0]?.value;
  const error = { name: "ApiError", status: response.status, body, outcome: "rejected" };
  const expected = { operation: id, ...("result" in call ? { result: body } : { error }) };
  // As JSON, like the call: without undefined fields.
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
