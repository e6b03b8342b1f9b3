import { configError } from "../errors/config-error.ts";
import type { OperationFacts } from "../operation-facts.ts";
import type { BodyChoice, EncodeBody } from "./bodies/encode-body.ts";
import { jsonBody } from "./bodies/json-body.ts";
import type { RequestParts } from "./request-parts.ts";
import type { WrittenRequest } from "./request-writer.ts";

/** How a body is made. */
export interface BodyOptions {
  /** JSON by default. */
  readonly body?: EncodeBody | BodyChoice;
  /** Whether the field `body` of the input is the whole body; otherwise the fields that are no parameters are. */
  readonly wholeBody?: boolean;
}

/** The body that the fields of an input make which are no parameters, and its media type where they choose it. */
export function splitBody(
  { body: made, wholeBody }: BodyOptions,
  { body }: OperationFacts,
  given: Readonly<Record<string, unknown>>,
): Pick<RequestParts, "body" | "contentType"> {
  const isChoice = typeof made === "object";
  const { contentType, ...others } = given;
  const { body: whole } = given;
  const chosen = isChoice && { contentType };
  if (isChoice ? made.find(contentType)?.whole : wholeBody) return { body: whole, ...chosen };
  const fields = isChoice ? others : given;
  const isSent = body === "required" || (body && Object.keys(fields).length > 0);
  return { body: isSent ? fields : undefined, ...chosen };
}

/** The body of a request and the header that says its type. @throws {ConfigError} if no body can be made of the parts. */
export function encodeWith(
  { body = jsonBody(), wholeBody = false }: BodyOptions,
  definition: OperationFacts,
  { body: value, contentType }: RequestParts,
): Pick<WrittenRequest, "body" | "headers"> {
  const refuse = (option: string, what: string): never => {
    throw configError(option, what, definition);
  };
  const chosen = typeof body === "function" ? { encode: body, whole: wholeBody } : body.find(contentType);
  const option = chosen?.whole ? "input.body" : "input";
  if (value === undefined) {
    return chosen?.whole && definition.body === "required"
      ? refuse(option, "is missing")
      : { body: undefined, headers: {} };
  }
  if (!chosen) return refuse("input.contentType", `must be one of ${Object(body).names.join(", ")}`);
  try {
    const encoded = chosen.encode(value, contentType === undefined ? undefined : String(contentType));
    return { body: encoded.body, headers: encoded.contentType ? { "content-type": encoded.contentType } : {} };
  } catch (error) {
    return refuse(option, error instanceof Error ? error.message : "cannot be written");
  }
}
