import { ConfigError } from "../errors/config-error.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import { fillPath, type RequestParts } from "./input.ts";
import { serializeQuery } from "./query.ts";

/** A request before it has a credential; every attempt of a call sends the same. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string | undefined;
}

/** @throws {ConfigError} where no request can be made of the input. */
export function buildRequest(
  definition: OperationDefinition,
  parts: RequestParts,
  baseUrl: string,
  headers: HttpRequest["headers"],
): HttpRequest {
  const path = fillPath(definition, parts);
  try {
    const query = serializeQuery(parts.query);
    const body = JSON.stringify(parts.body);
    return {
      method: definition.method,
      url: baseUrl + path + (query && `?${query}`),
      headers: body ? { ...headers, "content-type": "application/json" } : headers,
      body,
    };
  } catch {
    throw new ConfigError("input", "cannot be written as a query or as JSON", { definition });
  }
}
