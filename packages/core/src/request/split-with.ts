import type { OperationFacts } from "../operation-facts.ts";
import type { RequestParts } from "./request-parts.ts";
import type { ParameterPlace, WriterOptions } from "./writer-options.ts";

/** Splits a flat input by the parameters that an operation has. */
export function splitWith(
  { parameters = [], body: encode, wholeBody }: WriterOptions,
  definition: OperationFacts,
  input: Readonly<Record<string, unknown>>,
): RequestParts {
  const parts: Record<ParameterPlace, Record<string, unknown>> = { path: {}, query: {}, header: {}, cookie: {} };
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const parameter = parameters.find(({ name, field = name }) => field === key);
    if (parameter) parts[parameter.in][parameter.name] = value;
    else rest[key] = value;
  }
  if (typeof encode !== "object") return { ...parts, body: bodyOf(definition, rest, wholeBody) };
  const { contentType, ...fields } = rest;
  return { ...parts, body: bodyOf(definition, fields, wholeBody), contentType };
}

function bodyOf({ body }: OperationFacts, fields: Readonly<Record<string, unknown>>, whole?: boolean): unknown {
  const { body: given } = fields;
  if (whole) return given;
  return body === "required" || (body && Object.keys(fields).length > 0) ? fields : undefined;
}
