import { ConfigError } from "../errors/config-error.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { SentBody } from "./bodies/encode-body.ts";
import { fillPath } from "./input.ts";
import { serializeQuery } from "./query.ts";
import type { RequestParts } from "./request-parts.ts";
import type { RequestWriter } from "./request-writer.ts";

/** A request before it has a credential; every attempt of a call sends the same. */
export interface HttpRequest {
  readonly method: string;
  /** What it was made of. */
  readonly parts: RequestParts;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: SentBody | undefined;
}

/** What is sent and asked for where nothing else is documented. */
export const JSON_TYPE = "application/json";

/** @throws {ConfigError} where no request can be made of the input. */
export function buildRequest(
  definition: OperationDefinition,
  parts: RequestParts,
  baseUrl: string,
  given: HttpRequest["headers"],
): HttpRequest {
  const { reader } = definition;
  // What the caller asks for by a header of their own stays.
  const { accept } = given;
  const headers = reader && accept === JSON_TYPE ? { ...given, accept: reader.accept } : given;
  if (definition.writer) return writeRequest(definition, definition.writer, parts, baseUrl, headers);
  const path = fillPath(definition, parts);
  try {
    const query = serializeQuery(parts.query);
    const body = JSON.stringify(parts.body);
    return {
      method: definition.method,
      parts,
      url: baseUrl + path + (query && `?${query}`),
      headers: body ? { ...headers, "content-type": JSON_TYPE } : headers,
      body,
    };
  } catch {
    throw new ConfigError("input", "cannot be written as a query or as JSON", { definition });
  }
}

function writeRequest(
  definition: OperationDefinition,
  writer: RequestWriter,
  parts: RequestParts,
  baseUrl: string,
  headers: HttpRequest["headers"],
): HttpRequest {
  const { path, query, headers: own, body, contentType } = writer.write(definition, parts);
  return {
    method: definition.method,
    parts,
    url: baseUrl + path + (query && `?${query}`),
    headers: { ...headers, ...own, ...(contentType && { "content-type": contentType }) },
    body,
  };
}
