import { configError } from "../errors/config-error.ts";
import { GitTokensError } from "../errors/git-tokens-error.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { SentBody } from "./bodies/encode-body.ts";
import type { SentHeaders } from "./headers.ts";
import { fillPath } from "./input.ts";
import { serializeQuery } from "./query.ts";
import type { RequestParts } from "./request-parts.ts";
import type { WrittenRequest } from "./request-writer.ts";

/** A request before it has a credential; every attempt of a call sends the same. */
export interface HttpRequest {
  readonly method: string;
  /** What it was made of. */
  readonly parts: RequestParts;
  readonly url: string;
  readonly headers: SentHeaders;
  readonly body: SentBody | undefined;
}

/** What is sent and asked for where nothing else is documented. */
const JSON_TYPE = "application/json";

/** @throws {ConfigError} where no request can be made of the input. */
export function buildRequest(
  definition: OperationDefinition,
  parts: RequestParts,
  baseUrl: string,
  given: SentHeaders,
): HttpRequest {
  const { method, reader } = definition;
  const { path, query, headers: own, body } = write(definition, parts);
  // What the caller asks for by a header of their own stays.
  const { accept = reader?.accept ?? JSON_TYPE } = given;
  return {
    method,
    parts,
    url: baseUrl + path + (query && `?${query}`),
    headers: { ...given, accept, ...own },
    body,
  };
}

function write(definition: OperationDefinition, parts: RequestParts): WrittenRequest {
  try {
    if (definition.writer) return definition.writer.write(definition, parts);
    const body = JSON.stringify(parts.body);
    return {
      path: fillPath(definition, parts),
      query: serializeQuery(parts.query),
      headers: body ? { "content-type": JSON_TYPE } : undefined,
      body,
    };
  } catch (error) {
    if (error instanceof GitTokensError) throw error;
    throw configError("input", "cannot be written as a query or as JSON", definition);
  }
}
