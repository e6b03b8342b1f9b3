import type { ApiOperation } from "./api-description.ts";
import type { ApiExample, ApiResponse } from "./api-message.ts";

/**
 * The flat input of an operation, made of the first examples of its required parameters and of its body, or of a certain
 * body.
 *
 * @throws {Error} if the document has no example for something that is required.
 */
export function exampleInput(operation: ApiOperation, body?: ApiExample): Readonly<Record<string, unknown>> {
  const { id, input, parameters } = operation;
  const fields = input.parameters.flatMap(({ field }, index) => {
    const parameter = parameters[index];
    if (!parameter?.required) return [];
    return [[field, firstExample(parameter.examples, `${id}: the parameter ${parameter.name}`).value] as const];
  });
  const value = exampleBody(operation, body);
  const whole = input.body === "body" ? { body: value } : Object(value);
  return { ...Object.fromEntries(fields), ...whole };
}

/** The body of an operation, made of its first example or of a certain one; undefined if it has none. */
export function exampleBody({ id, requestBody }: ApiOperation, example?: ApiExample): unknown {
  const [preferred] = requestBody?.contents ?? [];
  if (preferred === undefined) return undefined;
  return (example ?? firstExample(preferred.examples, `${id}: the request body`)).value;
}

/** The examples of the preferred body. */
export const bodyExamples = ({ requestBody }: ApiOperation): readonly ApiExample[] =>
  requestBody?.contents[0]?.examples ?? [];

/** The examples of a response, in its preferred media type. */
export const responseExamples = ({ contents }: ApiResponse): readonly ApiExample[] => contents[0]?.examples ?? [];

/** Those that a mock gives: the first one on its own, and others by the name that the document has. */
export const mockedExamples = (response: ApiResponse): readonly ApiExample[] =>
  responseExamples(response).filter(({ named }, index) => index === 0 || named);

/** @throws {Error} if there is none. */
export function firstExample(examples: readonly ApiExample[], what: string): ApiExample {
  const [first] = examples;
  if (first === undefined) throw new Error(`${what} has no example, so there is no case to run; add one to the spec`);
  return first;
}

/** Whether a response says that the request was carried out. */
export const isSuccess = ({ status }: ApiResponse): boolean =>
  status === "2XX" || (typeof status === "number" && status >= 200 && status < 300);

/** Whether a response has a status of its own, and that is an error. */
export const isError = (response: ApiResponse): response is ApiResponse & { readonly status: number } =>
  typeof response.status === "number" && response.status >= 400;
