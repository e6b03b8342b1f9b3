import type { OperationFacts } from "../operation-facts.ts";
import { splitBody } from "./encode-with.ts";
import type { RequestParts } from "./request-parts.ts";
import type { ParameterPlace, WriterOptions } from "./writer-options.ts";

/** Splits a flat input by the parameters that an operation has. */
export function splitWith(
  options: WriterOptions,
  definition: OperationFacts,
  input: Readonly<Record<string, unknown>>,
): RequestParts {
  const parts: Record<ParameterPlace, Record<string, unknown>> = { path: {}, query: {}, header: {}, cookie: {} };
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const parameter = options.parameters?.find(({ name, field = name }) => field === key);
    if (parameter) parts[parameter.in][parameter.name] = value;
    else rest[key] = value;
  }
  return { ...parts, ...splitBody(options, definition, rest) };
}
