import type { OperationFacts } from "../operation-facts.ts";
import { isOfPattern } from "./media-type-pattern.ts";
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
  if (typeof encode !== "object") return { ...parts, body: bodyOf(definition, rest, wholeBody === true) };
  const { contentType, ...fields } = rest;
  return {
    ...parts,
    body: bodyOf(definition, fields, isWhole(wholeBody, chosenName(encode, contentType))),
    contentType,
  };
}

/** Whether a body of a media type is given as a whole. */
export const isWhole = (whole: WriterOptions["wholeBody"], name: string | undefined): boolean =>
  typeof whole === "object" ? name !== undefined && whole.includes(name) : whole === true;

/** What the description calls the media type that a caller has chosen: itself, or a pattern; the first if they did not. */
export function chosenName(bodies: object, contentType: unknown): string | undefined {
  const names = Object.keys(bodies);
  if (contentType === undefined) return names[0];
  const chosen = String(contentType);
  return names.includes(chosen) ? chosen : names.find((name) => name.includes("*") && isOfPattern(chosen, name));
}

function bodyOf({ body }: OperationFacts, fields: Readonly<Record<string, unknown>>, whole: boolean): unknown {
  const { body: given } = fields;
  if (whole) return given;
  return body === "required" || (body && Object.keys(fields).length > 0) ? fields : undefined;
}
